package org.farmgate.logistics.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentDelivered;
import org.farmgate.logistics.ConsignmentFailed;
import org.farmgate.logistics.Consignments;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.product.ProductId;
import org.farmgate.stock.Lot;
import org.farmgate.stock.NewQuality;
import org.farmgate.stock.Qualities;
import org.farmgate.stock.QualityChangeId;
import org.farmgate.stock.QualityStatus;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Race;
import org.farmgate.testing.StockInvariants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@Import({Cast.class, Depot.class})
class ProposalsTests {
    @Autowired
    Cast cast;

    @Autowired
    Depot depot;

    @Autowired
    Proposals proposals;

    @Autowired
    StoreLines lines;

    @Autowired
    SellThroughs sold;

    @Autowired
    Shelves shelves;

    @Autowired
    Qualities qualities;

    @Autowired
    Consignments consignments;

    @Autowired
    Shipments shipments;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private SiteId warehouse() {
        return depot.warehouse(cast.manager(), Mass.tonnes(10), false);
    }

    private SiteId store(Actor operator, SiteId warehouse, int least, int cover) {
        SiteId store = depot.site(operator, SiteKind.STORE);
        lines.put(operator, depot.line(store, cast.manager(), warehouse, least, cover));
        return store;
    }

    /// So many kilograms on each of the last thirty days, and so many left last night.
    private void sells(Actor actor, SiteId store, long kilograms, long left) {
        List<SellThrough> rows = new ArrayList<>();
        for (int i = 1; i <= 30; i++)
            rows.add(new SellThrough(
                    store,
                    depot.melon,
                    depot.today.minusDays(i),
                    Mass.kilograms(kilograms),
                    i == 1 ? Optional.of(Mass.kilograms(left)) : Optional.empty()));
        sold.record(actor, rows, SellThrough.Source.API);
    }

    private Proposal propose(SiteId warehouse) {
        return proposals.propose(cast.clerk(), ProposalId.next(), cast.manager().organisation(), warehouse);
    }

    private List<SellThrough> of(Actor actor, SiteId store, Optional<ProductId> product) {
        return sold.of(actor, store, product, depot.today.minusDays(40), depot.today);
    }

    private ConsignmentDelivered delivered(Shipment shipment, Mass accepted) {
        return new ConsignmentDelivered(
                shipment.consignment(),
                shipment.origin(),
                "replenishment",
                shipment.id().value(),
                accepted,
                clock.instant());
    }

    @Test
    void aStoreGetsWhatItSellsFirstTheGoodsThatExpireFirstAndTheyLieThereWhenDelivered() {
        SiteId warehouse = warehouse();
        SiteId store = store(cast.manager(), warehouse, 1, 4);
        sells(cast.clerk(), store, 10, 12);
        Lot tooOld = depot.lying(cast.clerk(), warehouse, Mass.kilograms(100), 2);
        Lot held = depot.lying(cast.clerk(), warehouse, Mass.kilograms(100), 5);
        qualities.judge(
                cast.officer(),
                new NewQuality(QualityChangeId.next(), held.id(), Optional.empty(), QualityStatus.ON_HOLD, "Smells"));
        Lot first = depot.lying(cast.clerk(), warehouse, Mass.kilograms(18), 6);
        Lot second = depot.lying(cast.clerk(), warehouse, Mass.kilograms(100), 9);
        Proposal proposal = propose(warehouse);
        Proposal.Line line = proposal.lines().getFirst();
        assertThat(line.why()).isEqualTo(Proposal.Why.COVER);
        assertThat(line.basis()).isEqualTo(Proposal.Basis.REPORTED);
        assertThat(line.onHand()).isEqualTo(Mass.kilograms(12));
        assertThat(line.target()).isEqualTo(Mass.kilograms(40));
        assertThat(line.errorBasisPoints()).hasValue(0);
        assertThat(line.packs()).isEqualTo(8);
        Proposal released = proposals.release(cast.clerk(), proposal.id());
        assertThat(proposals.release(cast.clerk(), proposal.id()).lines()).isEqualTo(released.lines());
        assertThat(released.lines().getFirst().sent()).contains(8);
        assertThat(depot.onHand(first, warehouse)).isEqualTo(Mass.kilograms(3));
        assertThat(depot.onHand(second, warehouse)).isEqualTo(Mass.kilograms(75));
        assertThat(depot.onHand(tooOld, warehouse)).isEqualTo(Mass.kilograms(100));
        assertThat(depot.onHand(held, warehouse)).isEqualTo(Mass.kilograms(100));
        Shipment shipment = proposals.sent(cast.clerk(), proposal.id()).getFirst();
        Consignment booked = consignments.get(shipment.consignment());
        assertThat(booked.mass()).isEqualTo(Mass.kilograms(40));
        assertThat(booked.causeKind()).isEqualTo("replenishment");
        assertThat(booked.toSite()).contains(store);
        assertThat(propose(warehouse).lines().getFirst().why()).isEqualTo(Proposal.Why.ENOUGH);

        shipments.delivered(delivered(shipment, Mass.kilograms(38)));
        shipments.delivered(delivered(shipment, Mass.kilograms(38)));
        assertThat(depot.onHand(first, store)).isEqualTo(Mass.kilograms(15));
        assertThat(depot.onHand(second, store)).isEqualTo(Mass.kilograms(23));
        assertThat(shelves.check(cast.clerk(), warehouse)).isEmpty();
        StockInvariants.hold(jdbc);
    }

