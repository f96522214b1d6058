package org.farmgate.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.payment.PaymentId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// An order as it stands.
///
/// @param buyer empty for a guest
/// @param provider how it is paid
/// @param refunded what was given back, or is being given back
/// @param expiresAt until when it waits for its payment
/// @param paidAt when the money came
public record Order(
        OrderId id,
        OrderKey key,
        RegionId origin,
        PartyId seller,
        Optional<PartyId> buyer,
        Channel channel,
        String provider,
        RegionId region,
        Money total,
        Money refunded,
        OrderState state,
        Instant stateAt,
        Instant placedAt,
        Optional<Instant> expiresAt,
        Optional<PaymentId> payment,
        Optional<Instant> paidAt,
        List<OrderLine> lines) {
    /// What is still paid for it, or due.
    public Money worth() {
        return total.minus(refunded);
    }

    public Mass mass() {
        return lines.stream().map(OrderLine::mass).reduce(Mass.ZERO, Mass::plus);
    }

    public int packs() {
        return lines.stream().mapToInt(OrderLine::packs).sum();
    }

    public boolean isPaidAtTheDoor() {
        return provider.equals(BatchDraft.AT_THE_DOOR);
    }

    /// The money is with another platform, which passes it on to the seller: nobody is to ask for it at the door.
    public boolean isPaidOutside() {
        return channel == Channel.OUTSIDE;
    }

    public boolean mayBeCancelled() {
        return OrderState.CANCELLED.from().contains(state);
    }
}
