package org.farmgate.logistics;

import java.time.Clock;
import java.util.Optional;
import org.farmgate.logistics.TariffChange.Subject;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rates of the last parts of the way. Kept by whoever has SET_TARIFFS; each change is remembered with who and
/// when.
@Service
@Transactional
public class Rates {
    private final RateStore store;
    private final ChangeStore changes;
    private final Clock clock;

    Rates(RateStore store, ChangeStore changes, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.clock = clock;
    }

    /// The same twice changes nothing.
    public LegRates set(Actor actor, LegRates rates) {
        actor.require(Right.SET_TARIFFS);
        changes.queueUp();
        if (!current().equals(Optional.of(rates)))
            store.put(rates, changes.add(Subject.RATES, ChangeStore.RATES, actor, clock.instant()));
        return rates;
    }

    /// Empty until somebody has set them.
    @Transactional(readOnly = true)
    public Optional<LegRates> current() {
        return store.at(Long.MAX_VALUE);
    }
}
