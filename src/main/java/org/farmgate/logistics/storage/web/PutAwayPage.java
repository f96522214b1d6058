package org.farmgate.logistics.storage.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.logistics.storage.Bin;
import org.farmgate.logistics.storage.BinId;
import org.farmgate.logistics.storage.Shelf;
import org.farmgate.place.SiteId;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.stock.LotId;

/// Carrying a lot from one bin to another.
public record PutAwayPage(SiteId site, LotId lot, Book book, List<Shelf> there, List<Bin> bins, FormErrors errors) {
    public Map<String, String> from(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Shelf shelf : there)
            choices.put(
                    shelf.bin().toString(),
                    shell.t("storage.bin.holds", code(shell, shelf.bin()), shell.mass(shelf.mass())));
        return choices;
    }

    public Map<String, String> to(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Bin bin : bins)
            if (!bin.closed())
                choices.put(
                        bin.id().toString(), bin.dock() ? shell.t("storage.dock") : bin.zone() + " · " + bin.code());
        return choices;
    }

    private String code(Shell shell, BinId id) {
        return bins.stream()
                .filter(bin -> bin.id().equals(id))
                .findFirst()
                .map(bin -> BinsPage.code(shell, bin))
                .orElse("–");
    }
}
