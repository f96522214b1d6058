package org.farmgate.stock;

import java.time.LocalDate;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// A lot at a site.
///
/// @param owner whose goods they are
/// @param onHand the sum of its movements
/// @param held what of it is set aside
/// @param ownStatus what was said of the goods here
/// @param lotStatus what was said of the lot everywhere
/// @param moves how many movements there were: whoever counts says which he knew of
public record Position(
        PositionKey key,
        PartyId owner,
        ProductId product,
        int grade,
        LocalDate bestBefore,
        Mass onHand,
        Mass held,
        QualityStatus ownStatus,
        QualityStatus lotStatus,
        int moves,
        Optional<LocalDate> countedOn) {
    public RegionId origin() {
        return key.origin();
    }

    public LotId lot() {
        return key.lot();
    }

    public SiteId site() {
        return key.site();
    }

    /// What counts: the lot's, where the whole lot was judged.
    public QualityStatus status() {
        return lotStatus.isGood() ? ownStatus : lotStatus;
    }

    /// On hand and not set aside.
    public Mass free() {
        return onHand.minus(held);
    }

    /// As it is once so many grams of it are no longer set aside.
    Position holdingLess(long grams) {
        return new Position(
                key,
                owner,
                product,
                grade,
                bestBefore,
                onHand,
                new Mass(held.grams() - grams),
                ownStatus,
                lotStatus,
                moves,
                countedOn);
    }

    /// Good, and good for that day still.
    boolean backsSalesOn(LocalDate day) {
        return status().isGood() && !bestBefore.isBefore(day);
    }
}
