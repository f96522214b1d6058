package org.farmgate.ledger;

import java.time.LocalDate;
import java.util.Map;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.JobId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.jobs.Jobs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Files of postings, written as jobs: the books are longer than anybody waits for a page.
@Service
@Transactional
public class BooksExports {
    static final String KIND = "books-export";

    private final ExportStore store;
    private final BooksAccess access;
    private final Jobs jobs;

    BooksExports(ExportStore store, BooksAccess access, Jobs jobs) {
        this.store = store;
        this.access = access;
        this.jobs = jobs;
    }

    /// All postings that the asker sees, between the days, both included. Refuses by TOO_MANY_JOBS; as input
    /// when the days are crossed.
    public JobId start(Actor actor, RegionId origin, LocalDate from, LocalDate to) {
        access.of(actor);
        if (to.isBefore(from)) throw new InputBroken("to", "ends-before-start", from, to);
        return jobs.submit(
                actor, KIND, Map.of("origin", origin.toString(), "from", from.toString(), "to", to.toString()));
    }

    /// Another organisation's is [NotFound].
    @Transactional(readOnly = true)
    public BooksExport get(Actor actor, JobId job) {
        access.of(actor);
        return store.find(job)
                .filter(export -> actor.actsFor(export.owner()))
                .orElseThrow(() -> new NotFound("file", job));
    }
}
