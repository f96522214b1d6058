package org.farmgate.place;

import java.util.Optional;
import java.util.Set;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;

/// People who may do certain things, for tests of modules on the ground floors that know no parties.
public final class Keepers {
    private Keepers() {}

    public static Actor with(Right... rights) {
        return of(PartyId.next(), rights);
    }

    public static Actor of(PartyId organisation, Right... rights) {
        return new Actor(
                AccountId.next(),
                PartyId.next(),
                "Aygül",
                organisation,
                "Nanhu Cooperative",
                Optional.empty(),
                false,
                Set.of(rights));
    }
}
