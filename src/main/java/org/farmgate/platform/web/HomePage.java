package org.farmgate.platform.web;

import java.util.Optional;
import org.farmgate.platform.DemoSignIns;

/// @param demo who may sign in to the demo county; empty elsewhere
public record HomePage(Optional<DemoSignIns> demo) {}
