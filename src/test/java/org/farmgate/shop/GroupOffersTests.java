package org.farmgate.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.farmgate.ledger.Postings;
import org.farmgate.measure.Money;
import org.farmgate.payment.Payment;
import org.farmgate.payment.providers.SandboxDesk;
import org.farmgate.payment.providers.SandboxDesk.Wish;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.Race;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People order together: enough come, or everybody gets their money back; and never anything between.
@WholeAppTest
@Import(Stall.class)
class GroupOffersTests {
    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    GroupOffers groups;

    @Autowired
    Listings listings;

    @Autowired
    OrderIntake intake;

    @Autowired
    Orders orders;

    @Autowired
    OrderPayments payments;

    @Autowired
    Cancellations cancellations;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    SandboxDesk sandbox;

    @Autowired
    Postings postings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Listing gathering(long packs, long least) {
        Listing draft = stall.ready(packs);
        groups.open(cast.manager(), draft.id(), least, clock.instant().plus(Duration.ofHours(2)));
        return listings.open(cast.manager(), draft.id());
    }

    @Test
    void enoughComeTogetherAndTheirOrdersGoOn() {
        Listing one = gathering(20, 5);
        Order first = paid(one, 3);
        assertThatThrownBy(() -> fulfilment.pick(cast.manager(), first.id(), Optional.empty()))
                .isInstanceOf(RuleBroken.class);
        Order second = paid(one, 2);
        assertThat(groups.find(one.id()).orElseThrow().missing()).isZero();
        theTimeComes(one);
        decided();
        for (Order order : List.of(first, second))
            assertThat(now(order).state()).isEqualTo(OrderState.CONFIRMED);
        GroupOffer made = groups.find(one.id()).orElseThrow();
        assertThat(made.state()).isEqualTo(GroupOffer.State.MADE);
        assertThat(made.paidPacks()).isEqualTo(5);
        assertThat(fulfilment.pick(cast.manager(), first.id(), Optional.empty()).state())
                .isEqualTo(OrderState.PICKED);
        // From now on it is a listing like others.
        Order later = placed(one, 1);
        pay(later);
        awaits(later, OrderState.CONFIRMED);
    }

    @Test
    void tooFewComeAndEverybodyGetsTheirMoneyBackOnce() {
        Listing one = gathering(20, 10);
        Order first = paid(one, 4);
        Order unpaid = placed(one, 9);
        theTimeComes(one);
        decided();
        groups.decide();
        assertThat(now(first).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(now(first).worth()).isEqualTo(Money.ZERO);
        awaitEscrow(first);
        assertThat(listings.get(one.id()).state()).isEqualTo(ListingState.CLOSED);
        refused(GroupRule.GROUP_HAS_FAILED, () -> listings.open(cast.manager(), one.id()));
        // Whose money comes only now gets it back at once.
        pay(unpaid);
        awaits(unpaid, OrderState.CANCELLED);
        assertThat(now(unpaid).worth()).isEqualTo(Money.ZERO);
        awaitEscrow(unpaid);
        assertThat(stall.left(one.sellable())).isEqualTo(20);
    }

    @Test
    void whoeverLeavesBeforeTheEndIsNotCounted() {
        Listing one = gathering(20, 5);
        Order first = paid(one, 5);
        cancellations.cancel(first.key(), first.id(), "changed my mind");
        assertThat(groups.find(one.id()).orElseThrow().missing()).isEqualTo(5);
        theTimeComes(one);
        decided();
        assertThat(groups.find(one.id()).orElseThrow().state()).isEqualTo(GroupOffer.State.FAILED);
        assertThat(stall.left(one.sellable())).isEqualTo(20);
    }

    @Test
    void theLastPaymentAgainstTheEndIsOneOrTheOther() throws Exception {
        for (int round = 0; round < 6; round++) {
            Listing one = gathering(5, 2);
            Order first = paid(one, 1);
            Order last = placed(one, 1);
            Payment payment = payments.open(last.key(), "Melons");
            stall.begin(payment.id());
            theTimeComes(one);
            Race.of(List.of(
                    () -> {
                        sandbox.tell(payment.id(), Wish.SUCCEED);
                        return 0;
                    },
                    () -> groups.decide(),
                    () -> groups.decide()));
            decided();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !Set.of(OrderState.PLACED, OrderState.GATHERING)
                            .contains(now(last).state()));
            boolean made = groups.find(one.id()).orElseThrow().state() == GroupOffer.State.MADE;
            OrderState wanted = made ? OrderState.CONFIRMED : OrderState.CANCELLED;
            assertThat(now(first).state()).isEqualTo(wanted);
            assertThat(now(last).state()).isEqualTo(wanted);
            assertThat(stall.left(one.sellable())).isEqualTo(made ? 3 : 5);
        }
    }

    @Test
    void whatCannotGatherIsRefused() {
        Instant soon = clock.instant().plus(Duration.ofHours(1));
        Listing sold = stall.open(5, Optional.empty());
        refused(GroupRule.GROUP_NOT_A_DRAFT, () -> groups.open(cast.manager(), sold.id(), 2, soon));
        Listing draft = stall.ready(5);
        for (long least : new long[] {-1, 0, 1, 6, Long.MAX_VALUE})
            refused(GroupRule.GROUP_SIZE_OUT_OF_RANGE, () -> groups.open(cast.manager(), draft.id(), least, soon));
        for (Instant end : List.of(
                clock.instant().minusSeconds(2),
                clock.instant().plus(GroupOffers.LONGEST).plusSeconds(60)))
            refused(GroupRule.GROUP_END_OUT_OF_RANGE, () -> groups.open(cast.manager(), draft.id(), 2, end));
        assertThatThrownBy(() -> groups.open(cast.otherManager(), draft.id(), 2, soon))
                .isInstanceOf(NotFound.class);
        groups.open(cast.manager(), draft.id(), 2, soon);
        groups.open(cast.manager(), draft.id(), 2, soon);
        refused(GroupRule.GROUP_ALREADY_OPEN, () -> groups.open(cast.manager(), draft.id(), 3, soon));
        listings.open(cast.manager(), draft.id());
        refused(GroupRule.GROUP_NOT_AT_THE_DOOR, () -> groups.checkWay("cash", List.of(draft.id(), sold.id())));
        groups.checkWay("cash", List.of(sold.id()));
        groups.checkWay("sandbox", List.of(draft.id()));
    }

    private Order placed(Listing listing, int packs) {
        return now(OrderIntakeTests.taken(intake.place(stall.order(listing, packs)))
                .id());
    }

    private Order paid(Listing listing, int packs) {
        Order order = placed(listing, packs);
        pay(order);
        return awaits(order, OrderState.GATHERING);
    }

    private void pay(Order order) {
        Payment payment = payments.open(order.key(), "Melons");
        stall.begin(payment.id());
        sandbox.tell(payment.id(), Wish.SUCCEED);
    }

    private Order awaits(Order order, OrderState state) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> now(order).state() == state);
        return now(order);
    }

    private void awaitEscrow(Order order) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(postings.balance(
                                OrderBooks.escrow(order.origin(), order.id().value())))
                        .isEqualTo(Money.ZERO));
    }

    private Order now(Order order) {
        return now(order.id());
    }

    private Order now(OrderId id) {
        return orders.see(cast.manager(), id);
    }

    private void theTimeComes(Listing listing) {
        jdbc.sql("update shop.group_offer set ends_at = now() - interval '1 second' where listing_id = :id")
                .param("id", listing.id().value())
                .update();
    }

    /// By us or by the running job, whoever comes first.
    private void decided() {
        groups.decide();
    }

    private static void refused(Rule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
