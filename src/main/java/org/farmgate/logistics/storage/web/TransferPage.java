package org.farmgate.logistics.storage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.farmgate.place.SiteId;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.stock.Position;

/// Sending goods to another warehouse.
public record TransferPage(
        SiteId site,
        Book book,
        List<Position> rows,
        Map<String, String> places,
        LocalDate usualDay,
        FormErrors errors) {}