    @Test
    void anotherCompanysStoreTakesTheGoodsForGoodAndWhatDoesNotArriveIsInTheWarehouseAgain() {
        SiteId warehouse = warehouse();
        SiteId store = store(cast.buyer(), warehouse, 2, 4);
        Lot lot = depot.lying(cast.clerk(), warehouse, Mass.kilograms(100), 9);
        assertThat(propose(warehouse).lines().getFirst().why()).isEqualTo(Proposal.Why.LEAST);
        sells(cast.buyer(), store, 5, 0);
        Proposal proposal = propose(warehouse);
        proposals.adjust(
                cast.clerk(), proposal.id(), Map.of(proposal.lines().getFirst().line(), 3));
        proposals.release(cast.clerk(), proposal.id());
        Shipment shipment = proposals.sent(cast.clerk(), proposal.id()).getFirst();
        assertThat(depot.onHand(lot, warehouse)).isEqualTo(Mass.kilograms(85));
        shipments.failed(new ConsignmentFailed(
                shipment.consignment(),
                shipment.origin(),
                "replenishment",
                shipment.id().value(),
                true,
                "Closed",
                clock.instant()));
        shipments.delivered(delivered(shipment, Mass.kilograms(15)));
        assertThat(depot.onHand(lot, warehouse)).isEqualTo(Mass.kilograms(100));
        assertThat(depot.onHand(lot, store)).isEqualTo(Mass.ZERO);
        assertThat(shelves.check(cast.clerk(), warehouse)).isEmpty();
        StockInvariants.hold(jdbc);
    }

