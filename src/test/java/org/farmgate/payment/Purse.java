package org.farmgate.payment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;

/// What tests pay with: a cart over two counties.
public final class Purse {
    public final RegionId yizhou = RegionId.next();
    public final RegionId other = RegionId.next();
    public final UUID melons = UUID.randomUUID();
    public final UUID dates = UUID.randomUUID();
    public final PartyId cooperative = PartyId.next();

    public NewPayment cart(String provider) {
        return cart(PaymentId.next(), provider, 6_800);
    }

    public NewPayment cart(PaymentId id, String provider, long melonFen) {
        return new NewPayment(
                id,
                List.of(
                        new PaymentPart(yizhou, "order", melons, new Money(melonFen), Optional.of(cooperative)),
                        new PaymentPart(other, "order", dates, new Money(3_200))),
                provider,
                "Melons and dates",
                Optional.empty(),
                "/");
    }

    public static Actor actor(Right... rights) {
        return new Actor(
                AccountId.next(),
                PartyId.next(),
                "Ma Jun",
                PartyId.next(),
                "Couriers",
                Optional.empty(),
                false,
                Set.of(rights));
    }
}
