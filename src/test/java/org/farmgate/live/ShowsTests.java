package org.farmgate.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.shop.Cancellations;
import org.farmgate.shop.Channel;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingQuery;
import org.farmgate.shop.ListingState;
import org.farmgate.shop.Listings;
import org.farmgate.shop.OrderAnswer;
import org.farmgate.shop.OrderIntake;
import org.farmgate.shop.OrderRequest;
import org.farmgate.shop.OrderState;
import org.farmgate.shop.Orders;
import org.farmgate.shop.Review;
import org.farmgate.shop.Reviews;
import org.farmgate.shop.ShopRule;
import org.farmgate.shop.ShowSales;
import org.farmgate.shop.Stall;
import org.farmgate.stock.HoldingId;
import org.farmgate.stock.StockRule;
import org.farmgate.testing.Cast;
import org.farmgate.testing.Race;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Shows from announcement to end: who may, what is set aside, what is sold, what goes back.
// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@WholeAppTest
@Import({Stall.class, Studio.class})
class ShowsTests {
    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    Studio studio;

    @Autowired
    Shows shows;

    @Autowired
    Hosts hosts;

    @Autowired
    LineUp lineUp;

    @Autowired
    Pins pins;

    @Autowired
    OnAir onAir;

    @Autowired
    Participants participants;

    @Autowired
    Listings listings;

    @Autowired
    OrderIntake intake;

    @Autowired
    Orders orders;

    @Autowired
    Reviews reviews;

    @Autowired
    Cancellations cancellations;

    @Autowired
    ShowSales sales;

    @Autowired
    Clock clock;

    private static void refused(Rule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    private long left(Listing listing) {
        return listings.left(List.of(listing)).get(listing.id());
    }

    private Listing modelOf(Show show, Listing listing) {
        return listings.get(lineUp.item(show.id(), listing.id()).model());
    }

    @Test
    void onlyWhoHasAPermitByNameIsAnnounced() {
        NewShow wanted = studio.wanted();
        var other = new NewShow(
                ShowId.next(),
                cast.clerk().person(),
                wanted.region(),
                "Grapes",
                "",
                wanted.startsAt(),
                Optional.empty());
        refused(ShowRule.HOST_NOT_PERMITTED, () -> shows.plan(studio.host(), other));
        refused(
                ShowRule.HOST_IDENTITY_MISSING,
                () -> hosts.permit(
                        cast.admin(), cast.clerk().person(), HostKind.PERFORMER, "sings", LocalDate.now(clock)));
        LocalDate tooLate = LocalDate.now(clock).plusYears(1).plusDays(1);
        refused(
                ShowRule.PERMIT_END_OUT_OF_RANGE,
                () -> hosts.permit(cast.admin(), studio.host().person(), HostKind.OFFICIAL, "again", tooLate));
        assertThatThrownBy(() -> hosts.permit(
                        studio.host(), studio.host().person(), HostKind.OFFICIAL, "myself", LocalDate.now(clock)))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> shows.plan(cast.buyer(), wanted)).isInstanceOf(Denied.class);
        assertThat(hosts.permitOf(cast.clerk().person())).isEmpty();
    }

    @Test
    void theSameAnnouncementTwiceIsOneAndAnotherUnderItsIdIsRefused() {
        NewShow wanted = studio.wanted();
        assertThat(shows.plan(studio.host(), wanted)).isEqualTo(shows.plan(studio.host(), wanted));
        var other = new NewShow(
                wanted.id(), wanted.host(), wanted.region(), "Else", "", wanted.startsAt(), Optional.empty());
        refused(ShowRule.SHOW_ID_TAKEN, () -> shows.plan(studio.host(), other));
        var past = new NewShow(
                ShowId.next(),
                wanted.host(),
                wanted.region(),
                "Yesterday",
                "",
                clock.instant().minus(Duration.ofDays(1)),
                Optional.empty());
        refused(ShowRule.SHOW_START_OUT_OF_RANGE, () -> shows.plan(studio.host(), past));
    }

    @Test
    void aShowRepeatsEveryOtherDayAtTheSameHour() {
        NewShow once = studio.wanted();
        var wanted = new NewShow(
                once.id(),
                once.host(),
                once.region(),
                once.title(),
                once.words(),
                once.startsAt(),
                Optional.of(new NewShow.Repeat(2, 4)));
        Show first = shows.plan(studio.host(), wanted);
        shows.plan(studio.host(), wanted);
        assertThat(shows.next(first))
                .extracting(show ->
                        Duration.between(first.startsAt(), show.startsAt()).toDays())
                .containsExactly(2L, 4L, 6L);
    }