    @Test
    void ofProposalsReleasedAtOnceOneSendsSoNoStoreGetsItsNeedTwice() throws Exception {
        SiteId warehouse = warehouse();
        for (int i = 0; i < 3; i++) sells(cast.clerk(), store(cast.manager(), warehouse, 0, 3), 20, 0);
        Lot lot = depot.lying(cast.clerk(), warehouse, Mass.kilograms(250), 15);
        List<Callable<Proposal>> attempts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Proposal proposal = propose(warehouse);
            assertThat(proposal.mass()).isEqualTo(Mass.kilograms(180));
            attempts.add(() -> proposals.release(cast.clerk(), proposal.id()));
        }
        var outcomes = Race.of(attempts);
        long packs = outcomes.stream()
                .filter(Race.Outcome::won)
                .map(outcome -> java.util.Objects.requireNonNull(outcome.answer()))
                .flatMap(proposal -> proposal.lines().stream())
                .mapToLong(line -> line.sent().orElseThrow())
                .sum();
        assertThat(packs).isEqualTo(36);
        for (Race.Outcome<Proposal> outcome : outcomes)
            if (outcome.won())
                for (Shipment shipment : proposals.sent(
                        cast.clerk(),
                        java.util.Objects.requireNonNull(outcome.answer()).id()))
                    assertThat(shipments.picks(cast.clerk(), shipment.id()))
                            .extracting(Shipments.Picked::mass)
                            .containsExactly(shipment.sent());
        outcomes.stream()
                .filter(outcome -> !outcome.won())
                .forEach(outcome -> Depot.breaks(StorageRule.PROPOSAL_CLOSED).accept(outcome.thrown()));
        assertThat(depot.onHand(lot, warehouse)).isEqualTo(Mass.kilograms(70));
        assertThat(propose(warehouse).lines())
                .extracting(Proposal.Line::underWay)
                .containsOnly(Mass.kilograms(60));
        assertThat(shelves.check(cast.clerk(), warehouse)).isEmpty();
        StockInvariants.hold(jdbc);
    }

    @Test
    void aStoreThatNoLongerGetsAProductIsSentNoneOfIt() {
        SiteId warehouse = warehouse();
        SiteId stays = store(cast.manager(), warehouse, 0, 3);
        SiteId ends = store(cast.manager(), warehouse, 0, 3);
        for (SiteId store : List.of(stays, ends)) sells(cast.clerk(), store, 10, 0);
        Lot lot = depot.lying(cast.clerk(), warehouse, Mass.kilograms(100), 15);
        Proposal proposal = propose(warehouse);
        assertThat(proposal.mass()).isEqualTo(Mass.kilograms(60));
        lines.ofStore(ends).forEach(line -> lines.end(cast.clerk(), line.id()));
        Proposal released = proposals.release(cast.clerk(), proposal.id());
        assertThat(released.lines())
                .allMatch(line -> line.sent().equals(Optional.of(line.store().equals(ends) ? 0 : 6)));
        assertThat(depot.onHand(lot, warehouse)).isEqualTo(Mass.kilograms(70));
    }

    @Test
    void whatIsScarceIsSharedAndWhatKeepsShortIsNotPiledUp() {
        SiteId warehouse = warehouse();
        SiteId one = store(cast.manager(), warehouse, 0, 4);
        SiteId other = store(cast.manager(), warehouse, 0, 4);
        sells(cast.clerk(), one, 10, 0);
        sells(cast.clerk(), other, 10, 0);
        assertThat(propose(warehouse).lines()).allMatch(line -> line.why() == Proposal.Why.NO_GOODS);
        depot.lying(cast.clerk(), warehouse, Mass.kilograms(50), 20);
        Proposal scarce = propose(warehouse);
        assertThat(scarce.lines()).extracting(Proposal.Line::packs).containsExactly(5, 5);
        assertThat(scarce.lines()).allMatch(line -> line.why() == Proposal.Why.SCARCE);
        SiteId short1 = warehouse();
        SiteId slow = store(cast.manager(), short1, 0, 20);
        sells(cast.clerk(), slow, 10, 0);
        depot.lying(cast.clerk(), short1, Mass.kilograms(500), 5);
        Proposal.Line line = propose(short1).lines().getFirst();
        assertThat(line.why()).isEqualTo(Proposal.Why.KEEPS_SHORT);
        assertThat(line.packs()).isEqualTo(10);
    }

    @Test
    void storesAreTheirKeepersAndNobodyElseTellsTheirSales() {
        SiteId warehouse = warehouse();
        SiteId store = depot.site(cast.buyer(), SiteKind.STORE);
        StoreLine line = depot.line(store, cast.manager(), warehouse, 1, 3);
        assertThatThrownBy(() -> lines.put(cast.manager(), line)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sells(cast.manager(), store, 1, 1)).isInstanceOf(NotFound.class);
        lines.put(cast.buyer(), line);
        lines.put(cast.manager(), line.asEnded(false));
        sells(cast.manager(), store, 1, 1);
        var others = new SellThrough(store, depot.yoghurt, depot.today, Mass.kilograms(2), Optional.empty());
        sold.record(cast.buyer(), List.of(others), SellThrough.Source.API);
        assertThatThrownBy(() -> sold.record(cast.manager(), List.of(others), SellThrough.Source.API))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> of(cast.manager(), store, Optional.of(depot.yoghurt)))
                .isInstanceOf(NotFound.class);
        assertThat(of(cast.manager(), store, Optional.empty())).hasSize(30).doesNotContain(others);
        assertThat(of(cast.buyer(), store, Optional.empty())).hasSize(31).contains(others);
        assertThatThrownBy(() -> lines.put(cast.buyer(), line.withId(StoreLineId.next())))
                .satisfies(Depot.breaks(StorageRule.STORE_LINE_TAKEN));
        Proposal proposal = propose(warehouse);
        assertThatThrownBy(() -> proposals.see(cast.otherManager(), proposal.id()))
                .isInstanceOf(NotFound.class);
        proposals.discard(cast.clerk(), proposal.id());
        assertThatThrownBy(() -> proposals.release(cast.clerk(), proposal.id()))
                .satisfies(Depot.breaks(StorageRule.PROPOSAL_CLOSED));
    }
}
