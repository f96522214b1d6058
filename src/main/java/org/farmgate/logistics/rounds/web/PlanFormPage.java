package org.farmgate.logistics.rounds.web;

import java.util.List;
import java.util.Map;
import org.farmgate.logistics.rounds.Vehicle;
import org.farmgate.platform.web.FormErrors;

/// Which vehicles drive from where on a day.
public record PlanFormPage(
        String day,
        List<Vehicle> vehicles,
        Map<String, String> depots,
        Map<String, String> drivers,
        FormErrors errors) {}
