package org.farmgate.stock.web;

import java.util.Map;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.stock.Position;

/// The form for one deed.
///
/// @param sites where the goods may go; empty for other deeds
public record DeedPage(Deed deed, Position position, NameBook names, Map<String, String> sites, FormErrors errors) {
    public String action() {
        return Words.href(position) + "/" + deed.path();
    }
}
