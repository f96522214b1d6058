package org.farmgate.logistics.parcels.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.place.Region;
import org.farmgate.place.Site;
import org.farmgate.platform.web.FormErrors;

/// A county's network as a tree.
///
/// @param counties to choose from; empty where there is one
/// @param free sites of the county that hang nowhere yet
/// @param hooks sites that something may hang below
/// @param keeps whether they may change it
public record NetworkPage(
        Region county,
        Map<String, String> counties,
        Optional<Branch> top,
        Map<String, String> free,
        Map<String, String> hooks,
        boolean keeps,
        FormErrors errors) {
    /// A site and what hangs below it.
    public record Branch(Site site, List<Branch> below) {
        public boolean isLeaf() {
            return below.isEmpty();
        }
    }

    /// All that may be put somewhere: those that hang nowhere first.
    public Map<String, String> movable() {
        Map<String, String> all = new LinkedHashMap<>(free);
        all.putAll(hooks);
        return all;
    }

    public String path() {
        return "/parcel-network?county=" + county.id();
    }
}
