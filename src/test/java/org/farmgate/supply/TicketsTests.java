package org.farmgate.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.Postings;
import org.farmgate.ledger.Transfer;
import org.farmgate.ledger.TransferId;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.party.PartyRule;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.Component;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.farmgate.stock.Move;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Positions;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Race;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({Cast.class, Season.class, Scale.class})
class TicketsTests {
    @Autowired
    Cast cast;

    @Autowired
    Season season;

    @Autowired
    Scale scale;

    @Autowired
    Tickets tickets;

    @Autowired
    Titles titles;

    @Autowired
    Harvests harvests;

    @Autowired
    Offers offers;

    @Autowired
    Postings postings;

    @Autowired
    Positions positions;

    @Autowired
    Lots lots;

    @Autowired
    Sites sites;

    @Autowired
    Clock clock;

    private static final Optional<Price> TWO_YUAN = Optional.of(Season.yuan("2.00"));

    private static void refused(Rule rule, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    private Money owed() {
        return postings.balance(scale.debt());
    }

    @Test
    void aTicketMakesALotGoodsAndADebtOnceHoweverOftenItIsSent() {
        Money before = owed();
        NewTicket wanted = scale.wanted(1_105, Title.OUTRIGHT, TWO_YUAN);
        Ticket ticket = tickets.weigh(cast.clerk(), wanted);
        assertThat(tickets.weigh(cast.clerk(), wanted)).isEqualTo(ticket);
        assertThat(ticket.weighing().net()).isEqualTo(Mass.kilograms(1_000));
        assertThat(ticket.worth()).contains(Money.yuan(2_000));
        assertThat(lots.get(ticket.lot()).composition())
                .containsExactly(Component.harvested(cast.county(), Mass.kilograms(1_000)));
        assertThat(positions.get(scale.position(ticket)).onHand()).isEqualTo(Mass.kilograms(1_000));
        assertThat(owed().minus(before)).isEqualTo(Money.yuan(2_000));
        assertThat(titles.of(List.of(ticket.lot())).get(ticket.lot()))
                .isEqualTo(new LotTitle(
                        ticket.lot(),
                        cast.manager().organisation(),
                        Title.OUTRIGHT,
                        cast.manager().organisation()));
        NewTicket other = new NewTicket(
                wanted.id(),
                wanted.origin(),
                wanted.grower(),
                wanted.plot(),
                wanted.harvest(),
                wanted.product(),
                wanted.grade(),
                new Weighing(Mass.kilograms(1_106), wanted.weighing().tare(), List.of()),
                wanted.title(),
                wanted.price(),
                wanted.witness(),
                wanted.site(),
                wanted.weighedAt(),
                wanted.contract());
        refused(SupplyRule.SUPPLY_ID_TAKEN, () -> tickets.weigh(cast.clerk(), other));
    }

    @Test
    void theSameTicketFromManyAtOnceIsWeighedOnce() throws Exception {
        Money before = owed();
        NewTicket wanted = scale.wanted(1_105, Title.OUTRIGHT, TWO_YUAN);
        List<Race.Outcome<Ticket>> ended = Race.of(Collections.nCopies(6, () -> tickets.weigh(cast.clerk(), wanted)));
        assertThat(Race.won(ended)).isEqualTo(6);
        assertThat(owed().minus(before)).isEqualTo(Money.yuan(2_000));
        assertThat(positions.get(scale.position(tickets.get(wanted.id()))).onHand())
                .isEqualTo(Mass.kilograms(1_000));
    }

    @Test
    void aPriceDecidedLaterIsOwedOnce() {
        Money before = owed();
        Ticket ticket = tickets.weigh(cast.clerk(), scale.wanted(605, Title.OUTRIGHT, Optional.empty()));
        assertThat(owed()).isEqualTo(before);
        assertThat(ticket.awaitsPrice()).isTrue();
        tickets.price(cast.manager(), ticket.id(), Season.yuan("2.35"));
        tickets.price(cast.manager(), ticket.id(), Season.yuan("2.35"));
        assertThat(owed().minus(before)).isEqualTo(Money.yuan(1_175));
        refused(
                SupplyRule.TICKET_ALREADY_PRICED,
                () -> tickets.price(cast.manager(), ticket.id(), Season.yuan("2.36")));
    }

    @Test
    void ofManyPricesAtOnceOneIsDecided() throws Exception {
        Money before = owed();
        Ticket ticket = tickets.weigh(cast.clerk(), scale.wanted(1_105, Title.OUTRIGHT, Optional.empty()));
        List<Race.Outcome<Ticket>> ended = Race.of(IntStream.rangeClosed(1, 8)
                .<Callable<Ticket>>mapToObj(
                        yuan -> () -> tickets.price(cast.clerk(), ticket.id(), Price.perKilogram(Money.yuan(yuan))))
                .toList());
        assertThat(Race.won(ended)).isEqualTo(1);
        assertThat(owed().minus(before))
                .isEqualTo(tickets.get(ticket.id()).worth().orElseThrow());
    }

    /// What the shop's settlement does: it asks who is paid for a lot, and pays them once for each order.
    private void settle(UUID order, Map<LotId, Money> sold) {
        PartyId platform = cast.admin().organisation();
        Map<LotId, LotTitle> known = titles.of(sold.keySet());
        postings.post(sold.entrySet().stream()
                .map(entry -> new Transfer(
                        TransferId.of("order", order, entry.getKey().toString()),
                        AccountKey.of(cast.county(), AccountKind.GOODS_BOUGHT, platform),
                        AccountKey.payable(
                                cast.county(),
                                platform,
                                Objects.requireNonNull(known.get(entry.getKey()))
                                        .payee()),
                        entry.getValue(),
                        LocalDate.now(clock),
                        "order",
                        order,
                        Particulars.none()))
                .toList());
    }

    private Money paidToGrower(Money before) {
        PartyId platform = cast.admin().organisation();
        Money settled = postings.balance(
                AccountKey.payable(cast.county(), platform, cast.aygul().organisation()));
        return owed().plus(settled).minus(before);
    }

    @Test
    void noKilogramIsPaidTwiceOverTicketSettlementAndRepeatedCalls() {
        Money before = paidToGrower(Money.ZERO);
        NewTicket bought = scale.wanted(1_105, Title.OUTRIGHT, TWO_YUAN);
        NewTicket forHer = scale.wanted(1_105, Title.ON_BEHALF, Optional.empty());
        LotId boughtLot = tickets.weigh(cast.clerk(), bought).lot();
        LotId herLot = tickets.weigh(cast.clerk(), forHer).lot();
        UUID order = UUID.randomUUID();
        for (int again = 0; again < 3; again++) {
            tickets.weigh(cast.clerk(), bought);
            tickets.weigh(cast.clerk(), forHer);
            tickets.price(cast.clerk(), bought.id(), Season.yuan("2.00"));
            settle(order, Map.of(boughtLot, Money.yuan(3_100), herLot, Money.yuan(2_900)));
        }
        // 1,000 kg by the ticket, 1,000 kg by settlement; what the bought ones were sold for is the cooperative's.
        assertThat(paidToGrower(before)).isEqualTo(Money.yuan(2_000 + 2_900));
        refused(SupplyRule.ON_BEHALF_HAS_NO_PRICE, () -> tickets.price(cast.clerk(), forHer.id(), Season.yuan("2.00")));
        assertThat(paidToGrower(before)).isEqualTo(Money.yuan(2_000 + 2_900));
        assertThat(titles.of(List.of(boughtLot)).get(boughtLot))
                .extracting(LotTitle::payee)
                .isEqualTo(cast.manager().organisation());
    }

    @Test
    void aTicketTakesAHarvestOverAndNoKilogramIsOfferedOrWeighedTwice() {
        Plot plot = season.plot();
        Harvest harvest = harvests.offer(cast.aygul(), season.harvest(plot, Mass.tonnes(2), Mass.kilograms(1_800)));
        String offer = Offer.keyOf(harvest.lot());
        Ticket ticket = tickets.weigh(
                cast.clerk(),
                scale.wanted(1_605, Title.OUTRIGHT, TWO_YUAN, Optional.empty(), Optional.of(harvest.id())));
        assertThat(ticket.plot()).contains(plot.id());
        assertThat(lots.get(ticket.lot()).composition())
                .containsExactly(Component.from(harvest.lot(), cast.county(), Mass.kilograms(1_500)));
        assertThat(Objects.requireNonNull(offers.byKeys(Set.of(offer)).get(offer))
                        .mass())
                .isEqualTo(Mass.kilograms(1_800 - 1_505));
        assertThat(tickets.left(harvest)).isEqualTo(Mass.kilograms(2_000 - 1_505));
        refused(
                SupplyRule.TICKET_EXCEEDS_HARVEST,
                () -> tickets.weigh(
                        cast.clerk(),
                        scale.wanted(600, Title.OUTRIGHT, TWO_YUAN, Optional.empty(), Optional.of(harvest.id()))));
        tickets.weigh(
                cast.clerk(),
                scale.wanted(595, Title.ON_BEHALF, Optional.empty(), Optional.empty(), Optional.of(harvest.id())));
        assertThat(offers.byKeys(Set.of(offer))).isEmpty();
    }

    @Test
    void ofTwoTicketsForTheLastOfAHarvestOneIsRefusedWhole() throws Exception {
        for (int round = 0; round < 5; round++) {
            Harvest harvest =
                    harvests.offer(cast.aygul(), season.harvest(season.plot(), Mass.tonnes(1), Mass.tonnes(1)));
            List<NewTicket> both = IntStream.range(0, 2)
                    .mapToObj(_ ->
                            scale.wanted(900, Title.OUTRIGHT, TWO_YUAN, Optional.empty(), Optional.of(harvest.id())))
                    .toList();
            Money before = owed();
            List<Race.Outcome<Ticket>> ended = Race.of(both.stream()
                    .<Callable<Ticket>>map(wanted -> () -> tickets.weigh(cast.clerk(), wanted))
                    .toList());
            assertThat(Race.won(ended)).isEqualTo(1);
            assertThat(owed().minus(before)).isEqualTo(Money.yuan(1_590));
            assertThat(tickets.left(harvest)).isEqualTo(Mass.kilograms(200));
        }
    }

    @Test
    void weighedFromAPlotItIsAHarvestAndComesOffItsForecast() {
        Plot plot = season.plot();
        Forecast forecast = season.forecast(plot, 0, Mass.tonnes(5));
        Ticket ticket = tickets.weigh(
                cast.clerk(),
                scale.wanted(1_105, Title.ON_BEHALF, Optional.empty(), Optional.of(plot.id()), Optional.empty()));
        Harvest made = harvests.get(ticket.harvest().orElseThrow());
        assertThat(made.lot()).isEqualTo(ticket.lot());
        assertThat(made.forecast()).contains(forecast.id());
        assertThat(made.offered()).isEqualTo(Mass.ZERO);
        String still = Offer.keyOf(forecast.id());
        assertThat(offers.byKeys(Set.of(still, Offer.keyOf(ticket.lot())))).containsOnlyKeys(still);
        assertThat(Objects.requireNonNull(offers.byKeys(Set.of(still)).get(still))
                        .mass())
                .isEqualTo(Mass.tonnes(4));
        tickets.cancel(cast.clerk(), ticket.id(), "Wrong plot");
        assertThat(Objects.requireNonNull(offers.byKeys(Set.of(still)).get(still))
                        .mass())
                .isEqualTo(Mass.tonnes(5));
        assertThat(titles.of(List.of(ticket.lot()))).isEmpty();
    }

    @Test
    void aCancelledTicketLeavesGoodsDebtAndHarvestAsTheyWere() {
        Harvest harvest = harvests.offer(cast.aygul(), season.harvest(season.plot(), Mass.tonnes(2), Mass.tonnes(2)));
        Money before = owed();
        Ticket ticket = tickets.weigh(
                cast.clerk(),
                scale.wanted(1_105, Title.OUTRIGHT, TWO_YUAN, Optional.empty(), Optional.of(harvest.id())));
        Ticket cancelled = tickets.cancel(cast.clerk(), ticket.id(), "The scale was wrong");
        assertThat(tickets.cancel(cast.clerk(), ticket.id(), "The scale was wrong"))
                .isEqualTo(cancelled);
        assertThat(owed()).isEqualTo(before);
        assertThat(positions.get(scale.position(ticket)).onHand()).isEqualTo(Mass.ZERO);
        assertThat(tickets.left(harvest)).isEqualTo(Mass.tonnes(2));
        assertThat(titles.of(List.of(ticket.lot(), harvest.lot()))).containsOnlyKeys(harvest.lot());
        refused(SupplyRule.TICKET_IS_CANCELLED, () -> tickets.cancel(cast.clerk(), ticket.id(), "Again"));
        refused(SupplyRule.TICKET_IS_CANCELLED, () -> tickets.price(cast.clerk(), ticket.id(), Season.yuan("2.00")));
    }

    @Test
    void whatWasMovedSinceCannotBeUnweighed() {
        Money before = owed();
        Ticket ticket = tickets.weigh(cast.clerk(), scale.wanted(1_105, Title.OUTRIGHT, TWO_YUAN));
        SiteId other = SiteId.next();
        sites.register(cast.admin(), scale.site(other, cast.manager()));
        positions.move(
                cast.clerk(),
                new Move(MovementId.next(), ticket.lot(), ticket.site(), other, Mass.kilograms(1), clock.instant()));
        refused(SupplyRule.TICKET_GOODS_TOUCHED, () -> tickets.cancel(cast.clerk(), ticket.id(), "Too late"));
        assertThat(tickets.get(ticket.id()).stands()).isTrue();
        assertThat(owed().minus(before)).isEqualTo(Money.yuan(2_000));
    }

    @Test
    void pricingAndCancellingAtOnceLeaveNoDebtBehind() throws Exception {
        for (int round = 0; round < 8; round++) {
            Money before = owed();
            Ticket ticket = tickets.weigh(cast.clerk(), scale.wanted(1_105, Title.OUTRIGHT, Optional.empty()));
            Race.of(List.<Callable<Ticket>>of(
                    () -> tickets.price(cast.clerk(), ticket.id(), Season.yuan("2.00")),
                    () -> tickets.cancel(cast.manager(), ticket.id(), "Wrong")));
            assertThat(tickets.get(ticket.id()).stands()).isFalse();
            assertThat(owed()).isEqualTo(before);
            assertThat(positions.get(scale.position(ticket)).onHand()).isEqualTo(Mass.ZERO);
        }
    }

    @Test
    void nobodyWeighsForWhoDidNotAgreeOrSeesWhatAnotherEarns() {
        Ticket ticket = tickets.weigh(cast.clerk(), scale.wanted(205, Title.OUTRIGHT, TWO_YUAN));
        assertThat(tickets.see(cast.aygul(), ticket.id())).isEqualTo(ticket);
        assertThat(tickets.see(cast.officer(), ticket.id())).isEqualTo(ticket);
        assertThat(tickets.see(cast.viewer(), ticket.id())).isEqualTo(ticket);
        for (Actor stranger : List.of(cast.tursun(), cast.otherManager(), cast.faraway(), cast.buyer()))
            assertThatThrownBy(() -> tickets.see(stranger, ticket.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tickets.see(cast.nobody(), ticket.id())).isInstanceOf(Denied.class);
        var all = new TicketQuery(new Paging(0, 200, ""), Optional.empty(), TicketQuery.Show.ALL);
        assertThat(tickets.search(cast.aygul(), all).rows()).contains(ticket);
        assertThat(tickets.search(cast.tursun(), all).rows()).isEmpty();
        assertThat(tickets.search(cast.otherManager(), all).rows()).doesNotContain(ticket);
        assertThatThrownBy(() -> tickets.weigh(cast.viewer(), scale.wanted(205, Title.OUTRIGHT, TWO_YUAN)))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> tickets.weigh(cast.aygul(), scale.wanted(205, Title.OUTRIGHT, TWO_YUAN)))
                .isInstanceOf(Denied.class);
        refused(PartyRule.NO_CONSENT, () -> tickets.weigh(cast.clerk(), of(cast.tursun())));
        assertThatThrownBy(() -> tickets.weigh(cast.clerk(), of(cast.faraway())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tickets.price(cast.officer(), ticket.id(), Season.yuan("1")))
                .isInstanceOf(Denied.class);
    }

    private NewTicket of(Actor grower) {
        NewTicket one = scale.wanted(205, Title.OUTRIGHT, TWO_YUAN);
        return with(one, grower.organisation(), one.grade(), one.weighedAt(), one.site(), one.title(), one.price());
    }

    private static NewTicket with(
            NewTicket one, PartyId grower, int grade, Instant at, SiteId site, Title title, Optional<Price> price) {
        return new NewTicket(
                one.id(),
                one.origin(),
                grower,
                one.plot(),
                one.harvest(),
                one.product(),
                grade,
                one.weighing(),
                title,
                price,
                one.witness(),
                site,
                at,
                one.contract());
    }

    @Test
    void whatCannotBeIsRefusedAndLeavesNothing() {
        Money before = owed();
        NewTicket one = scale.wanted(205, Title.OUTRIGHT, TWO_YUAN);
        PartyId aygul = one.grower();
        Instant now = one.weighedAt();
        SiteId here = one.site();
        refused(
                SupplyRule.GRADE_NOT_OF_PRODUCT,
                () -> tickets.weigh(cast.clerk(), with(one, aygul, 3, now, here, one.title(), TWO_YUAN)));
        refused(
                SupplyRule.WEIGHED_OUT_OF_TIME,
                () -> tickets.weigh(
                        cast.clerk(), with(one, aygul, 1, now.plus(Duration.ofHours(2)), here, one.title(), TWO_YUAN)));
        refused(
                SupplyRule.WEIGHED_OUT_OF_TIME,
                () -> tickets.weigh(
                        cast.clerk(),
                        with(one, aygul, 1, now.minus(Duration.ofDays(61)), here, one.title(), TWO_YUAN)));
        refused(
                SupplyRule.TICKET_WITHOUT_PRICE,
                () -> tickets.weigh(
                        cast.clerk(), with(one, aygul, 1, now, here, one.title(), Optional.of(Price.ZERO))));
        refused(
                SupplyRule.ON_BEHALF_HAS_NO_PRICE,
                () -> tickets.weigh(cast.clerk(), with(one, aygul, 1, now, here, Title.ON_BEHALF, TWO_YUAN)));
        refused(
                SupplyRule.TICKET_WITH_ITSELF,
                () -> tickets.weigh(
                        cast.clerk(), with(one, cast.manager().organisation(), 1, now, here, one.title(), TWO_YUAN)));
        SiteId theirs = SiteId.next();
        sites.register(cast.admin(), scale.site(theirs, cast.otherManager()));
        assertThatThrownBy(() -> tickets.weigh(cast.clerk(), with(one, aygul, 1, now, theirs, one.title(), TWO_YUAN)))
                .isInstanceOf(NotFound.class);
        NewTicket elsewhere = new NewTicket(
                TicketId.next(),
                cast.otherCounty(),
                aygul,
                Optional.empty(),
                Optional.empty(),
                season.melon,
                1,
                one.weighing(),
                Title.OUTRIGHT,
                TWO_YUAN,
                " ",
                here,
                now,
                Optional.empty());
        refused(SupplyRule.ORIGIN_NOT_THE_GROWERS, () -> tickets.weigh(cast.clerk(), elsewhere));
        assertThatThrownBy(() -> tickets.cancel(
                        cast.clerk(), tickets.weigh(cast.clerk(), one).id(), "  "))
                .isInstanceOf(InputBroken.class);
        tickets.cancel(cast.clerk(), one.id(), "Only a trial");
        assertThat(owed()).isEqualTo(before);
    }
}
