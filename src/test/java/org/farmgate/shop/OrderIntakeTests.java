package org.farmgate.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Rule;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;

@ModuleTest
@Import({Cast.class, Stall.class})
class OrderIntakeTests {
    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    OrderIntake intake;

    @Autowired
    IntakeLanes lanes;

    @Autowired
    Orders orders;

    @Autowired
    Listings listings;

    @Test
    void whatIsAnsweredIsThereAndCostsWhatTheSellerSays() {
        Listing listing = stall.open(10, Optional.empty());
        OrderAnswer.Taken taken = taken(intake.place(stall.order(listing, 3)));
        Order order = orders.see(cast.manager(), taken.id());
        assertThat(order.total()).isEqualTo(new Money(17_700));
        assertThat(order.state()).isEqualTo(OrderState.PLACED);
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.packs()).isEqualTo(3);
            assertThat(line.mass()).isEqualTo(Mass.kilograms(15));
        });
        assertThat(stall.left(listing.sellable())).isEqualTo(7);
        assertThat(orders.contact(order).address()).isEqualTo("12 Garden Street");
    }

    @Test
    void theSameKeyIsTheSameOrderAndAnotherCartUnderItIsRefused() {
        Listing listing = stall.open(10, Optional.empty());
        OrderRequest once = stall.order(listing, 2);
        OrderAnswer.Taken first = taken(intake.place(once));
        assertThat(taken(intake.place(once))).isEqualTo(first);
        OrderRequest other = stall.order(once.key(), listing, 3, once.contact(), "sandbox");
        assertThat(refused(intake.place(other))).isEqualTo(ShopRule.ORDER_KEY_REUSED);
        assertThat(stall.left(listing.sellable())).isEqualTo(8);
    }

    @Test
    void theSameKeyManyTimesAtOnceIsOneOrder() throws Exception {
        Listing listing = stall.open(10, Optional.empty());
        OrderRequest once = stall.order(listing, 2);
        List<List<OrderAnswer>> answers = atOnce(16, _ -> once);
        assertThat(answers).allSatisfy(answer -> assertThat(taken(answer)).isEqualTo(taken(answers.getFirst())));
        assertThat(stall.left(listing.sellable())).isEqualTo(8);
        assertThat(orders.ofKey(once.key())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 5, 1})
    void ofTheLastPacksExactlySoManyAreSold(int left) throws Exception {
        Listing listing = stall.open(left, Optional.empty());
        List<List<OrderAnswer>> answers = atOnce(200, _ -> stall.order(listing, 1));
        long sold = answers.stream()
                .filter(answer -> answer.getFirst() instanceof OrderAnswer.Taken)
                .count();
        assertThat(sold).isEqualTo(left);
        assertThat(stall.ordered(listing.id())).isEqualTo(left);
        assertThat(stall.left(listing.sellable())).isZero();
        assertThat(answers.stream().filter(answer -> answer.getFirst() instanceof OrderAnswer.Refused))
                .allSatisfy(answer -> assertThat(refused(answer)).isEqualTo(ShopRule.SOLD_OUT));
    }

    @Test
    void whatDoesNotFitIsToldHowMuchIsLeftAndASmallerOneBehindItStillFits() {
        Listing listing = stall.open(4, Optional.empty());
        OrderAnswer.Refused refused =
                (OrderAnswer.Refused) intake.place(stall.order(listing, 5)).getFirst();
        assertThat(refused.why().rule()).isEqualTo(ShopRule.NOT_ENOUGH_LEFT);
        assertThat(refused.why().arguments()).containsExactly(4L);
        taken(intake.place(stall.order(listing, 4)));
        assertThat(refused(intake.place(stall.order(listing, 1)))).isEqualTo(ShopRule.SOLD_OUT);
    }

    @Test
    void oneBuyerHasNoMoreThanTheLimitHoweverTheyWriteTheirNumber() {
        Listing listing = stall.open(20, Optional.of(3));
        Contact contact = Stall.guest();
        Contact spaced = new Contact(
                contact.name(),
                contact.telephone().substring(0, 3) + " " + contact.telephone().substring(3),
                contact.address());
        taken(intake.place(stall.order(OrderKey.next(), listing, 2, contact, "sandbox")));
        List<OrderAnswer> more = intake.place(stall.order(OrderKey.next(), listing, 2, spaced, "sandbox"));
        assertThat(refused(more)).isEqualTo(ShopRule.BUYER_LIMIT_REACHED);
        assertThat(((OrderAnswer.Refused) more.getFirst()).why().arguments()).containsExactly(3L, 1L);
        taken(intake.place(stall.order(OrderKey.next(), listing, 1, spaced, "sandbox")));
        taken(intake.place(stall.order(listing, 3)));
        assertThat(stall.left(listing.sellable())).isEqualTo(14);
    }

    @Test
    void oneBuyerRacingAgainstThemselvesStaysWithinTheLimit() throws Exception {
        Listing listing = stall.open(100, Optional.of(7));
        Contact contact = Stall.guest();
        List<List<OrderAnswer>> answers = atOnce(32, _ -> stall.order(OrderKey.next(), listing, 1, contact, "sandbox"));
        assertThat(answers.stream().filter(answer -> answer.getFirst() instanceof OrderAnswer.Taken))
                .hasSize(7);
        assertThat(stall.left(listing.sellable())).isEqualTo(93);
    }

    @Test
    void aPriceThatIsNoLongerRightIsRefused() {
        Listing listing = stall.open(10, Optional.empty());
        listings.change(
                cast.manager(),
                listing.id(),
                1,
                new ListingTerms(1, new Money(6_100), List.of(), Optional.empty(), stall.split()));
        assertThat(refused(intake.place(stall.order(listing, 1)))).isEqualTo(ShopRule.PRICE_CHANGED);
        Listing now = listings.get(listing.id());
        assertThat(taken(intake.place(stall.order(now, 2))).total()).isEqualTo(new Money(12_200));
    }

    @Test
    void manyPacksCostWhatTheirStepSays() {
        stall.melons(Mass.kilograms(500));
        var terms = new ListingTerms(
                1,
                new Money(5_900),
                List.of(new ListingTerms.Tier(10, new Money(5_000)), new ListingTerms.Tier(50, new Money(4_500))),
                Optional.empty(),
                stall.split());
        Listing listing = listings.open(
                cast.manager(),
                listings.draft(cast.manager(), stall.wanted(100, terms)).id());
        assertThat(taken(intake.place(stall.order(listing, 9))).total()).isEqualTo(new Money(53_100));
        assertThat(taken(intake.place(stall.order(listing, 10))).total()).isEqualTo(new Money(50_000));
        assertThat(taken(intake.place(stall.order(listing, 60))).total()).isEqualTo(new Money(270_000));
    }

    @Test
    void whatIsNotOpenIsNotSold() {
        stall.melons(Mass.kilograms(50));
        Listing draft = stall.draft(10, Optional.empty());
        assertThat(refused(intake.place(stall.order(draft, 1)))).isEqualTo(ShopRule.LISTING_NOT_OPEN);
        listings.open(cast.manager(), draft.id());
        taken(intake.place(stall.order(draft, 1)));
        listings.close(cast.manager(), draft.id());
        assertThat(refused(intake.place(stall.order(draft, 1)))).isEqualTo(ShopRule.LISTING_NOT_OPEN);
    }

    @Test
    void nonsenseIsNamedAtItsPlace() {
        Listing listing = stall.open(10, Optional.empty());
        for (int packs : new int[] {0, -1, Wanted.MOST_PACKS + 1, Integer.MAX_VALUE})
            assertThatThrownBy(() -> stall.order(listing, packs))
                    .isInstanceOfSatisfying(
                            InputBroken.class,
                            broken -> assertThat(broken.errors())
                                    .singleElement()
                                    .satisfies(
                                            error -> assertThat(error.field()).isEqualTo("lines[0].packs")));
        var unknown = new OrderRequest(
                OrderKey.next(),
                Optional.empty(),
                cast.province(),
                Stall.guest(),
                "sandbox",
                Channel.API,
                List.of(new Wanted(ListingId.next(), 1, Optional.empty())));
        assertThatThrownBy(() -> intake.place(unknown)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> new Contact("Gao Yu", "call me", "12 Garden Street"))
                .isInstanceOf(InputBroken.class);
        assertThat(stall.left(listing.sellable())).isEqualTo(10);
    }

    @Test
    void anOrderThatCannotBeStoredTakesNoOtherAlong() {
        Listing listing = stall.open(60, Optional.empty());
        List<CompletableFuture<OrderAnswer>> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Arrival good = intake.arrivals(stall.order(listing, 1)).getFirst();
            answers.addAll(lanes.join(List.of(i == 30 ? withProvider(good, "no text\u0000") : good)));
        }
        for (int i = 0; i < 60; i++) {
            CompletableFuture<OrderAnswer> answer = answers.get(i);
            if (i == 30) assertThatThrownBy(answer::join).hasCauseInstanceOf(DataIntegrityViolationException.class);
            else assertThat(answer.join()).isInstanceOf(OrderAnswer.Taken.class);
        }
        assertThat(stall.left(listing.sellable())).isEqualTo(1);
    }

    private static Arrival withProvider(Arrival one, String provider) {
        return new Arrival(
                one.id(),
                one.key(),
                one.origin(),
                one.seller(),
                one.buyer(),
                one.buyerRef(),
                one.contentHash(),
                one.region(),
                one.contact(),
                provider,
                one.channel(),
                one.lines());
    }

    @Test
    void anOrderStandsAsAWhole() {
        Listing much = stall.open(10, Optional.empty());
        Listing little = stall.open(1, Optional.empty());
        var both = new OrderRequest(
                OrderKey.next(),
                Optional.empty(),
                cast.province(),
                Stall.guest(),
                "sandbox",
                Channel.API,
                List.of(new Wanted(much.id(), 2, Optional.empty()), new Wanted(little.id(), 2, Optional.empty())));
        assertThat(refused(intake.place(both))).isEqualTo(ShopRule.NOT_ENOUGH_LEFT);
        assertThat(stall.left(much.sellable())).isEqualTo(10);
        assertThat(stall.left(little.sellable())).isEqualTo(1);
    }

    @Test
    void anotherCooperativeSeesNothingOfIt() {
        Listing listing = stall.open(10, Optional.empty());
        OrderAnswer.Taken taken = taken(intake.place(stall.order(listing, 1)));
        assertThatThrownBy(() -> orders.see(cast.otherManager(), taken.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> orders.see(cast.buyer(), taken.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> orders.ofKey(OrderKey.next())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> listings.close(cast.otherManager(), listing.id()))
                .isInstanceOf(NotFound.class);
    }

    private interface Asking {
        OrderRequest next(int number);
    }

    /// All of them begin at the same moment.
    private List<List<OrderAnswer>> atOnce(int many, Asking asking) throws Exception {
        var begin = new CountDownLatch(1);
        List<Future<List<OrderAnswer>>> asked = new ArrayList<>();
        List<List<OrderAnswer>> answers = new ArrayList<>();
        try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                OrderRequest request = asking.next(i);
                asked.add(buyers.submit(() -> {
                    begin.await();
                    return intake.place(request);
                }));
            }
            begin.countDown();
            for (Future<List<OrderAnswer>> one : asked) answers.add(one.get());
        }
        return answers;
    }

    static OrderAnswer.Taken taken(List<OrderAnswer> answers) {
        assertThat(answers).singleElement().isInstanceOf(OrderAnswer.Taken.class);
        return (OrderAnswer.Taken) answers.getFirst();
    }

    static Rule refused(List<OrderAnswer> answers) {
        assertThat(answers).singleElement().isInstanceOf(OrderAnswer.Refused.class);
        return ((OrderAnswer.Refused) answers.getFirst()).why().rule();
    }
}
