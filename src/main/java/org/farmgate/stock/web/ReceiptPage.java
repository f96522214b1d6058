package org.farmgate.stock.web;

import java.util.Map;
import org.farmgate.platform.web.FormErrors;

/// The form for goods that came in.
public record ReceiptPage(Map<String, String> sites, FormErrors errors) {}
