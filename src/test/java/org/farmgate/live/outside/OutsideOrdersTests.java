package org.farmgate.live.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.farmgate.live.outside.OutsideAnswer.Refused;
import org.farmgate.live.outside.OutsideAnswer.Taken;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.shop.Cancellations;
import org.farmgate.shop.Channel;
import org.farmgate.shop.Fulfilment;
import org.farmgate.shop.Listing;
import org.farmgate.shop.Order;
import org.farmgate.shop.OrderAnswer;
import org.farmgate.shop.OrderIntake;
import org.farmgate.shop.OrderState;
import org.farmgate.shop.Orders;
import org.farmgate.shop.ShopRule;
import org.farmgate.shop.Stall;
import org.farmgate.stock.HoldingId;
import org.farmgate.testing.Cast;
import org.farmgate.testing.Race;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is sold on another platform is not sold here, and the other way round.
@WholeAppTest
@Import({Stall.class, OutsideStand.class})
class OutsideOrdersTests {
    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    OutsideStand stand;

    @Autowired
    OutsideChannels channels;

    @Autowired
    OutsideOrders outside;

    @Autowired
    OutsideOrderStore store;

    @Autowired
    OrderIntake intake;

    @Autowired
    Orders orders;

    @Autowired
    Cancellations cancellations;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    JdbcClient jdbc;

    private OutsideAnswer take(OutsideChannel channel, OutsideOrder order) {
        return outside.take(channel, List.of(order), OutsideSource.WEBHOOK).getFirst();
    }

    private static Taken taken(OutsideAnswer answer) {
        assertThat(answer).isInstanceOf(Taken.class);
        return (Taken) answer;
    }

    private static Rule why(OutsideAnswer answer) {
        assertThat(answer).isInstanceOf(Refused.class);
        return ((Refused) answer).why().rule();
    }

    private Order only(Taken taken) {
        return orders.ofSeller(cast.manager(), taken.orders().getFirst());
    }

    @Test
    void anOrderFromThereIsAnOrderHereAtOurPriceAndTheDifferenceIsKept() {
        OutsideChannel channel = stand.channel().channel();
        Listing melons = stand.melons(channel, 10);
        channels.map(cast.manager(), channel.id(), new OutsideCode("TWO", melons.id(), 2));
        var lines = List.of(
                new OutsideOrder.Line("TWO", 2, new Money(24_000)),
                new OutsideOrder.Line("MELON", 1, new Money(6_500)));
        Order order = only(taken(take(channel, new OutsideOrder("A-1", OutsideStand.GUEST, "990101", lines))));
        assertThat(order.channel()).isEqualTo(Channel.OUTSIDE);
        assertThat(order.state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(order.packs()).isEqualTo(5);
        assertThat(order.total()).isEqualTo(new Money(29_500));
        assertThat(orders.contact(order).address()).isEqualTo("12 Garden Street");
        assertThat(stand.left(melons)).isEqualTo(5);
        OutsideEntry entry = store.find(channel.id(), "A-1").orElseThrow();
        assertThat(entry.fenAbove()).contains(1_000L);
    }

    @Test
    void theSameAgainIsTheSameAndSomethingElseUnderItsNumberIsRefused() throws Exception {
        OutsideChannel channel = stand.channel().channel();
        Listing melons = stand.melons(channel, 10);
        OutsideOrder order = OutsideStand.order("A-1", "MELON", 2);
        List<Callable<OutsideAnswer>> same = new ArrayList<>();
        for (int i = 0; i < 12; i++) same.add(() -> take(channel, order));
        var outcomes = Race.of(same);
        Taken first = taken(take(channel, order));
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(
                                taken(Objects.requireNonNull(outcome.answer())).orders())
                        .isEqualTo(first.orders()));
        assertThat(why(take(channel, OutsideStand.order("A-1", "MELON", 3)))).isEqualTo(ShopRule.ORDER_KEY_REUSED);
        assertThat(stand.left(melons)).isEqualTo(8);
        // Another platform may well have an order of that number.
        OutsideChannel other = stand.channel().channel();
        channels.map(cast.manager(), other.id(), new OutsideCode("MELON", melons.id(), 1));
        assertThat(taken(take(other, order)).orders()).isNotEqualTo(first.orders());
        assertThat(stand.left(melons)).isEqualTo(6);
    }