    @Test
    void aSeriesAnnouncedByManyAtOnceIsOne() throws Exception {
        NewShow once = studio.wanted();
        var wanted = new NewShow(
                once.id(),
                once.host(),
                once.region(),
                once.title(),
                once.words(),
                once.startsAt(),
                Optional.of(new NewShow.Repeat(2, 4)));
        Callable<Show> announce = () -> shows.plan(studio.host(), wanted);
        List<Race.Outcome<Show>> outcomes = Race.of(List.of(announce, announce, announce, announce));
        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(shows.next(outcomes.getFirst().answer())).hasSize(3);
    }

    @Test
    void anOrderSentAgainAfterTheShowIsLetThroughToBeAnswered() {
        Show show = studio.planned();
        Listing listing = studio.brings(show, 5, Optional.empty());
        studio.onAir(show);
        OrderRequest order = studio.order(listing, 1, "cash");
        OrderAnswer first = intake.place(order).getFirst();
        shows.end(studio.host(), show.id());
        onAir.require(show.id(), listing.id(), order.key());
        assertThat(intake.place(order).getFirst()).isEqualTo(first);
        refused(
                ShowRule.SHOW_NOT_IN_THAT_STATE,
                () -> onAir.require(show.id(), listing.id(), org.farmgate.shop.OrderKey.next()));
    }

    @Test
    void packsAreSetAsideOutOfTheOpenListingAndGoBackWhenTheShowEnds() {
        Show show = studio.planned();
        Listing listing = studio.brings(show, 10, Optional.empty());
        Listing model = modelOf(show, listing);
        assertThat(left(model)).isEqualTo(10);
        assertThat(left(listing)).isEqualTo(10);
        assertThat(listing.state()).isEqualTo(ListingState.DRAFT);
        studio.onAir(show);
        assertThat(listings.get(listing.id()).state()).isEqualTo(ListingState.OPEN);
        assertThat(intake.place(studio.order(listing, 3, "cash")).getFirst()).isInstanceOf(OrderAnswer.Taken.class);
        shows.end(studio.host(), show.id());
        shows.end(studio.host(), show.id());
        assertThat(left(listing)).isZero();
        assertThat(left(model)).isEqualTo(17);
        assertThat(intake.place(studio.order(listing, 1, "cash")).getFirst())
                .isInstanceOfSatisfying(
                        OrderAnswer.Refused.class,
                        refused -> assertThat(refused.why().rule()).isEqualTo(ShopRule.LISTING_NOT_OPEN));
    }

