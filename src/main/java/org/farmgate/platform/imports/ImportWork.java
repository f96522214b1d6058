package org.farmgate.platform.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.blobs.BlobStore;
import org.farmgate.platform.jobs.JobOutcome;
import org.farmgate.platform.jobs.JobRun;
import org.farmgate.platform.jobs.JobWork;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes one file, or refuses it. Rows, and that the file was taken, are written in one transaction: a crash
/// in the middle leaves neither, and a second run after the end finds the answer and does nothing.
@Component
class ImportWork implements JobWork {
    static final String KIND = "import";

    private final ImportStore store;
    private final ImportKinds kinds;
    private final BlobStore blobs;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportWork(
            ImportStore store,
            ImportKinds kinds,
            BlobStore blobs,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.blobs = blobs;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobOutcome run(JobRun run) {
        ImportId id = ImportId.of(Objects.requireNonNull(run.parameters().get("import")));
        ImportedFile file = store.find(id).orElseThrow(() -> new NotFound("import", id));
        return take(run, file, kinds.get(file.kind()));
    }

    private <R> JobOutcome take(JobRun run, ImportedFile file, ImportKind<R> kind) {
        run.actor().require(kind.right());
        Faults faults = new Faults();
        Optional<String> blob = transaction.execute(status -> {
            Optional<String> key = store.lockWaiting(file.id());
            if (key.isEmpty()) return key;
            List<ImportKind.Row<R>> rows = read(run, file, key.get(), kind, faults);
            run.stopIfCancelled();
            if (!faults.any()) {
                run.progress(60, 100, "import.stage.checking", (long) rows.size());
                kind.check(run.actor(), rows, faults);
            }
            run.stopIfCancelled();
            if (faults.any()) {
                status.setRollbackOnly();
                return key;
            }
            run.progress(75, 100, "import.stage.storing", (long) rows.size());
            Faults refused = new Faults();
            ImportResult result = kind.apply(run.actor(), rows, refused);
            run.stopIfCancelled();
            store.done(file.id(), result, refused, clock.instant());
            return key;
        });
        if (faults.any()) transaction.executeWithoutResult(_ -> store.refused(file.id(), faults, clock.instant()));
        if (blob != null) blob.ifPresent(blobs::delete);
        return outcome(store.find(file.id()).orElseThrow());
    }

    private <R> List<ImportKind.Row<R>> read(
            JobRun run, ImportedFile file, String key, ImportKind<R> kind, Faults faults) {
        try {
            run.progress(0, 100, "import.stage.reading", 0L);
            try (InputStream content = blobs.open(key)) {
                Utf8.check(content);
            }
            var counted = new Counted(blobs.open(key));
            try (counted) {
                return new RowReader<>(kind, new Headings(kind, messages), faults).read(counted, rows -> {
                    run.stopIfCancelled();
                    run.progress(60 * counted.bytes() / Math.max(1, file.bytes()), 100, "import.stage.reading", rows);
                });
            }
        } catch (FileRefused refused) {
            faults.add(refused.fault());
            return List.of();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JobOutcome outcome(ImportedFile file) {
        ImportResult result = file.result();
        return switch (file.state()) {
            case DONE ->
                file.faults() > 0
                        ? JobOutcome.done(
                                file.path(),
                                "import.done-but",
                                result.added(),
                                result.changed(),
                                result.unchanged(),
                                file.faults())
                        : JobOutcome.done(
                                file.path(), "import.done", result.added(), result.changed(), result.unchanged());
            case REFUSED, ABANDONED, WAITING -> JobOutcome.refused(file.path(), "import.refused", file.faults());
        };
    }

    private static final class Counted extends java.io.FilterInputStream {
        private long bytes;

        Counted(InputStream inner) {
            super(inner);
        }

        long bytes() {
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) bytes++;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            int read = super.read(into, offset, most);
            if (read > 0) bytes += read;
            return read;
        }
    }
}
