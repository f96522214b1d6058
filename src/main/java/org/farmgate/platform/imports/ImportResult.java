package org.farmgate.platform.imports;

/// What an import did, in rows.
///
/// @param unchanged rows that said what was stored already
public record ImportResult(long added, long changed, long unchanged) {
    public static ImportResult added(long rows) {
        return new ImportResult(rows, 0, 0);
    }
}
