package org.farmgate.logistics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What becomes of consignments that travel inside something else, such as a parcel: for the parts of
/// `logistics` that move it and have asked whether they may. All in the caller's transaction.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ConsignmentMoves {
    private static final Set<ConsignmentStage> UNDER_WAY =
            Set.of(ConsignmentStage.BOOKED, ConsignmentStage.HANDED_OVER);

    private final Consignments consignments;
    private final ConsignmentBooking booking;
    private final ConsignmentStore store;
    private final ConsignmentReadStore reading;
    private final ApplicationEventPublisher events;

    ConsignmentMoves(
            Consignments consignments,
            ConsignmentBooking booking,
            ConsignmentStore store,
            ConsignmentReadStore reading,
            ApplicationEventPublisher events) {
        this.consignments = consignments;
        this.booking = booking;
        this.store = store;
        this.reading = reading;
        this.events = events;
    }

    /// One that is still to arrive, with the door it goes to. Refuses by [org.farmgate.platform.NotFound],
    /// CONSIGNMENT_NOT_IN_THAT_STATE, KEY_MISSING.
    public record Opened(Consignment consignment, Optional<Delivery.ToDoor> door) {}

    /// As [Opened] says.
    public Opened open(ConsignmentId id) {
        Consignment one = consignments.get(id);
        if (one.stage().isFinal()) throw new RuleBroken(LogisticsRule.CONSIGNMENT_NOT_IN_THAT_STATE, one.number());
        return new Opened(one, reading.seals(one).door().map(seal -> booking.door(one, seal)));
    }

    /// Until this transaction ends, others that hold it wait: of its last packages taken at once the later one
    /// sees the earlier.
    public void hold(ConsignmentId id) {
        store.hold(consignments.get(id));
    }

    /// How many packages were booked.
    public int packages(ConsignmentId id) {
        return consignments.get(id).packages();
    }

    /// It was given to who brings it; where it was before, nothing changes.
    public void handedOver(Actor actor, ConsignmentId id, Carrier carrier, Instant at) {
        Consignment before = consignments.get(id);
        var now = new ConsignmentState.HandedOver(at.truncatedTo(ChronoUnit.MICROS), carrier, before.mass());
        if (before.stage() != ConsignmentStage.BOOKED || !store.handOver(before, now, Optional.empty())) return;
        step(before, ConsignmentStage.HANDED_OVER, now.at(), Optional.of(actor), carrier.name());
        events.publishEvent(new ConsignmentHandedOver(
                id, before.origin(), before.causeKind(), before.cause(), now.loaded(), now.at()));
    }

    /// It was taken whole by who was to have it; where it has ended before, nothing changes.
    ///
    /// @param actor empty where the platform says so
    public void delivered(Optional<Actor> actor, ConsignmentId id, String receiver, Instant at) {
        Consignment before = consignments.get(id);
        Optional<ConsignmentState.HandedOver> sent = before.state().handedOver();
        if (sent.isEmpty() || before.stage().isFinal()) return;
        Instant then = at.isBefore(sent.get().at()) ? sent.get().at() : at.truncatedTo(ChronoUnit.MICROS);
        Mass accepted = before.sent();
        var now = new ConsignmentState.Delivered(then, sent.get(), accepted);
        if (!store.deliver(before, now, booking.sealReceiver(id, receiver))) return;
        step(before, ConsignmentStage.DELIVERED, then, actor, "");
        events.publishEvent(
                new ConsignmentDelivered(id, before.origin(), before.causeKind(), before.cause(), accepted, then));
    }

    /// It will not arrive; where it has ended before, nothing changes.
    ///
    /// @param actor empty where the platform says so
    public void failed(Optional<Actor> actor, ConsignmentId id, String reason, Instant at) {
        Consignment before = consignments.get(id);
        Instant then = at.truncatedTo(ChronoUnit.MICROS);
        var now = new ConsignmentState.Failed(then, before.state().handedOver(), reason);
        if (before.stage().isFinal() || !store.fail(before, now, UNDER_WAY)) return;
        step(before, ConsignmentStage.FAILED, then, actor, reason);
        boolean sent = before.state().handedOver().isPresent();
        events.publishEvent(
                new ConsignmentFailed(id, before.origin(), before.causeKind(), before.cause(), sent, reason, then));
    }

    private void step(Consignment of, ConsignmentStage stage, Instant at, Optional<Actor> actor, String note) {
        store.step(List.of(new ConsignmentBooking.Key(of)), stage, at, actor, note);
    }
}
