package org.farmgate.logistics.web;

import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.TariffChange;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Shell;

/// @param names of the truck kinds and sites that were changed, by id
public record ChangesPage(Slice<TariffChange> rows, Map<String, String> names) {
    public String about(TariffChange change, Shell shell) {
        String what = shell.label("logistics.subject", change.of());
        return Optional.ofNullable(names.get(change.subject().toString()))
                .map(name -> what + ": " + name)
                .orElse(what);
    }
}
