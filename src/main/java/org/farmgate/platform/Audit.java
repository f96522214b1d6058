package org.farmgate.platform;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The audit trail: who did what to whom, and when. Lines are added in the transaction of the deed, so none is
/// missing and none tells of what was rolled back; they are never changed. Nothing secret goes into `details`.
@Service
public class Audit {
    private final AuditStore store;
    private final Clock clock;

    Audit(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @param what a stable lower-case word such as `membership.ended`; message `audit.<what>`
    /// @param subjectType a word of the glossary, such as `party`
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String what, String subjectType, Id subjectId, Map<String, String> details) {
        record(Optional.of(actor), what, subjectType, subjectId, details);
    }

    /// As above; nobody is named where the installation itself acts, as at set-up.
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            Optional<Actor> actor, String what, String subjectType, Id subjectId, Map<String, String> details) {
        store.insert(
                clock.instant(), actor, what, subjectType, subjectId.value().toString(), details);
    }

    /// The whole trail for administrators, their own organisation's for its managers. Searches in what was done, by
    /// whom and to what.
    @Transactional(readOnly = true)
    public Slice<AuditEntry> search(Actor actor, Paging paging) {
        if (actor.may(Right.ADMINISTER)) return store.search(Optional.empty(), paging);
        actor.require(Right.MANAGE_ORGANISATION);
        return store.search(Optional.of(actor.organisation()), paging);
    }
}
