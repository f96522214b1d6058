package org.farmgate.logistics.storage.web;

import java.util.List;
import org.farmgate.logistics.storage.Bin;
import org.farmgate.logistics.storage.Shelf;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.web.Shell;

/// The bins and what lies in them.
public record BinsPage(SiteId site, Book book, List<Bin> bins, List<Shelf> contents, boolean keeps) {
    public List<Shelf> in(Bin bin) {
        return contents.stream().filter(shelf -> shelf.bin().equals(bin.id())).toList();
    }

    public Mass lying(Bin bin) {
        return StoragePages.sum(in(bin).stream().map(Shelf::mass).toList());
    }

    public static String code(Shell shell, Bin bin) {
        return bin.dock() ? shell.t("storage.dock") : bin.code();
    }
}
