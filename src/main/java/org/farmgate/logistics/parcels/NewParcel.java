package org.farmgate.logistics.parcels;

import java.time.Instant;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;

/// A parcel as it comes over the counter.
public sealed interface NewParcel {
    /// Made by the client: the same twice is one parcel.
    ParcelId id();

    /// The site that takes it in.
    SiteId site();

    Size size();

    Instant at();

    ParcelSource source();

    /// @param mass at most 100 kg
    /// @param litres length × width × height, rounded up
    record Size(Mass mass, int litres) {
        public static final Mass GREATEST_MASS = Mass.kilograms(100);
        public static final int MOST_LITRES = 1_000;
        /// Lead is 11.3; what weighs more was typed wrong.
        private static final long MOST_GRAMS_PER_LITRE = 12_000;

        /// Refuses by the input error `out-of-range` and PARCEL_SIZE_WRONG.
        public Size {
            if (litres < 1 || litres > MOST_LITRES) throw new InputBroken("litres", "out-of-range", 1, MOST_LITRES);
            if (mass.isZero() || mass.compareTo(GREATEST_MASS) > 0 || mass.grams() > litres * MOST_GRAMS_PER_LITRE)
                throw new RuleBroken(ParcelRule.PARCEL_SIZE_WRONG, GREATEST_MASS);
        }
    }

    /// Goods that were booked as a consignment; where they go and to whom is known from it.
    record OfOrder(ParcelId id, SiteId site, ConsignmentId consignment, int packageNumber, Size size, Instant at)
            implements NewParcel {
        @Override
        public ParcelSource source() {
            return new ParcelSource.Order(consignment, packageNumber);
        }
    }

    record FromVillager(
            ParcelId id, SiteId site, Contact sender, Contact receiver, ParcelTarget to, Size size, Instant at)
            implements NewParcel {
        @Override
        public ParcelSource source() {
            return new ParcelSource.Villager();
        }
    }

    record Inbound(
            ParcelId id,
            SiteId site,
            ParcelSource.Inbound from,
            Contact receiver,
            ParcelTarget to,
            Size size,
            Instant at)
            implements NewParcel {
        @Override
        public ParcelSource source() {
            return from;
        }
    }
}
