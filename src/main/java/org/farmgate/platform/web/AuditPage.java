package org.farmgate.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.farmgate.platform.AuditEntry;
import org.farmgate.platform.Slice;

public record AuditPage(Slice<AuditEntry> entries, String search) {
    public String href() {
        return "/audit?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }
}