    @Test
    void whatIsSetAsideForAShowIsSoldInItAlone() {
        Show show = studio.planned();
        Listing listing = studio.brings(show, 5, Optional.empty());
        studio.onAir(show);
        assertThatThrownBy(() -> intake.place(stall.order(listing, 1))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> listings.see(Optional.empty(), listing.id())).isInstanceOf(NotFound.class);
        // Nor is it opened, closed or priced behind the back of those who watch.
        assertThatThrownBy(() -> listings.open(studio.host(), listing.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> listings.close(studio.host(), listing.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> listings.change(studio.host(), listing.id(), 1, listing.terms()))
                .isInstanceOf(NotFound.class);
        assertThat(listings.search(
                                Optional.of(studio.host()),
                                ListingQuery.ofSeller(studio.host().organisation(), new Paging(0, 200, "")))
                        .rows())
                .extracting(Listing::id)
                .contains(modelOf(show, listing).id())
                .doesNotContain(listing.id());
        assertThat(left(listing)).isEqualTo(5);
    }

    @Test
    void whatWasBoughtInAShowIsReviewedWhereItIsSoldAfterwards() {
        Show show = studio.planned();
        Listing listing = studio.brings(show, 5, Optional.empty());
        studio.onAir(show);
        OrderRequest request = studio.order(listing, 1, "cash");
        OrderAnswer.Taken taken = (OrderAnswer.Taken) intake.place(request).getFirst();
        stall.set(orders.ofKey(request.key()).getFirst(), OrderState.DELIVERED);
        Review review = reviews.write(request.key(), taken.id(), 0, 5, "as sweet as they said");
        assertThat(review.listing()).isEqualTo(modelOf(show, listing).id());
    }

    @Test
    void theHostsPartComesOutOfTheSellers() {
        Show show = studio.planned();
        Listing listing = studio.brings(show, 1, Optional.empty());
        assertThat(listing.terms().split().parts())
                .contains(
                        new Split.Part(Split.Share.GROWER, cast.manager().organisation(), 5_500),
                        new Split.Part(Split.Share.HOST, studio.host().person(), 500));
        Listing model = stall.open(1, Optional.empty());
        var greedy = new NewItem(HoldingId.next(), model.id(), 1, Studio.PRICE, Optional.empty(), 6_000, "");
        refused(ShowRule.HOST_SHARE_OUT_OF_RANGE, () -> lineUp.add(studio.host(), show.id(), greedy));
        assertThat(left(model)).isEqualTo(1);
    }

    @Test
    void theSameAdditionTwiceIsOneAndTooManyPacksChangeNothing() {
        Show show = studio.planned();
        Listing model = stall.open(4, Optional.empty());
        var item = new NewItem(HoldingId.next(), model.id(), 3, Studio.PRICE, Optional.empty(), 0, "");
        ShowItem first = lineUp.add(studio.host(), show.id(), item);
        assertThat(lineUp.add(studio.host(), show.id(), item)).isEqualTo(first);
        assertThat(left(model)).isEqualTo(1);
        refused(ShowRule.ALREADY_IN_LINE_UP, () -> studio.add(show, model.id(), 1, Optional.empty()));
        HoldingId more = HoldingId.next();
        lineUp.addPacks(studio.host(), show.id(), first.listing(), more, 1);
        lineUp.addPacks(studio.host(), show.id(), first.listing(), more, 1);
        assertThat(left(listings.get(first.listing()))).isEqualTo(4);
        assertThat(left(model)).isZero();
        refused(
                StockRule.NOT_ENOUGH_GOOD_STOCK,
                () -> lineUp.addPacks(studio.host(), show.id(), first.listing(), HoldingId.next(), 1_000_000));
        assertThat(left(listings.get(first.listing()))).isEqualTo(4);
    }

    @Test
    void whatWasTakenOutComesInAgain() {
        Show show = studio.planned();
        Listing model = stall.open(4, Optional.empty());
        ShowItem item = studio.add(show, model.id(), 3, Optional.empty());
        lineUp.remove(studio.host(), show.id(), item.listing());
        assertThat(left(model)).isEqualTo(4);
        assertThat(lineUp.of(show.id())).isEmpty();
        studio.add(show, model.id(), 2, Optional.empty());
        assertThat(lineUp.of(show.id())).hasSize(1);
        assertThat(left(model)).isEqualTo(2);
        assertThat(left(listings.get(item.listing()))).isEqualTo(2);
    }

    @Test
    void othersBringGoodsOnceTheyAreInvitedAndHaveJoined() {
        Show show = studio.planned();
        Actor other = cast.otherManager();
        Listing model = stall.open(1, Optional.empty());
        var item = new NewItem(HoldingId.next(), model.id(), 1, Studio.PRICE, Optional.empty(), 0, "");
        assertThatThrownBy(() -> lineUp.add(other, show.id(), item)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> participants.answer(other, show.id(), true)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> participants.invite(other, show.id(), other.organisation(), Participant.Part.SELLER))
                .isInstanceOf(NotFound.class);
        participants.invite(studio.host(), show.id(), other.organisation(), Participant.Part.SELLER);
        assertThat(participants.sells(show.id(), other.organisation())).isFalse();
        participants.answer(other, show.id(), true);
        assertThat(participants.sells(show.id(), other.organisation())).isTrue();
        participants.answer(other, show.id(), false);
        assertThat(participants.sells(show.id(), other.organisation())).isFalse();
    }

    @Test
    void oneItemIsOnScreenAtATimeHoweverManyPinAtOnce() throws Exception {
        Show show = studio.planned();
        List<Listing> goods = new ArrayList<>();
        for (int i = 0; i < 4; i++) goods.add(studio.brings(show, 1, Optional.empty()));
        refused(
                ShowRule.SHOW_NOT_IN_THAT_STATE,
                () -> pins.pin(
                        studio.host(), show.id(), PinId.next(), goods.getFirst().id()));
        studio.onAir(show);
        List<Callable<Pin>> attempts = new ArrayList<>();
        for (Listing one : goods) attempts.add(() -> pins.pin(studio.host(), show.id(), PinId.next(), one.id()));
        assertThat(Race.of(attempts)).allMatch(Race.Outcome::won);
        List<Pin> all = pins.of(show.id());
        assertThat(all).hasSize(4);
        assertThat(all.stream().filter(pin -> pin.unpinnedAt().isEmpty())).hasSize(1);
        assertThat(pins.now(show.id())).isPresent();
        refused(
                ShowRule.PINNED_NOW,
                () -> lineUp.remove(
                        studio.host(),
                        show.id(),
                        pins.now(show.id()).orElseThrow().listing()));
        assertThatThrownBy(() -> pins.pin(
                        cast.otherManager(),
                        show.id(),
                        PinId.next(),
                        goods.getFirst().id()))
                .isInstanceOf(NotFound.class);
        shows.end(studio.host(), show.id());
        assertThat(pins.now(show.id())).isEmpty();
    }

    @Test
    void aPriceThatChangesWhileItIsOnScreenIsShownAndNobodyPaysWhatTheyDidNotSee() {
        Show show = studio.planned();
        Listing listing = studio.brings(show, 5, Optional.empty());
        studio.onAir(show);
        pins.pin(studio.host(), show.id(), PinId.next(), listing.id());
        OrderRequest seen = studio.order(listing, 1, "cash");
        lineUp.reprice(studio.host(), show.id(), listing.id(), 1, new Money(5_500));
        assertThat(pins.now(show.id()).orElseThrow().price()).isEqualTo(new Money(5_500));
        assertThat(intake.place(seen).getFirst())
                .isInstanceOfSatisfying(
                        OrderAnswer.Refused.class,
                        refused -> assertThat(refused.why().rule()).isEqualTo(ShopRule.PRICE_CHANGED));
        refused(
                ShopRule.LISTING_CHANGED_MEANWHILE,
                () -> lineUp.reprice(studio.host(), show.id(), listing.id(), 1, new Money(5_600)));
        assertThatThrownBy(() -> lineUp.reprice(cast.otherManager(), show.id(), listing.id(), 2, new Money(1)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyGetsMoreThanTheShowAllowsThem() {
        Show show = studio.planned();
        Listing listing = studio.brings(show, 5, Optional.of(2));
        studio.onAir(show);
        OrderRequest first = studio.order(listing, 2, "cash");
        intake.place(first);
        var again = new OrderRequest(
                org.farmgate.shop.OrderKey.next(),
                Optional.empty(),
                first.region(),
                first.contact(),
                "cash",
                Channel.SHOW,
                first.lines());
        assertThat(intake.place(again).getFirst())
                .isInstanceOfSatisfying(
                        OrderAnswer.Refused.class,
                        refused -> assertThat(refused.why().rule()).isEqualTo(ShopRule.BUYER_LIMIT_REACHED));
    }

    @Test
    void packsOfOrdersUndoneAfterTheShowAlsoGoBack() {
        Show show = studio.planned();
        Listing listing = studio.brings(show, 5, Optional.empty());
        Listing model = modelOf(show, listing);
        studio.onAir(show);
        OrderRequest order = studio.order(listing, 4, "cash");
        OrderAnswer.Taken taken = (OrderAnswer.Taken) intake.place(order).getFirst();
        shows.end(studio.host(), show.id());
        assertThat(left(model)).isEqualTo(6);
        cancellations.cancel(order.key(), taken.id(), "changed my mind");
        lineUp.tidy();
        assertThat(left(listing)).isZero();
        assertThat(left(model)).isEqualTo(10);
    }

    @Test
    void oneHostIsOnAirOnceAndAShowThatIsOverIsOver() {
        Show show = studio.planned();
        studio.onAir(show);
        Show second = studio.planned();
        refused(ShowRule.HOST_ON_AIR_ELSEWHERE, () -> shows.goLive(studio.host(), second.id()));
        assertThatThrownBy(() -> shows.end(cast.otherManager(), show.id())).isInstanceOf(NotFound.class);
        shows.end(studio.host(), show.id());
        refused(ShowRule.SHOW_NOT_IN_THAT_STATE, () -> shows.goLive(studio.host(), show.id()));
        shows.cancel(studio.host(), second.id());
        refused(ShowRule.SHOW_NOT_IN_THAT_STATE, () -> shows.goLive(studio.host(), second.id()));
        refused(
                ShowRule.SHOW_NOT_IN_THAT_STATE,
                () -> studio.add(second, stall.open(1, Optional.empty()).id(), 1, Optional.empty()));
    }

    @Test
    void packsOfWhatLeftTheLineUpAlsoGoBackWhenTheirOrdersComeToNothing() {
        Show show = studio.planned();
        Listing listing = studio.brings(show, 5, Optional.empty());
        Listing model = modelOf(show, listing);
        studio.onAir(show);
        OrderRequest order = studio.order(listing, 4, "cash");
        OrderAnswer.Taken taken = (OrderAnswer.Taken) intake.place(order).getFirst();
        lineUp.remove(studio.host(), show.id(), listing.id());
        lineUp.remove(studio.host(), show.id(), listing.id());
        assertThat(left(model)).isEqualTo(6);
        cancellations.cancel(order.key(), taken.id(), "changed my mind");
        shows.end(studio.host(), show.id());
        assertThat(left(listing)).isZero();
        assertThat(left(model)).isEqualTo(10);
    }

    @Test
    void onlyWhatWasBorrowedFromTheOpenListingGoesOnSaleThereAgain() {
        Show show = studio.planned();
        Listing model = stall.open(4, Optional.empty());
        // Kept for somebody else.
        stall.melons(Mass.kilograms(5 * 6));
        ShowItem item = studio.add(show, model.id(), 10, Optional.empty());
        assertThat(left(model)).isZero();
        studio.onAir(show);
        shows.end(studio.host(), show.id());
        assertThat(left(listings.get(item.listing()))).isZero();
        assertThat(left(model)).isEqualTo(4);
    }

    @Test
    void whatIsPinnedTwiceStaysOnScreen() throws Exception {
        Show show = studio.planned();
        Listing listing = studio.brings(show, 1, Optional.empty());
        studio.onAir(show);
        PinId pin = PinId.next();
        Callable<Pin> press = () -> pins.pin(studio.host(), show.id(), pin, listing.id());
        assertThat(Race.of(List.of(press, press, press, press))).allMatch(Race.Outcome::won);
        assertThat(pins.now(show.id()).map(Pin::id)).contains(pin);
        assertThat(pins.of(show.id())).hasSize(1);
    }

    @Test
    void nobodyGoesOnAirInSomebodyElsesName() {
        Show show = studio.planned();
        refused(ShowRule.ON_AIR_BY_THE_HOST, () -> shows.goLive(cast.clerk(), show.id()));
        assertThat(shows.get(show.id()).state()).isEqualTo(ShowState.PLANNED);
    }

    @Test
    void goodsThatComeWhileTheShowEndsAreInItOrNot() throws Exception {
        for (int i = 0; i < 8; i++) {
            Show show = studio.planned();
            Listing model = stall.open(4, Optional.empty());
            studio.onAir(show);
            Callable<Object> add = () -> studio.add(show, model.id(), 3, Optional.empty());
            Callable<Object> end = () -> shows.end(studio.host(), show.id());
            List<Race.Outcome<Object>> outcomes = Race.of(List.of(add, end));
            assertThat(outcomes.getLast().won()).as("%s", outcomes).isTrue();
            assertThat(left(model)).isEqualTo(4);
            assertThat(lineUp.listings(show.id()).values()).allMatch(one -> one.state() == ListingState.CLOSED);
        }
    }

    @Test
    void theSumsTellWhatWasOrderedAndWhatStands() {
        Show show = studio.planned();
        Listing listing = studio.brings(show, 9, Optional.empty());
        studio.onAir(show);
        intake.place(studio.order(listing, 3, "cash"));
        intake.place(studio.order(listing, 2, "sandbox"));
        OrderRequest undone = studio.order(listing, 1, "cash");
        OrderAnswer.Taken taken = (OrderAnswer.Taken) intake.place(undone).getFirst();
        cancellations.cancel(undone.key(), taken.id(), "changed my mind");
        Map<?, Listing> all = lineUp.everOffered(show.id());
        List<ShowSales.Minute> minutes = sales.minutes(all.values());
        assertThat(minutes.stream().mapToLong(ShowSales.Minute::orders).sum()).isEqualTo(3);
        assertThat(minutes.stream().mapToLong(ShowSales.Minute::paid).sum()).isEqualTo(1);
        assertThat(minutes.stream().mapToLong(ShowSales.Minute::packs).sum()).isEqualTo(3);
        assertThat(minutes.stream().map(ShowSales.Minute::mass).reduce(Mass.ZERO, Mass::plus))
                .isEqualTo(Mass.kilograms(15));
        assertThat(minutes.stream().map(ShowSales.Minute::worth).reduce(Money.ZERO, Money::plus))
                .isEqualTo(new Money(3 * 4_900));
        assertThat(sales.latest(all.values(), 2))
                .hasSize(2)
                .allMatch(one -> one.listing().equals(listing.id()));
    }
}