    @Test
    void twoPlatformsAndTheShopRaceForTheLastPacks() throws Exception {
        OutsideChannel one = stand.channel().channel();
        OutsideChannel two = stand.channel().channel();
        Listing melons = stand.melons(one, 7);
        channels.map(cast.manager(), two.id(), new OutsideCode("BOX", melons.id(), 1));
        List<Callable<Boolean>> buyers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String number = "R-" + i;
            buyers.add(() -> take(one, OutsideStand.order(number, "MELON", 1)) instanceof Taken);
            buyers.add(() -> take(two, OutsideStand.order(number, "BOX", 1)) instanceof Taken);
            buyers.add(() -> intake.place(stall.order(melons, 1)).getFirst() instanceof OrderAnswer.Taken);
        }
        var outcomes = Race.of(buyers);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.thrown()).isNull());
        assertThat(outcomes.stream().filter(outcome -> Boolean.TRUE.equals(outcome.answer())))
                .hasSize(7);
        assertThat(stand.left(melons)).isZero();
        assertThat(jdbc.sql("select coalesce(sum(packs), 0) from shop.order_line where listing_id = :listing")
                        .param("listing", melons.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(7);
        assertThat(outside.counts(one).getOrDefault(OutsideState.TAKEN, 0L)
                        + outside.counts(one).getOrDefault(OutsideState.REFUSED, 0L))
                .isEqualTo(10);
    }

    @Test
    void whatDiedBetweenTheIntakeAndItsNoteIsFinishedBySendingItAgain() {
        OutsideChannel channel = stand.channel().channel();
        Listing melons = stand.melons(channel, 10);
        OutsideOrder order = OutsideStand.order("A-1", "MELON", 2);
        Taken first = taken(take(channel, order));
        jdbc.sql("""
                update live.outside_order set state = 'RECEIVED', order_ids = '{}', total_fen = null, settled_at = null
                where channel_id = :channel
                """).param("channel", channel.id().value()).update();
        // What the code means may have changed meanwhile; what it meant when the order came is kept.
        channels.map(cast.manager(), channel.id(), new OutsideCode("MELON", melons.id(), 3));
        Taken again = taken(take(channel, order));
        assertThat(again.orders()).isEqualTo(first.orders());
        assertThat(taken(take(channel, order)).before()).isTrue();
        assertThat(stand.left(melons)).isEqualTo(8);
        assertThat(store.find(channel.id(), "A-1").orElseThrow().total()).contains(new Money(11_800));
    }

    @Test
    void whatWasRefusedForWantOfGoodsStaysRefused() {
        OutsideChannel channel = stand.channel().channel();
        Listing melons = stand.melons(channel, 2);
        OutsideOrder large = OutsideStand.order("A-1", "MELON", 3);
        assertThat(((Refused) take(channel, large)).why().arguments()).containsExactly(2L);
        taken(take(channel, OutsideStand.order("A-2", "MELON", 2)));
        assertThat(why(take(channel, OutsideStand.order("A-3", "MELON", 1)))).isEqualTo(ShopRule.SOLD_OUT);
        stall.melons(Mass.kilograms(50));
        stand.listings.addPacks(cast.manager(), melons.id(), HoldingId.next(), 10);
        Refused again = (Refused) take(channel, large);
        assertThat(again.why().rule()).isEqualTo(ShopRule.NOT_ENOUGH_LEFT);
        assertThat(again.why().arguments()).containsExactly(2L);
        taken(take(channel, OutsideStand.order("A-4", "MELON", 3)));
    }

    @Test
    void whatWasRefusedForItsWordsMayBeSentAgainOnceTheyAreKnown() {
        OutsideChannel channel = stand.channel().channel();
        Listing melons = stand.melons(channel, 5);
        OutsideOrder order = OutsideStand.order("A-1", "NEW", 1);
        assertThat(why(take(channel, order))).isEqualTo(OutsideRule.OUTSIDE_CODE_UNKNOWN);
        assertThat(why(take(channel, order))).isEqualTo(OutsideRule.OUTSIDE_CODE_UNKNOWN);
        channels.map(cast.manager(), channel.id(), new OutsideCode("NEW", melons.id(), 1));
        taken(take(channel, order));
        var nowhere = new OutsideOrder("A-2", OutsideStand.GUEST, "880000", order.lines());
        assertThat(why(take(channel, nowhere))).isEqualTo(OutsideRule.OUTSIDE_REGION_UNKNOWN);
        // A county that is not known lies in a province that is.
        taken(take(channel, new OutsideOrder("A-3", OutsideStand.GUEST, "990977", order.lines())));
        var much = OutsideStand.order("A-4", "NEW", OutsideOrder.Line.MOST);
        channels.map(cast.manager(), channel.id(), new OutsideCode("NEW", melons.id(), 2));
        assertThat(why(take(channel, much))).isEqualTo(OutsideRule.OUTSIDE_ORDER_TOO_LARGE);
        assertThat(stand.left(melons)).isEqualTo(3);
    }

    @Test
    void aCancellationGivesTheGoodsBackOnce() {
        OutsideChannel channel = stand.channel().channel();
        Listing melons = stand.melons(channel, 5);
        OutsideOrder order = OutsideStand.order("A-1", "MELON", 2);
        Taken taken = taken(take(channel, order));
        var told = List.of(new OutsideCancellation("A-1", "changed their mind"), new OutsideCancellation("A-9", ""));
        for (int i = 0; i < 2; i++) {
            List<OutsideAnswer> answers = outside.cancel(channel, told);
            assertThat(answers.getFirst()).isEqualTo(new OutsideAnswer.Cancelled("A-1"));
            assertThat(why(answers.getLast())).isEqualTo(OutsideRule.OUTSIDE_ORDER_UNKNOWN);
            assertThat(stand.left(melons)).isEqualTo(5);
        }
        assertThat(only(taken).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(why(take(channel, order))).isEqualTo(OutsideRule.OUTSIDE_ORDER_CANCELLED);
        assertThat(stand.left(melons)).isEqualTo(5);
    }

    @Test
    void whatHasLeftTheShelfIsNotCancelledAndAClosedChannelMayStillCancel() {
        OutsideChannel channel = stand.channel().channel();
        Listing melons = stand.melons(channel, 5);
        Taken picked = taken(take(channel, OutsideStand.order("A-1", "MELON", 1)));
        taken(take(channel, OutsideStand.order("A-2", "MELON", 1)));
        fulfilment.pick(cast.manager(), picked.orders().getFirst(), Optional.empty());
        channels.turn(cast.manager(), channel.id(), OutsideChannel.State.CLOSED);
        OutsideChannel closed = channels.get(cast.manager(), channel.id());
        assertThatThrownBy(() -> take(closed, OutsideStand.order("A-3", "MELON", 1)))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(OutsideRule.OUTSIDE_CHANNEL_CLOSED));
        List<OutsideAnswer> answers =
                outside.cancel(closed, List.of(new OutsideCancellation("A-1", ""), new OutsideCancellation("A-2", "")));
        assertThat(why(answers.getFirst())).isEqualTo(ShopRule.ORDER_NOT_IN_THAT_STATE);
        assertThat(answers.getLast()).isInstanceOf(OutsideAnswer.Cancelled.class);
        assertThat(store.find(channel.id(), "A-1").orElseThrow().state()).isEqualTo(OutsideState.TAKEN);
        assertThat(stand.left(melons)).isEqualTo(4);
    }

    @Test
    void whatTheSellerCancelsIsCancelledForThePlatformToo() {
        OutsideChannel channel = stand.channel().channel();
        stand.melons(channel, 5);
        OutsideOrder order = OutsideStand.order("A-1", "MELON", 1);
        cancellations.cancel(
                cast.manager(), taken(take(channel, order)).orders().getFirst(), "hail");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> store.find(channel.id(), "A-1").orElseThrow().state() == OutsideState.CANCELLED);
        assertThat(why(take(channel, order))).isEqualTo(OutsideRule.OUTSIDE_ORDER_CANCELLED);
    }
}
