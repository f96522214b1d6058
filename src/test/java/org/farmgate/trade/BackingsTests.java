package org.farmgate.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Area;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.party.NewParty;
import org.farmgate.party.Parties;
import org.farmgate.party.PartyKind;
import org.farmgate.place.Regions;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.product.Grade;
import org.farmgate.product.Products;
import org.farmgate.stock.LotId;
import org.farmgate.supply.Forecast;
import org.farmgate.supply.ForecastId;
import org.farmgate.supply.Forecasts;
import org.farmgate.supply.Harvest;
import org.farmgate.supply.HarvestId;
import org.farmgate.supply.HarvestOffered;
import org.farmgate.supply.HarvestWithdrawn;
import org.farmgate.supply.Harvests;
import org.farmgate.supply.NewForecast;
import org.farmgate.supply.NewHarvest;
import org.farmgate.supply.NewPlot;
import org.farmgate.supply.Offer;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.PlotSize;
import org.farmgate.supply.Plots;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Promises follow the goods, and every contract says what stands behind it.
@ModuleTest(extraIncludes = "platform")
class BackingsTests {
    @Autowired
    private Contracts contracts;

    @Autowired
    private Signatures signatures;

    @Autowired
    private Amendments amendments;

    @Autowired
    private Backings backings;

    @Autowired
    private Demands demands;

    @Autowired
    private Plots plots;

    @Autowired
    private Forecasts forecasts;

    @Autowired
    private Harvests harvests;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transaction;

    private final Price floor = Price.perKilogram(Money.yuan(1));
    private Market market;
    private LocalDate today;
    private PartyId grower;
    private Actor seller;
    private PlotId plot;
    private Forecast forecast;

    @BeforeEach
    void aGrowerWithTenTonnesForecast(
            @Autowired Regions regions,
            @Autowired Products products,
            @Autowired Sites sites,
            @Autowired Parties parties,
            @Autowired Clock clock) {
        market = new Market(regions, products, sites, clock, 6);
        products.addGrade(
                market.planner, new Grade(market.melon, 3, "B", new Multilingual("Second", "二级", "ئىككىنچى")));
        today = LocalDate.now(clock);
        grower = parties.register(market.planner, NewParty.of(PartyKind.GROWER, "Aygül", market.county))
                .id();
        seller = Market.actor(grower, "Aygül", Right.NEGOTIATE_CONTRACT, Right.SIGN_CONTRACT);
        plot = PlotId.next();
        plots.register(
                market.planner,
                new NewPlot(
                        plot,
                        grower,
                        "north field",
                        market.county,
                        Optional.empty(),
                        market.melon,
                        new PlotSize.Field(Area.parse("30", Area.Unit.MU)),
                        Mass.tonnes(10)));
        forecast = forecast(10);
    }

    private Forecast forecast(long tonnes) {
        return forecasts.make(
                market.planner,
                new NewForecast(ForecastId.next(), plot, 2, market.season.first(), Mass.tonnes(tonnes), floor));
    }

    private Harvest harvest(long tonnes, int grade) {
        Harvest harvest = harvests.offer(
                market.planner,
                new NewHarvest(
                        HarvestId.next(),
                        LotId.next(),
                        plot,
                        grade,
                        Optional.of(forecast.id()),
                        today,
                        Mass.tonnes(tonnes),
                        Mass.tonnes(tonnes),
                        floor));
        listenersAreDone();
        return harvest;
    }

    private void listenersAreDone() {
        await().until(() -> jdbc.sql("select count(*) from event_publication")
                        .query(Long.class)
                        .single()
                == 0);
    }

    /// A contract of a plan for the forecast, of so many tonnes.
    private ContractId planned(long tonnes) {
        Demand demand = demands.post(market.buyer, market.demand(tonnes * 1_000, 1));
        PlannedSale sale = market.sale(Offer.keyOf(forecast.id()), 10_000, demand, 0, 1, tonnes * 1_000);
        sale = new PlannedSale(
                sale.offerKey(),
                sale.offered(),
                grower,
                sale.origin(),
                sale.buyer(),
                sale.product(),
                2,
                sale.demand(),
                sale.site(),
                sale.week(),
                sale.mass(),
                sale.price());
        return contracts
                .draftFrom(market.planner, Acceptance.usual(PlanId.next(), List.of(sale), PriceBasis.FARM_GATE))
                .getFirst();
    }

    private ContractTerms terms(Quantity quantity, long tonnes) {
        ContractTerms usual = market.terms(
                quantity,
                List.of(new ContractLine(
                        market.stores.getFirst(), Mass.tonnes(tonnes), market.season, Optional.empty())));
        return new ContractTerms(
                grower,
                List.of(),
                usual.buyer(),
                usual.origin(),
                usual.product(),
                2,
                quantity,
                usual.window(),
                usual.basis(),
                usual.price(),
                usual.deposit(),
                usual.lines(),
                usual.conditions());
    }

