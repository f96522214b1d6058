package org.farmgate.place.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.farmgate.place.RegionKind;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.web.Shell;

/// The constants to choose from, in the reader's words.
final class Choices {
    private Choices() {}

    static Map<String, String> regionKinds(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (RegionKind kind : RegionKind.values()) choices.put(kind.name(), shell.label("place.region-kind", kind));
        return choices;
    }

    static Map<String, String> siteKinds(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (SiteKind kind : SiteKind.values()) choices.put(kind.name(), shell.label("place.site-kind", kind));
        return choices;
    }
}
