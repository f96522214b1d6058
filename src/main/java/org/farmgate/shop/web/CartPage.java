package org.farmgate.shop.web;

import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingState;
import org.farmgate.shop.Photo;

/// A cart as it stands: a part for each county and seller, since each will be an order of its own.
public record CartPage(List<Part> parts, Names names, FormErrors errors) {
    /// What comes from one seller in one county.
    public record Part(RegionId origin, PartyId seller, List<Line> lines) {
        public Money total() {
            return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    /// @param left packs that can be bought now
    public record Line(Listing listing, int packs, long left, Optional<Photo> photo) {
        /// Of one pack, when so many are taken.
        public Money price() {
            return listing.terms().priceFor(packs);
        }

        public Money amount() {
            return new Money(Math.multiplyExact(price().fen(), packs));
        }

        public boolean isOpen() {
            return listing.state() == ListingState.OPEN;
        }

        public boolean canBeHad() {
            return isOpen() && left >= packs;
        }

        public boolean isOverLimit() {
            return listing.terms().limitPerBuyer().filter(most -> packs > most).isPresent();
        }

        /// For the hidden field of the checkout: what was shown is what is ordered, or nothing.
        public String sent() {
            return listing.id() + " " + packs + " " + price().fen();
        }
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    public List<Line> lines() {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }

    public Money total() {
        return parts.stream().map(Part::total).reduce(Money.ZERO, Money::plus);
    }

    public boolean canBeHad() {
        return lines().stream().allMatch(line -> line.canBeHad() && !line.isOverLimit());
    }
}
