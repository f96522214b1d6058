package org.farmgate.stock.web;

import java.time.LocalDate;
import java.util.Map;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.stock.Position;

/// A count sheet: what should be there, and room for what is.
///
/// @param site empty: not chosen yet
public record CountPage(
        String site,
        Map<String, String> sites,
        Slice<Position> rows,
        NameBook names,
        LocalDate today,
        FormErrors errors) {}
