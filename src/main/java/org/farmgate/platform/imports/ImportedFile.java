package org.farmgate.platform.imports;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.platform.JobId;
import org.farmgate.platform.PartyId;

/// A file that was brought, and what became of it.
///
/// @param owner the organisation whose members may see it
/// @param faults how many things were wrong, or of a file that was taken how many rows were refused; not
///     all of them may have been kept
public record ImportedFile(
        ImportId id,
        PartyId owner,
        PartyId person,
        String kind,
        String fileName,
        long bytes,
        String sha256,
        ImportState state,
        Optional<JobId> job,
        ImportResult result,
        long faults,
        Instant startedAt,
        Optional<Instant> finishedAt) {
    /// Its page.
    public String path() {
        return "/imports/" + kind + "/" + id;
    }
}
