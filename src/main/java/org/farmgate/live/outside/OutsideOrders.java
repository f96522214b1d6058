package org.farmgate.live.outside;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.place.Regions;
import org.farmgate.platform.Paging;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.farmgate.platform.Slice;
import org.farmgate.shop.Cancellations;
import org.farmgate.shop.Channel;
import org.farmgate.shop.OrderAnswer;
import org.farmgate.shop.OrderId;
import org.farmgate.shop.OrderIntake;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.OrderRequest;
import org.farmgate.shop.OrderState;
import org.farmgate.shop.Orders;
import org.farmgate.shop.ShopRule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Orders made on other platforms. Each is noted before the intake is asked, under a key of its own, and
/// settled afterwards: so a request that died half-way is finished by sending it again, and the same number
/// always answers the same.
///
/// An order stands or falls as a whole, even where its goods come from several counties: the buyer has paid
/// for it as one. A refusal for want of goods stands, since that buyer was told; what was refused for a
/// code or a place that is not known may be sent again.
@Service
public class OutsideOrders {
    /// The intake's word for an order whose money does not come through us before the goods do.
    static final String AT_THE_DOOR = "cash";

    private static final int MOST_ATTEMPTS = 10;

    private final OutsideStore channels;
    private final OutsideOrderStore store;
    private final OrderIntake intake;
    private final Orders orders;
    private final Cancellations cancellations;
    private final Regions regions;
    private final Sealing sealing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OutsideOrders(
            OutsideStore channels,
            OutsideOrderStore store,
            OrderIntake intake,
            Orders orders,
            Cancellations cancellations,
            Regions regions,
            Sealing sealing,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.channels = channels;
        this.store = store;
        this.intake = intake;
        this.orders = orders;
        this.cancellations = cancellations;
        this.regions = regions;
        this.sealing = sealing;
        this.transaction = new TransactionTemplate(transactions);
        // The intake commits by itself, whatever becomes of a file around it; so must what is noted here.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /// An answer for each, in their order, which is the order of arrival. An order is refused as
    /// [OrderIntake#place] does, by ORDER_KEY_REUSED where the number came before with something else in
    /// it, by OUTSIDE_CODE_UNKNOWN, OUTSIDE_REGION_UNKNOWN, OUTSIDE_ORDER_TOO_LARGE and
    /// OUTSIDE_ORDER_CANCELLED. All are refused by OUTSIDE_CHANNEL_CLOSED, and by INTAKE_FULL from some
    /// order on: send the same again.
    public List<OutsideAnswer> take(OutsideChannel channel, List<OutsideOrder> told, OutsideSource source) {
        if (!channel.isOpen()) throw new RuleBroken(OutsideRule.OUTSIDE_CHANNEL_CLOSED, channel.name());
        Meanings meanings = meanings(channel, told);
        List<OutsideAnswer> answers = new ArrayList<>(told.size());
        for (OutsideOrder order : told) answers.add(take(channel, order, meanings, source));
        return answers;
    }

    Meanings meanings(OutsideChannel channel, List<OutsideOrder> told) {
        return Meanings.of(
                channels.codes(channel.id()),
                regions,
                told.stream().map(OutsideOrder::regionCode).toList());
    }

    private OutsideAnswer take(OutsideChannel channel, OutsideOrder order, Meanings meanings, OutsideSource source) {
        OutsideEntry entry = begin(channel, order, meanings, source);
        if (!entry.mark().equals(mark(order))) return refused(entry, new RuleBroken(ShopRule.ORDER_KEY_REUSED));
        if (entry.state() == OutsideState.RECEIVED) return place(entry, order, meanings);
        return answer(entry);
    }

    /// The order as it was noted before, or as it is noted now.
    private OutsideEntry begin(OutsideChannel channel, OutsideOrder order, Meanings meanings, OutsideSource source) {
        Optional<OutsideEntry> there = store.find(channel.id(), order.number());
        if (there.isPresent() && !there.get().mayBeTriedAgain()) return there.get();
        Optional<RuleBroken> against = meanings.against(order);
        var entry = new OutsideEntry(
                channel.id(),
                order.number(),
                there.map(OutsideEntry::key).orElseGet(OrderKey::next),
                mark(order),
                against.isPresent() ? OutsideState.REFUSED : OutsideState.RECEIVED,
                against.isPresent() ? Map.of() : meanings.packs(order),
                List.of(),
                against,
                order.paid(),
                Optional.empty(),
                source,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        boolean first = Boolean.TRUE.equals(
                transaction.execute(_ -> there.isPresent() ? store.reopen(entry) : store.insert(entry)));
        return first ? entry : store.find(channel.id(), order.number()).orElseThrow();
    }

    private OutsideAnswer place(OutsideEntry entry, OutsideOrder order, Meanings meanings) {
        var region = meanings.region(order.regionCode());
        if (region.isEmpty())
            return refused(entry, new RuleBroken(OutsideRule.OUTSIDE_REGION_UNKNOWN, order.regionCode()));
        List<OrderAnswer> answers = intake.place(new OrderRequest(
                entry.key(),
                Optional.empty(),
                region.get(),
                order.contact(),
                AT_THE_DOOR,
                Channel.OUTSIDE,
                entry.wanted()));
        OutsideEntry settled = settled(entry, answers);
        boolean first = Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!store.settle(settled, clock.instant())) return false;
            // Of an order that does not stand as a whole nothing stays.
            if (settled.state() != OutsideState.TAKEN) cancellations.cancelAll(entry.key(), "");
            return true;
        }));
        if (first && settled.state() == OutsideState.TAKEN)
            return new OutsideAnswer.Taken(entry.number(), settled.orders(), false);
        return answer(
                first ? settled : store.find(entry.channel(), entry.number()).orElseThrow());
    }

    private static OutsideEntry settled(OutsideEntry entry, List<OrderAnswer> answers) {
        List<OrderId> taken = new ArrayList<>();
        Money total = Money.ZERO;
        for (OrderAnswer answer : answers)
            switch (answer) {
                case OrderAnswer.Refused refused -> {
                    return entry.settled(OutsideState.REFUSED, List.of(), Optional.of(refused.why()), Optional.empty());
                }
                case OrderAnswer.Taken one -> {
                    // Placed by a request that died, and cancelled by the seller since.
                    if (one.state() == OrderState.CANCELLED)
                        return entry.settled(OutsideState.CANCELLED, List.of(), Optional.empty(), Optional.empty());
                    taken.add(one.id());
                    total = total.plus(one.total());
                }
            }
        return entry.settled(OutsideState.TAKEN, taken, Optional.empty(), Optional.of(total));
    }

    /// Of one that is settled. What another request placed for it after that is taken back.
    private OutsideAnswer answer(OutsideEntry entry) {
        return switch (entry.state()) {
            case TAKEN -> new OutsideAnswer.Taken(entry.number(), entry.orders(), true);
            case REFUSED -> {
                leaveNothing(entry);
                yield refused(entry, entry.why().orElseThrow());
            }
            case CANCELLED -> {
                leaveNothing(entry);
                yield refused(entry, new RuleBroken(OutsideRule.OUTSIDE_ORDER_CANCELLED));
            }
            case RECEIVED -> throw new IllegalStateException(entry.number() + " was not settled");
        };
    }

    private void leaveNothing(OutsideEntry entry) {
        transaction.executeWithoutResult(_ -> cancellations.cancelAll(entry.key(), ""));
    }

    private static OutsideAnswer refused(OutsideEntry entry, RuleBroken why) {
        return new OutsideAnswer.Refused(entry.number(), why);
    }

    /// An answer for each, in their order: its goods are on sale again. Cancelled again it stays so, and a
    /// channel that is closed may cancel too. One is refused by OUTSIDE_ORDER_UNKNOWN, and by
    /// ORDER_NOT_IN_THAT_STATE where the goods have left the shelf.
    public List<OutsideAnswer> cancel(OutsideChannel channel, List<OutsideCancellation> told) {
        return told.stream().map(one -> cancel(channel, one)).toList();
    }

    private OutsideAnswer cancel(OutsideChannel channel, OutsideCancellation told) {
        String reason = told.reason().isBlank() ? channel.name() : channel.name() + ": " + told.reason();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<OutsideEntry> seen = store.find(channel.id(), told.number());
            if (seen.isEmpty())
                return new OutsideAnswer.Refused(
                        told.number(), new RuleBroken(OutsideRule.OUTSIDE_ORDER_UNKNOWN, told.number()));
            if (seen.get().state() == OutsideState.CANCELLED) {
                // A request that died may have placed it since.
                leaveNothing(seen.get());
                return new OutsideAnswer.Cancelled(told.number());
            }
            try {
                if (Boolean.TRUE.equals(transaction.execute(_ -> cancel(seen.get(), reason))))
                    return new OutsideAnswer.Cancelled(told.number());
            } catch (RuleBroken broken) {
                return new OutsideAnswer.Refused(told.number(), broken);
            }
        }
        throw new IllegalStateException("others were faster " + MOST_ATTEMPTS + " times at " + told.number());
    }

    private boolean cancel(OutsideEntry seen, String reason) {
        if (!store.cancel(seen, clock.instant())) return false;
        cancellations.cancelAll(seen.key(), reason);
        return true;
    }

    /// An order came to nothing, by its seller's will: so has the one on the other platform, once all its
    /// parts have.
    void ended(OrderId order) {
        Optional<OutsideEntry> entry = store.ofOrder(order);
        if (entry.filter(one -> one.state() == OutsideState.TAKEN).isEmpty()) return;
        if (orders.ofKey(entry.get().key()).stream().allMatch(one -> one.state() == OrderState.CANCELLED))
            store.cancel(entry.get(), clock.instant());
    }

    /// How many there are of each state. For whoever may see the channel.
    public Map<OutsideState, Long> counts(OutsideChannel channel) {
        return store.counts(channel.id());
    }

    /// The newest first; all states where none is named.
    public Slice<OutsideEntry> search(OutsideChannel channel, Optional<OutsideState> state, Paging paging) {
        Map<OutsideState, Long> counts = counts(channel);
        long total = state.map(one -> counts.getOrDefault(one, 0L))
                .orElseGet(() ->
                        counts.values().stream().mapToLong(Long::longValue).sum());
        return store.search(channel.id(), state, paging, total);
    }

    private UUID mark(OutsideOrder order) {
        var text = new StringBuilder();
        text.append(order.contact().name()).append('\n');
        text.append(order.contact().telephone()).append('\n');
        text.append(order.contact().address()).append('\n').append(order.regionCode());
        for (OutsideOrder.Line line : order.lines())
            text.append('\n')
                    .append(line.code())
                    .append('\t')
                    .append(line.quantity())
                    .append('\t')
                    .append(line.paid().fen());
        return sealing.fingerprint(text.toString(), "outside order");
    }
}
