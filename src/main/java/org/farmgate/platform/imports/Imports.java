package org.farmgate.platform.imports;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.farmgate.platform.Actor;
import org.farmgate.platform.JobId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.farmgate.platform.blobs.Blob;
import org.farmgate.platform.blobs.BlobStore;
import org.farmgate.platform.jobs.Jobs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes files of rows, and finds again what became of them. A file belongs to the organisation that its
/// bringer acted for; others do not learn that it exists.
@Service
public class Imports {
    public static final long MOST_BYTES = 60L * 1024 * 1024;
    private static final int LONGEST_FILE_NAME = 120;

    private final ImportStore store;
    private final ImportKinds kinds;
    private final BlobStore blobs;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imports(
            ImportStore store,
            ImportKinds kinds,
            BlobStore blobs,
            Jobs jobs,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.blobs = blobs;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param repeated whether the organisation had brought this very file before; then nothing was done
    public record Started(ImportedFile file, boolean repeated) {}

    /// Stores the file and starts the job that takes it. The same content again is answered with the first
    /// one's file.
    ///
    /// Refuses by [NotFound] (no such kind), [org.farmgate.platform.Denied],
    /// [org.farmgate.platform.blobs.BlobTooLarge] (nothing is kept then) and TOO_MANY_JOBS.
    public Started start(Actor actor, String kind, String fileName, InputStream content) {
        actor.require(kinds.get(kind).right());
        Blob blob = blobs.save("imports", content, MOST_BYTES);
        boolean kept = false;
        try {
            Started started = transaction.execute(_ -> register(actor, kind, tidy(fileName), blob));
            kept = !started.repeated();
            return started;
        } finally {
            if (!kept) blobs.delete(blob.key());
        }
    }

    private Started register(Actor actor, String kind, String fileName, Blob blob) {
        store.giveUpAbandoned(actor.organisation(), kind, blob.sha256());
        ImportId id = ImportId.next();
        boolean first = store.insert(id, actor, kind, fileName, blob, clock.instant());
        if (first) {
            JobId job = jobs.submit(actor, ImportWork.KIND, Map.of("import", id.toString(), "kind", kind));
            store.setJob(id, job);
        }
        ImportedFile file = first
                ? store.find(id).orElseThrow()
                : store.findSame(actor.organisation(), kind, blob.sha256()).orElseThrow();
        return new Started(file, !first);
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public ImportedFile get(Actor actor, ImportId id) {
        return store.find(id).filter(file -> actor.actsFor(file.owner())).orElseThrow(() -> new NotFound("import", id));
    }

    /// The organisation's, the newest first.
    @Transactional(readOnly = true)
    public Slice<ImportedFile> search(Actor actor, Paging paging) {
        return store.ofOwner(actor.organisation(), paging);
    }

    /// What was wrong with it, in the order of the file. The total is of those kept; the file knows of all.
    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Slice<Fault> faults(Actor actor, ImportId id, Paging paging) {
        long kept = Math.min(get(actor, id).faults(), Faults.MOST_KEPT);
        return Slice.of(store.faults(id, paging.offset(), paging.size()), paging, kept);
    }

    /// All that were kept. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public List<Fault> allFaults(Actor actor, ImportId id) {
        get(actor, id);
        return store.faults(id, 0, Faults.MOST_KEPT);
    }

    /// Only the last part of a path, as some browsers send it, without what no file name has.
    private static String tidy(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (last.isEmpty()) return "file.csv";
        return last.codePointCount(0, last.length()) <= LONGEST_FILE_NAME
                ? last
                : last.substring(0, last.offsetByCodePoints(0, LONGEST_FILE_NAME));
    }
}
