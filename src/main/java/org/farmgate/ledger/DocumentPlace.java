package org.farmgate.ledger;

/// Where the documents of a kind are shown. A module whose documents postings name declares one as a bean, so
/// that the books open down to them without knowing it.
///
/// @param kind as in [Particulars#documentKind]
/// @param path with `{id}` for the document, such as `/orders/{id}`
public record DocumentPlace(String kind, String path) {
    public String of(java.util.UUID document) {
        return path.replace("{id}", document.toString());
    }
}
