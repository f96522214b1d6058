package org.farmgate.logistics.rounds.web;

import java.util.Map;
import org.farmgate.platform.web.FormErrors;

/// A new round: the day it is for, and what may be chosen.
public record RoundFormPage(
        String day,
        Map<String, String> depots,
        Map<String, String> vehicles,
        Map<String, String> drivers,
        FormErrors errors) {}
