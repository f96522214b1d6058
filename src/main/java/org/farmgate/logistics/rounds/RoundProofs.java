package org.farmgate.logistics.rounds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.rounds.DriverScan.PictureId;
import org.farmgate.logistics.rounds.Task.TaskId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Sealing;
import org.farmgate.platform.blobs.BlobStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who took what on a round, for those who plan rounds.
@Service
@Transactional(readOnly = true)
public class RoundProofs {
    private final RoundDesk desk;
    private final RoundScanStore scans;
    private final Sealing sealing;
    private final BlobStore blobs;

    RoundProofs(RoundDesk desk, RoundScanStore scans, Sealing sealing, BlobStore blobs) {
        this.desk = desk;
        this.scans = scans;
        this.sealing = sealing;
        this.blobs = blobs;
    }

    /// @param code that the receiver gave; may be empty
    public record Proof(TaskId task, String name, Optional<PictureId> picture, String code, Instant at) {}

    /// How many scans of the round count, and how many were refused.
    public record Counts(long counted, long refused) {}

    public record Picture(byte[] bytes, String mediaType) {}

    /// Refuses by [NotFound].
    public List<Proof> of(Actor actor, RoundId id) {
        return scans.proofs(desk.own(actor, id)).stream()
                .map(kept -> new Proof(
                        kept.task(),
                        sealing.open(kept.name(), RoundSeals.place(kept.id().value())),
                        kept.picture(),
                        kept.code(),
                        kept.at()))
                .toList();
    }

    public Counts counts(Actor actor, RoundId id) {
        RoundScanStore.Counts counts = scans.counts(desk.own(actor, id));
        return new Counts(counts.counted(), counts.refused());
    }

    /// Refuses by [NotFound].
    public Picture picture(Actor actor, RoundId id, PictureId picture) {
        String key = scans.picture(desk.own(actor, id), picture)
                .orElseThrow(() -> new NotFound("file", picture))
                .key();
        try (InputStream content = blobs.open(key)) {
            byte[] bytes = content.readAllBytes();
            return new Picture(bytes, Driving.kind(bytes).orElse("application/octet-stream"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
