package org.farmgate.place.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.farmgate.place.Division;
import org.farmgate.platform.Slice;

public record DivisionsPage(Slice<Division> rows, String search) {
    public String href() {
        return "/divisions?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }
}
