package org.farmgate.shop;

import java.util.UUID;

/// The one place where a listing is sold when it is not for everybody: its goods are set aside for it
/// alone, and the open shop does not show it.
public sealed interface Venue {
    /// The channel by which it is ordered here.
    Channel channel();

    /// Whether an order of that channel may have its goods.
    default boolean takes(Channel other) {
        return other == channel();
    }

    /// A counter of a store, a stall or a station.
    record Counter(TillId till) implements Venue {
        @Override
        public Channel channel() {
            return Channel.TILL;
        }
    }

    /// A live show. Who holds it is `live`'s to know.
    ///
    /// @param like the seller's own listing, in whose words it is
    record Show(UUID show, ListingId like) implements Venue {
        @Override
        public Channel channel() {
            return Channel.SHOW;
        }

        /// A host who shows the same goods on another platform at the same time sells them once: those orders
        /// take from the show's own goods.
        @Override
        public boolean takes(Channel other) {
            return other == Channel.SHOW || other == Channel.OUTSIDE;
        }
    }
}
