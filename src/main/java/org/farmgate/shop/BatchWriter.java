package org.farmgate.shop;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.farmgate.place.RegionId;
import org.farmgate.stock.Sellables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a batch of orders in, in one transaction: goods, limits, orders and lines, the event. First it
/// hopes that everything fits, no order came before and terms are as remembered, which two guarded
/// statements tell. Where a guard finds otherwise the transaction is rolled back and done again with
/// care: it looks what is there, and serves first come first.
@Component
class BatchWriter {
    /// How often others may be faster before we give up and let the buyers ask again.
    private static final int MOST_ATTEMPTS = 20;
    /// Where goods ran short, this many batches are done with care at once.
    private static final int STAY_CAREFUL = 20;

    private final TransactionTemplate transaction;
    private final IntakeStore store;
    private final OfferedTerms terms;
    private final Sellables sellables;
    private final ApplicationEventPublisher events;
    private final IntakeSettings settings;
    private final Clock clock;
    private final Map<RegionId, Integer> careful = new ConcurrentHashMap<>();

    BatchWriter(
            TransactionTemplate transaction,
            IntakeStore store,
            OfferedTerms terms,
            Sellables sellables,
            ApplicationEventPublisher events,
            IntakeSettings settings,
            Clock clock) {
        this.transaction = transaction;
        this.store = store;
        this.terms = terms;
        this.sellables = sellables;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /// An answer for each arrival, in their order. Nothing is answered that was not committed.
    List<OrderAnswer> write(RegionId origin, List<Arrival> arrivals) {
        int left = careful.getOrDefault(origin, 0);
        boolean withCare = left > 0;
        if (withCare) careful.put(origin, left - 1);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            boolean care = withCare;
            List<OrderAnswer> answers = tried(origin, arrivals, care);
            if (answers != null) return answers;
            withCare = true;
            careful.put(origin, STAY_CAREFUL);
        }
        throw new IllegalStateException("others were faster " + MOST_ATTEMPTS + " times at origin " + origin);
    }

    private @Nullable List<OrderAnswer> tried(RegionId origin, List<Arrival> arrivals, boolean care) {
        try {
            return transaction.execute(status -> attempt(status, origin, arrivals, care));
        } catch (PessimisticLockingFailureException overtaken) {
            // Another process takes from the same rows; the database let it go first.
            return null;
        }
    }

    /// Null when a guard found that somebody was faster; everything is then rolled back.
    private @Nullable List<OrderAnswer> attempt(
            TransactionStatus status, RegionId origin, List<Arrival> arrivals, boolean care) {
        store.keepPlans();
        Instant at = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        var batch = new BatchDraft(arrivals, offered(origin, arrivals, care), at, at.plus(settings.payWithin()));
        if (care) {
            batch.known(store.known(origin, arrivals));
            batch.takenBefore(store.takings(origin, batch.limited()));
            batch.left(sellables.left(origin, batch.sellables()));
        }
        batch.decide();
        // Nobody is refused by what was only remembered.
        if (!care && batch.refuses()) return null;
        if (batch.orders().isEmpty()) return batch.answers();
        BatchId id = BatchId.next();
        if (!sellables.take(origin, batch.packs())
                || !store.insert(origin, id, at, at.atZone(clock.getZone()).toLocalDate(), batch)) {
            status.setRollbackOnly();
            return null;
        }
        events.publishEvent(new OrdersPlaced(origin, id, at));
        return batch.answers();
    }

    /// By listing, what is open; what is not is missing. With care it is asked, else it is what was
    /// open last: the statement that writes the orders looks whether it still is.
    private Map<ListingId, Offered> offered(RegionId origin, List<Arrival> arrivals, boolean care) {
        List<ListingId> listings = arrivals.stream()
                .flatMap(arrival -> arrival.lines().stream().map(Wanted::listing))
                .distinct()
                .toList();
        Map<ListingId, Integer> open = care ? Map.of() : terms.lastOpen(listings);
        if (open.size() < listings.size()) {
            open = store.openVersions(origin, listings);
            terms.seen(listings, open);
        }
        Map<OfferedTerms.Version, Offered> known = terms.of(
                origin,
                open.entrySet().stream()
                        .map(one -> new OfferedTerms.Version(one.getKey(), one.getValue()))
                        .toList());
        Map<ListingId, Offered> offered = new HashMap<>();
        known.forEach((version, one) -> offered.put(version.listing(), one));
        return offered;
    }
}
