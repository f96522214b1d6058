package org.farmgate.logistics.storage.web;

import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.storage.StoreLine;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;

/// The form for what a store is to have.
///
/// @param owner the code of one's own organisation
public record StoreLinePage(
        Optional<StoreLine> line,
        Book book,
        Map<String, String> stores,
        Map<String, String> warehouses,
        Map<String, String> products,
        String owner,
        FormErrors errors) {
    public record Listing(Slice<StoreLine> rows, Book book) {}
}