    private Contract inForce(ContractTerms terms) {
        Contract contract = contracts.draft(seller, ContractId.next(), terms);
        contracts.propose(seller, contract.id());
        signatures.sign(seller, contract.id(), contract.hash());
        signatures.sign(market.buyer, contract.id(), contract.hash());
        return contracts.get(seller, contract.id());
    }

    private Contract byHand(long tonnes) {
        return inForce(terms(new Quantity.FixedMass(Mass.tonnes(tonnes), 0), tonnes));
    }

    private long promised(String key) {
        return contracts.committed(List.of(key)).getOrDefault(key, Mass.ZERO).grams() / 1_000_000;
    }

    private long promised(Harvest harvest) {
        return promised(Offer.keyOf(harvest.lot()));
    }

    private long promisedOfForecast() {
        return promised(Offer.keyOf(forecast.id()));
    }

    private Mass backed(ContractId contract) {
        return backings.backed(contracts.get(market.planner, contract));
    }

    @Test
    void aPromiseMovesFromTheForecastToTheLotAsFarAsWasHarvested() {
        ContractId contract = planned(6);
        Harvest first = harvest(4, 2);
        assertThat(promised(first)).isEqualTo(4);
        assertThat(promisedOfForecast()).isEqualTo(2);
        Harvest second = harvest(5, 2);
        assertThat(promised(second)).isEqualTo(2);
        assertThat(promisedOfForecast()).isZero();
        assertThat(backed(contract)).isEqualTo(Mass.tonnes(6));
    }

    @Test
    void hearingOfAHarvestTwiceMovesNothingMore() {
        planned(6);
        Harvest harvest = harvest(4, 2);
        transaction.executeWithoutResult(_ -> events.publishEvent(offered(harvest)));
        listenersAreDone();
        assertThat(promised(harvest)).isEqualTo(4);
        assertThat(promisedOfForecast()).isEqualTo(2);
    }

    private HarvestOffered offered(Harvest harvest) {
        return new HarvestOffered(
                harvest.id(),
                harvest.lot(),
                plot,
                harvest.origin(),
                grower,
                harvest.product(),
                harvest.grade(),
                today,
                harvest.harvested(),
                harvest.offered(),
                harvest.recorded().at());
    }

    @Test
    void whatIsWithdrawnFallsBackOnTheForecastOnce() {
        ContractId contract = planned(6);
        Harvest harvest = harvest(4, 2);
        harvests.withdraw(market.planner, harvest.id(), "hail");
        listenersAreDone();
        transaction.executeWithoutResult(_ -> {
            events.publishEvent(offered(harvest));
            events.publishEvent(new HarvestWithdrawn(
                    harvest.id(),
                    harvest.lot(),
                    harvest.origin(),
                    grower,
                    harvest.recorded().at()));
        });
        listenersAreDone();
        assertThat(promised(harvest)).isZero();
        assertThat(promisedOfForecast()).isEqualTo(6);
        assertThat(backed(contract)).as("6 t of the forecast are still to come").isEqualTo(Mass.tonnes(6));
    }

    @Test
    void olderContractsAreServedFirst() {
        ContractId older = planned(5);
        ContractId younger = planned(5);
        Harvest harvest = harvest(7, 2);
        assertThat(promised(harvest)).isEqualTo(7);
        assertThat(onLots(older)).isEqualTo(5);
        assertThat(onLots(younger)).isEqualTo(2);
        contracts.cancel(market.planner, older, "no truck");
        assertThat(promised(harvest)).isEqualTo(2);
        assertThat(promisedOfForecast()).isEqualTo(3);
    }

    private long onLots(ContractId contract) {
        return jdbc.sql("""
                        select coalesce(sum(grams), 0) from trade.contract_backing
                        where contract_id = ? and offer_key like 'lot:%'
                        """).param(contract.value()).query(Long.class).single() / 1_000_000;
    }

    @Test
    void aWorseGradeDoesNotServeAndTheShortfallIsShown() {
        ContractId contract = planned(6);
        Harvest poor = harvest(8, 3);
        assertThat(promised(poor)).isZero();
        assertThat(backed(contract)).as("2 t of the forecast are left").isEqualTo(Mass.tonnes(2));
    }

