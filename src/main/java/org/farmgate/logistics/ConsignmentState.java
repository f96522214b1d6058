package org.farmgate.logistics;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.Mass;

/// Where a consignment stands: booked → handed over → delivered, or failed from either.
public sealed interface ConsignmentState {
    ConsignmentStage stage();

    /// Since when.
    Instant at();

    /// When it was handed over and to whom, if it was.
    Optional<HandedOver> handedOver();

    record Booked(Instant at) implements ConsignmentState {
        @Override
        public ConsignmentStage stage() {
            return ConsignmentStage.BOOKED;
        }

        @Override
        public Optional<HandedOver> handedOver() {
            return Optional.empty();
        }
    }

    /// @param loaded what was weighed when it was loaded; no more than that can arrive
    record HandedOver(Instant at, Carrier to, Mass loaded) implements ConsignmentState {
        @Override
        public ConsignmentStage stage() {
            return ConsignmentStage.HANDED_OVER;
        }

        @Override
        public Optional<HandedOver> handedOver() {
            return Optional.of(this);
        }
    }

    /// @param accepted what the receiver took, to the gram: what may be invoiced
    record Delivered(Instant at, HandedOver before, Mass accepted) implements ConsignmentState {
        @Override
        public ConsignmentStage stage() {
            return ConsignmentStage.DELIVERED;
        }

        @Override
        public Optional<HandedOver> handedOver() {
            return Optional.of(before);
        }
    }

    record Failed(Instant at, Optional<HandedOver> handedOver, String reason) implements ConsignmentState {
        @Override
        public ConsignmentStage stage() {
            return ConsignmentStage.FAILED;
        }
    }
}
