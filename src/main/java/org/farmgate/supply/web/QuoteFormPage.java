package org.farmgate.supply.web;

import java.time.LocalDate;
import java.util.Map;
import org.farmgate.platform.web.FormErrors;

/// The form for a local price.
public record QuoteFormPage(
        Map<String, String> products, Map<String, String> places, LocalDate today, FormErrors errors) {}