    @Test
    void aPlansRowStaysUnderContractAfterItsGoodsAreIn() {
        Demand demand = demands.post(market.buyer, market.demand(3_000, 1));
        PlannedSale sale = market.sale(Offer.keyOf(forecast.id()), 10_000, demand, 0, 1, 3_000);
        var acceptance = Acceptance.usual(PlanId.next(), List.of(sale), PriceBasis.FARM_GATE);
        List<ContractId> made = contracts.draftFrom(market.planner, acceptance);
        harvest(10, 2);
        assertThat(contracts.draftFrom(market.planner, acceptance)).isEqualTo(made);
    }

    @Test
    void aWholeCropStandsOnItsLotsAndOnWhatIsStillToCome() {
        Contract contract = inForce(
                terms(new Quantity.WholeCrop(List.of(plot), Mass.tonnes(10), Optional.empty(), Optional.empty()), 10));
        assertThat(promisedOfForecast()).isEqualTo(10);
        Harvest harvest = harvest(4, 2);
        assertThat(promised(harvest)).isEqualTo(4);
        assertThat(promisedOfForecast()).isEqualTo(6);
        assertThat(contracts.get(seller, contract.id()).balance().contracted()).isEqualTo(Mass.tonnes(10));
        forecasts.revise(market.planner, forecast.id(), forecast.revision(), Mass.tonnes(12), floor, "rain");
        listenersAreDone();
        assertThat(promisedOfForecast()).isEqualTo(8);
        assertThat(contracts.get(seller, contract.id()).balance().contracted()).isEqualTo(Mass.tonnes(12));
        assertThat(backed(contract.id())).isEqualTo(Mass.tonnes(12));
        harvests.withdraw(market.planner, harvest.id(), "hail");
        listenersAreDone();
        assertThat(promised(harvest)).isZero();
        assertThat(backed(contract.id())).isEqualTo(Mass.tonnes(8));
    }

    @Test
    void aContractByHandIsBackedFromTheSellersFreeGoodsAsItComesIntoForce() {
        planned(4);
        Contract contract = byHand(8);
        assertThat(backed(contract.id())).as("4 of 10 t were promised before").isEqualTo(Mass.tonnes(6));
        assertThat(promisedOfForecast()).isEqualTo(10);
    }

    @Test
    void lessByAmendmentLetsGoodsGoAtOnce() {
        Contract contract = byHand(8);
        ContractTerms less = terms(new Quantity.FixedMass(Mass.tonnes(5), 0), 5);
        Amendment amendment = amendments.propose(seller, contract.id(), contract.hash(), less, "fewer stores");
        assertThat(promisedOfForecast()).isEqualTo(8);
        TermsHash seen =
                contracts.versions(market.buyer, contract.id()).getLast().hash();
        amendments.agree(market.buyer, contract.id(), amendment.number(), seen);
        assertThat(promisedOfForecast()).isEqualTo(5);
        assertThat(backed(contract.id())).isEqualTo(Mass.tonnes(5));
    }

    @Test
    void ofAPlansContractThePlaceThatGetsLessIsLetGo() {
        Demand demand = demands.post(market.buyer, market.demand(3_000, 2));
        List<PlannedSale> sales = List.of(
                market.sale(Offer.keyOf(forecast.id()), 10_000, demand, 0, 1, 3_000),
                market.sale(Offer.keyOf(forecast.id()), 10_000, demand, 1, 1, 3_000));
        ContractId id = contracts
                .draftFrom(market.planner, Acceptance.usual(PlanId.next(), sales, PriceBasis.FARM_GATE))
                .getFirst();
        Contract contract = contracts.get(market.grower, id);
        ContractTerms terms = contract.terms();
        ContractTerms less = new ContractTerms(
                terms.seller(),
                terms.onBehalfOf(),
                terms.buyer(),
                terms.origin(),
                terms.product(),
                terms.minimumGrade(),
                new Quantity.FixedMass(Mass.tonnes(4), 500),
                terms.window(),
                terms.basis(),
                terms.price(),
                terms.deposit(),
                List.of(
                        new ContractLine(
                                market.stores.get(0), Mass.tonnes(1), terms.window(), Optional.of(demand.id())),
                        new ContractLine(
                                market.stores.get(1), Mass.tonnes(3), terms.window(), Optional.of(demand.id()))),
                terms.conditions());
        contracts.rewrite(market.grower, id, contract.hash(), less);
        assertThat(promisedOfForecast()).isEqualTo(4);
        assertThat(demands.stillWantedIn(new WeekSpan(IsoWeek.of(today), market.season.last())).stream()
                        .filter(open -> open.id().equals(demand.id()))
                        .flatMap(open -> open.shipTo().stream())
                        .toList())
                .containsExactly(new ShipTo(market.stores.get(0), Mass.tonnes(2)));
    }
}
