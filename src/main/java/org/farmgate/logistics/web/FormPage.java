package org.farmgate.logistics.web;

import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.web.FormErrors;

/// A form for something new, or for changing what is there.
///
/// @param id of what is there; empty for something new
/// @param title what is changed, by name
/// @param choices sites to choose from
public record FormPage(
        Optional<String> id, String title, FormErrors errors, Map<String, String> choices, String search) {}
