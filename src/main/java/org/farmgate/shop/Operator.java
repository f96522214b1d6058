package org.farmgate.shop;

import java.util.concurrent.atomic.AtomicReference;
import org.farmgate.party.Parties;
import org.farmgate.party.PartyKind;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Component;

/// The organisation that runs this installation: it holds buyers' money until it is settled. There is
/// one, founded at set-up, and it never changes.
@Component
class Operator {
    private final Parties parties;
    private final AtomicReference<PartyId> known = new AtomicReference<>();

    Operator(Parties parties) {
        this.parties = parties;
    }

    PartyId id() {
        PartyId there = known.get();
        if (there == null) {
            there = parties.organisations(PartyKind.OPERATOR, new Paging(0, 1, "")).rows().stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("this installation has not been set up"))
                    .id();
            known.set(there);
        }
        return there;
    }
}
