package org.farmgate.live.web;

import java.util.Map;
import java.util.Optional;
import org.farmgate.live.Show;
import org.farmgate.platform.web.FormErrors;

/// The announcement as its organiser writes it.
///
/// @param show empty where it is a new one
/// @param hosts those who hold a permit, by id
public record PlanPage(
        Optional<Show> show, Map<String, String> hosts, Map<String, String> counties, FormErrors errors) {}
