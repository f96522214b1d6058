package org.farmgate.logistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.party.Reaches;
import org.farmgate.platform.Actor;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing.Sealed;
import org.farmgate.platform.Slice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Goods under way. Modules book them for their deals and hear by events how it went; senders hand them
/// over, carriers and senders say that they arrived, or why not.
@Service
@Transactional
public class Consignments {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_REASON = 200;
    /// How long ago a step may have been to be written down now.
    public static final int LONGEST_AGO_DAYS = 60;

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final ConsignmentBooking booking;
    private final ConsignmentStore store;
    private final ConsignmentReadStore reading;
    private final Reaches reaches;
    private final ConsignmentAccess access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consignments(
            ConsignmentBooking booking,
            ConsignmentStore store,
            ConsignmentReadStore reading,
            Reaches reaches,
            ConsignmentAccess access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.booking = booking;
        this.store = store;
        this.reading = reading;
        this.reaches = reaches;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /// For modules, which have asked whether the goods may go: all or none; the same ones again change
    /// nothing. Refuses by [NotFound] for unknown sites and regions, CONSIGNMENT_ID_TAKEN.
    public void bookAll(Collection<NewConsignment> wanted) {
        if (!wanted.isEmpty()) booking.all(wanted, Optional.empty());
    }

    /// As [#bookAll] for one.
    public Consignment book(NewConsignment wanted) {
        bookAll(List.of(wanted));
        return get(wanted.id());
    }

    /// By somebody who moves the sender's goods. Needs MOVE_GOODS; refuses as [#bookAll].
    public Consignment book(Actor actor, NewConsignment wanted) {
        actor.require(Right.MOVE_GOODS);
        if (!access.isSender(actor, wanted.sender(), wanted.origin())) throw new NotFound("party", wanted.sender());
        booking.all(List.of(wanted), Optional.of(actor));
        return get(wanted.id());
    }

    /// The sender gives the goods to a carrier. The same again changes nothing. Needs MOVE_GOODS. Refuses
    /// by [NotFound], CONSIGNMENT_NOT_IN_THAT_STATE, CONSIGNMENT_WITHOUT_GOODS,
    /// CONSIGNMENT_TIME_OUT_OF_REACH.
    ///
    /// @param loaded as weighed at loading; empty for what was booked
    public Consignment handOver(Actor actor, ConsignmentId id, Carrier carrier, Optional<Mass> loaded, Instant at) {
        Consignment before = moving(actor, id);
        if (!access.isSender(actor, before.sender(), before.origin())) throw new NotFound("consignment", id);
        return handOver(actor, before, Optional.empty(), carrier, loaded, at);
    }

    /// As [#handOver], by a module that has asked whether the actor may load these goods: whoever loads a trip
    /// that they were put on need not be their sender.
    ///
    /// @param trip that has taken them; what it has not taken is refused
    public Consignment load(Actor actor, ConsignmentId id, UUID trip, Carrier carrier, Mass loaded, Instant at) {
        return handOver(actor, get(id), Optional.of(trip), carrier, Optional.of(loaded), at);
    }

    private Consignment handOver(
            Actor actor, Consignment before, Optional<UUID> trip, Carrier carrier, Optional<Mass> loaded, Instant at) {
        ConsignmentId id = before.id();
        Mass weighed = loaded.orElse(before.mass());
        if (weighed.isZero())
            throw new RuleBroken(LogisticsRule.CONSIGNMENT_WITHOUT_GOODS, NewConsignment.MOST_PACKAGES);
        var now = new ConsignmentState.HandedOver(checked(at, Instant.EPOCH), carrier, weighed);
        if (!store.handOver(before, now, trip))
            return sameOrRefused(
                    id,
                    state -> state.handedOver()
                            .filter(there ->
                                    there.to().equals(carrier) && there.loaded().equals(weighed))
                            .isPresent());
        step(actor, before, ConsignmentStage.HANDED_OVER, now.at(), carrier.name());
        events.publishEvent(
                new ConsignmentHandedOver(id, before.origin(), before.causeKind(), before.cause(), weighed, now.at()));
        return get(id);
    }

    /// The receiver has the goods. The same again changes nothing. Needs MOVE_GOODS. Refuses by [NotFound],
    /// CONSIGNMENT_NOT_IN_THAT_STATE, NOTHING_ACCEPTED, ACCEPTED_EXCEEDS_SENT,
    /// CONSIGNMENT_TIME_OUT_OF_REACH, and the input errors `missing` and `too-long`.
    ///
    /// @param receiver the name of who took them
    /// @param accepted what was taken, to the gram
    public Consignment deliver(Actor actor, ConsignmentId id, String receiver, Mass accepted, Instant at) {
        Consignment before = moving(actor, id);
        String name = text("receiver", receiver, LONGEST_NAME);
        if (accepted.isZero()) throw new RuleBroken(LogisticsRule.NOTHING_ACCEPTED);
        if (accepted.compareTo(before.sent()) > 0)
            throw new RuleBroken(LogisticsRule.ACCEPTED_EXCEEDS_SENT, accepted, before.sent());
        ConsignmentState.HandedOver sent = before.state().handedOver().orElseThrow(() -> notInThatState(before));
        var now = new ConsignmentState.Delivered(checked(at, sent.at()), sent, accepted);
        if (!store.deliver(before, now, booking.sealReceiver(id, name)))
            return sameOrRefused(
                    id,
                    state -> state instanceof ConsignmentState.Delivered there
                            && there.accepted().equals(accepted)
                            && unseal(actor, id).receiver().equals(Optional.of(name)));
        step(actor, before, ConsignmentStage.DELIVERED, now.at(), "");
        events.publishEvent(
                new ConsignmentDelivered(id, before.origin(), before.causeKind(), before.cause(), accepted, now.at()));
        return get(id);
    }

    /// The goods did not arrive, or are not sent after all. The same again changes nothing. Needs
    /// MOVE_GOODS. Refuses by [NotFound], CONSIGNMENT_NOT_IN_THAT_STATE, CONSIGNMENT_TIME_OUT_OF_REACH, and
    /// the input errors `missing` and `too-long`.
    public Consignment fail(Actor actor, ConsignmentId id, String reason, Instant at) {
        Consignment before = moving(actor, id);
        String why = text("reason", reason, LONGEST_REASON);
        if (!fail(before, why, checked(at, Instant.EPOCH), Optional.of(actor), UNDER_WAY))
            return sameOrRefused(
                    id,
                    state -> state instanceof ConsignmentState.Failed there
                            && there.reason().equals(why));
        return get(id);
    }

    /// For the module that booked it: the goods need not go. False when they have left already; then the
    /// module waits for what becomes of them. Refuses by [NotFound].
    public boolean withdraw(ConsignmentId id, String reason) {
        Consignment before = get(id);
        String why = text("reason", reason, LONGEST_REASON);
        return fail(before, why, now(), Optional.empty(), Set.of(ConsignmentStage.BOOKED))
                || get(id).state() instanceof ConsignmentState.Failed;
    }

    /// Refuses by [NotFound]. For modules; who asks on somebody's behalf uses [#see].
    @Transactional(readOnly = true)
    public Consignment get(ConsignmentId id) {
        return reading.byIds(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("consignment", id));
    }

    /// Those of them that exist. For modules.
    @Transactional(readOnly = true)
    public List<Consignment> byIds(Collection<ConsignmentId> ids) {
        return reading.byIds(ids);
    }

    /// What was booked for each of these, in the order of booking. For modules.
    @Transactional(readOnly = true)
    public Map<UUID, List<Consignment>> byCauses(String kind, Collection<UUID> causes) {
        return reading.byCauses(kind, causes).stream()
                .collect(Collectors.groupingBy(Consignment::cause, LinkedHashMap::new, Collectors.toList()));
    }

    /// Those of that kind delivered since, the earliest first, ten thousand at most: for jobs that look for
    /// what was overlooked.
    @Transactional(readOnly = true)
    public List<ConsignmentId> delivered(String causeKind, Instant since) {
        return reading.delivered(causeKind, since);
    }

    /// Refuses by [NotFound], also for one out of the actor's reach.
    @Transactional(readOnly = true)
    public Consignment see(Actor actor, ConsignmentId id) {
        Consignment one = get(id);
        if (!access.sees(actor, one)) throw new NotFound("consignment", id);
        return one;
    }

    /// The address, while the goods are under way, and the receiver. Needs MOVE_GOODS. Refuses by
    /// [NotFound], KEY_MISSING.
    @Transactional(readOnly = true)
    public Unsealed unseal(Actor actor, ConsignmentId id) {
        Consignment one = moving(actor, id);
        ConsignmentReadStore.Seals seals = reading.seals(one);
        Optional<Sealed> door = one.stage().isFinal() ? Optional.empty() : seals.door();
        return new Unsealed(
                door.map(seal -> booking.door(one, seal)), seals.receiver().map(seal -> booking.receiver(id, seal)));
    }

    /// What happened to it, the earliest first.
    @Transactional(readOnly = true)
    public List<ConsignmentStep> history(Actor actor, ConsignmentId id) {
        return reading.steps(see(actor, id));
    }

    /// Those that the actor's organisation sends or carries, or that come from its county; the latest
    /// first.
    @Transactional(readOnly = true)
    public Slice<Consignment> search(Actor actor, ConsignmentQuery query) {
        actor.require(Right.MOVE_GOODS);
        return reading.search(reaches.of(actor), actor.organisation(), query);
    }

    /// Whether they may hand it over: the carrier only brings it.
    @Transactional(readOnly = true)
    public boolean maySend(Actor actor, Consignment one) {
        return actor.may(Right.MOVE_GOODS) && access.isSender(actor, one.sender(), one.origin());
    }

    private static final Set<ConsignmentStage> UNDER_WAY =
            Set.of(ConsignmentStage.BOOKED, ConsignmentStage.HANDED_OVER);

    private boolean fail(
            Consignment before, String reason, Instant at, Optional<Actor> by, Set<ConsignmentStage> from) {
        var now = new ConsignmentState.Failed(at, before.state().handedOver(), reason);
        if (!store.fail(before, now, from)) return false;
        store.step(List.of(new ConsignmentBooking.Key(before)), ConsignmentStage.FAILED, at, by, reason);
        boolean sent = get(before.id()).state().handedOver().isPresent();
        events.publishEvent(new ConsignmentFailed(
                before.id(), before.origin(), before.causeKind(), before.cause(), sent, reason, at));
        return true;
    }

    private Consignment moving(Actor actor, ConsignmentId id) {
        actor.require(Right.MOVE_GOODS);
        return see(actor, id);
    }

    private Consignment sameOrRefused(ConsignmentId id, Predicate<ConsignmentState> same) {
        Consignment there = get(id);
        if (!same.test(there.state())) throw notInThatState(there);
        return there;
    }

    private static RuleBroken notInThatState(Consignment one) {
        return new RuleBroken(LogisticsRule.CONSIGNMENT_NOT_IN_THAT_STATE, one.number());
    }

    private void step(Actor actor, Consignment of, ConsignmentStage stage, Instant at, String note) {
        store.step(List.of(new ConsignmentBooking.Key(of)), stage, at, Optional.of(actor), note);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Instant checked(Instant at, Instant after) {
        Instant latest = now().plus(CLOCKS_DIFFER);
        Instant longAgo = now().minus(Duration.ofDays(LONGEST_AGO_DAYS));
        Instant earliest = after.isAfter(longAgo) ? after : longAgo;
        if (at.isBefore(earliest) || at.isAfter(latest))
            throw new RuleBroken(LogisticsRule.CONSIGNMENT_TIME_OUT_OF_REACH, earliest, latest);
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static String text(String field, String typed, int longest) {
        String stripped = typed.strip();
        if (stripped.isEmpty()) throw new InputBroken(field, "missing");
        if (stripped.codePointCount(0, stripped.length()) > longest) throw new InputBroken(field, "too-long", longest);
        return stripped;
    }
}
