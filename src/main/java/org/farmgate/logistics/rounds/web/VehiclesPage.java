package org.farmgate.logistics.rounds.web;

import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.rounds.Vehicle;
import org.farmgate.platform.web.FormErrors;

/// @param chosen the one that is changed; empty for a new one
public record VehiclesPage(List<Vehicle> vehicles, Optional<Vehicle> chosen, FormErrors errors) {}
