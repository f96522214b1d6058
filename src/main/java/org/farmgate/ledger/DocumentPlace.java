package org.farmgate.ledger;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.farmgate.platform.Right;

/// Where the documents of a kind are shown. A module whose documents postings name declares one as a bean, so
/// that the books open down to them without knowing it.
///
/// @param kind as in [Particulars#documentKind]
/// @param path with `{id}` for the document, such as `/orders/{id}`
/// @param number what people call a document of that id
/// @param readers any of these rights opens the page; none means that whoever sees the books may
public record DocumentPlace(String kind, String path, Function<UUID, String> number, Set<Right> readers) {
    public DocumentPlace {
        readers = Set.copyOf(readers);
    }

    /// Numbered by the end of the id, open to whoever sees the books.
    public DocumentPlace(String kind, String path) {
        this(kind, path, DocumentPlace::shortened, Set.of());
    }

    /// The page of one document.
    public String of(UUID document) {
        return path.replace("{id}", document.toString());
    }

    /// The end of an id, which tells one from another.
    public static String shortened(UUID id) {
        return "…" + id.toString().substring(28);
    }
}
