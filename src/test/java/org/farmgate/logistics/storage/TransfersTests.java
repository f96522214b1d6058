package org.farmgate.logistics.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.farmgate.logistics.Carrier;
import org.farmgate.logistics.ConsignmentFailed;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.LogisticsRule;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.stock.Lot;
import org.farmgate.stock.StockRule;
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
class TransfersTests {
    @Autowired
    Cast cast;

    @Autowired
    Depot depot;

    @Autowired
    Transfers transfers;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Shipments shipments;

    @Autowired
    Shelves shelves;

    @Autowired
    Consignments consignments;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private SiteId warehouse() {
        return depot.warehouse(cast.manager(), Mass.tonnes(1), false);
    }

    private NewTransfer wanted(SiteId from, SiteId to, Lot lot, long kilograms) {
        return new NewTransfer(
                UUID.randomUUID(),
                from,
                to,
                cast.manager().organisation(),
                depot.today.plusDays(2),
                List.of(new NewTransfer.Line(lot.id(), Mass.kilograms(kilograms), 4)));
    }

    private Received looked(Lot lot, long kilograms, Optional<Arrival.Difference> difference) {
        return new Received(lot.id(), Mass.kilograms(kilograms), Arrival.How.WEIGHED, difference, "", clock.instant());
    }

    @Test
    void goodsLeaveTheOneAreUnderWayAndAreReceivedAtTheOtherOnceHoweverOftenItIsTold() {
        SiteId from = warehouse();
        SiteId to = warehouse();
        Lot lot = depot.lying(cast.clerk(), from, Mass.kilograms(200), 20);
        NewTransfer wanted = wanted(from, to, lot, 150);
        Shipment sent = transfers.send(cast.clerk(), wanted).getFirst();
        assertThat(transfers.send(cast.clerk(), wanted).getFirst().id()).isEqualTo(sent.id());
        assertThat(depot.onHand(lot, from)).isEqualTo(Mass.kilograms(50));
        assertThat(depot.onHand(lot, to)).isEqualTo(Mass.ZERO);
        assertThat(shipments.picks(cast.clerk(), sent.id()))
                .containsExactly(new Shipments.Picked("DOCK", lot.id(), Mass.kilograms(150)));
        ArrivalId arrival = Arrivals.idOf(sent);
        consignments.handOver(
                cast.clerk(),
                sent.consignment(),
                new Carrier(Optional.empty(), "Own"),
                Optional.empty(),
                clock.instant());
        assertThatThrownBy(() -> arrivals.receive(cast.clerk(), to, arrival, looked(lot, 145, Optional.empty())))
                .satisfies(Depot.breaks(StorageRule.DIFFERENCE_WITHOUT_REASON));
        assertThatThrownBy(() -> arrivals.receive(
                        cast.clerk(), to, arrival, looked(lot, 151, Optional.of(Arrival.Difference.OVER))))
                .satisfies(Depot.breaks(StorageRule.MORE_THAN_SENT));
        Lot stayed = depot.lying(cast.clerk(), from, Mass.kilograms(5), 20);
        assertThatThrownBy(() -> arrivals.receive(
                        cast.clerk(), to, arrival, looked(stayed, 5, Optional.of(Arrival.Difference.NOT_ANNOUNCED))))
                .satisfies(Depot.breaks(StorageRule.ARRIVAL_OF_OTHER_GOODS));
        assertThatThrownBy(() -> arrivals.finish(cast.clerk(), to, arrival))
                .satisfies(Depot.breaks(StorageRule.ARRIVAL_LINES_OPEN));
        Received came = looked(lot, 145, Optional.of(Arrival.Difference.DAMAGED));
        arrivals.receive(cast.clerk(), to, arrival, came);
        arrivals.receive(cast.clerk(), to, arrival, came);
        arrivals.finish(cast.clerk(), to, arrival);
        arrivals.finish(cast.clerk(), to, arrival);
        assertThat(depot.onHand(lot, to)).isEqualTo(Mass.kilograms(145));
        assertThat(consignments.get(sent.consignment()).stage()).isEqualTo(ConsignmentStage.DELIVERED);
        Shipment.Line line = shipments.see(cast.clerk(), sent.id()).lines().getFirst();
        assertThat(line.lost()).isEqualTo(Mass.kilograms(5));
        assertThat(line.underWay()).isEqualTo(Mass.ZERO);
        assertThat(shelves.check(cast.clerk(), from)).isEmpty();
        assertThat(shelves.check(cast.clerk(), to)).isEmpty();
        StockInvariants.hold(jdbc);
    }

    @Test
    void whatDoesNotArriveComesBackOnce() {
        SiteId from = warehouse();
        SiteId to = warehouse();
        Lot lot = depot.lying(cast.clerk(), from, Mass.kilograms(200), 20);
        Shipment sent = transfers.send(cast.clerk(), wanted(from, to, lot, 200)).getFirst();
        var failed = new ConsignmentFailed(
                sent.consignment(), sent.origin(), "transfer", sent.id().value(), false, "No truck", clock.instant());
        for (int told = 0; told < 2; told++) {
            shipments.failed(failed);
            arrivals.failed(failed.consignment());
        }
        assertThat(depot.onHand(lot, from)).isEqualTo(Mass.kilograms(200));
        assertThat(shipments.see(cast.clerk(), sent.id()).stage()).isEqualTo(Shipment.Stage.BACK);
        assertThat(arrivals.see(cast.clerk(), Arrivals.idOf(sent)).stage()).isEqualTo(Arrival.Stage.CANCELLED);
        assertThatThrownBy(() ->
                        arrivals.receive(cast.clerk(), to, Arrivals.idOf(sent), looked(lot, 200, Optional.empty())))
                .satisfies(Depot.breaks(StorageRule.ARRIVAL_CLOSED));
        assertThat(shelves.check(cast.clerk(), from)).isEmpty();
        StockInvariants.hold(jdbc);
    }

    @Test
    void nothingComesInBeyondWhatTheTariffLetsTheWarehouseHold() {
        SiteId from = depot.warehouse(cast.manager(), Mass.tonnes(5), false);
        SiteId to = warehouse();
        Lot lot = depot.lying(cast.clerk(), from, Mass.kilograms(1_001), 20);
        Shipment sent =
                transfers.send(cast.clerk(), wanted(from, to, lot, 1_001)).getFirst();
        assertThatThrownBy(() ->
                        arrivals.receive(cast.clerk(), to, Arrivals.idOf(sent), looked(lot, 1_001, Optional.empty())))
                .satisfies(Depot.breaks(StorageRule.WAREHOUSE_FULL));
        assertThat(depot.onHand(lot, to)).isEqualTo(Mass.ZERO);
        arrivals.receive(
                cast.clerk(), to, Arrivals.idOf(sent), looked(lot, 1_000, Optional.of(Arrival.Difference.MISSING)));
    }

    @Test
    void twoTransfersAtOnceNeverTakeTheSameGoods() throws Exception {
        SiteId from = warehouse();
        SiteId to = warehouse();
        Lot lot = depot.lying(cast.clerk(), from, Mass.kilograms(100), 20);
        List<Callable<List<Shipment>>> attempts = IntStream.range(0, 5)
                .<Callable<List<Shipment>>>mapToObj(_ -> () -> transfers.send(cast.clerk(), wanted(from, to, lot, 40)))
                .toList();
        var outcomes = Race.of(attempts);
        assertThat(Race.won(outcomes)).isEqualTo(2);
        outcomes.stream()
                .filter(outcome -> !outcome.won())
                .forEach(outcome -> Depot.breaks(StockRule.NOT_ENOUGH_FREE).accept(outcome.thrown()));
        assertThat(depot.onHand(lot, from)).isEqualTo(Mass.kilograms(20));
        StockInvariants.hold(jdbc);
    }

    @Test
    void othersNeitherSeeNorSend() {
        SiteId from = warehouse();
        SiteId to = warehouse();
        Lot lot = depot.lying(cast.clerk(), from, Mass.kilograms(100), 20);
        assertThatThrownBy(() -> transfers.send(cast.otherManager(), wanted(from, to, lot, 10)))
                .isInstanceOf(NotFound.class);
        Shipment sent = transfers.send(cast.clerk(), wanted(from, to, lot, 10)).getFirst();
        assertThatThrownBy(() -> shipments.see(cast.otherManager(), sent.id())).isInstanceOf(NotFound.class);
        assertThat(arrivals.at(cast.otherManager(), to, Arrival.Stage.ANNOUNCED, Paging.first()))
                .isEmpty();
    }

    private Arrival booked(SiteId from, SiteId to, String cause) {
        var consignment = new NewConsignment(
                ConsignmentId.next(),
                cast.county(),
                cast.manager().organisation(),
                from,
                new Delivery.ToSite(to),
                Mass.kilograms(300),
                60,
                List.of(depot.melon),
                depot.today,
                depot.today.plusDays(3),
                cause,
                UUID.randomUUID());
        consignments.book(consignment);
        arrivals.booked(consignment.id());
        arrivals.booked(consignment.id());
        return arrivals.at(cast.clerk(), to, Arrival.Stage.ANNOUNCED, Paging.first())
                .getFirst();
    }

    private void handOver(Arrival arrival, long kilograms) {
        consignments.handOver(
                cast.clerk(),
                arrival.consignment().orElseThrow(),
                new Carrier(Optional.empty(), "Own"),
                Optional.of(Mass.kilograms(kilograms)),
                clock.instant());
    }

    private void receive(SiteId to, Arrival arrival, Lot lot, long kilograms) {
        Received came = looked(lot, kilograms, Optional.of(Arrival.Difference.NOT_ANNOUNCED));
        arrivals.receive(cast.clerk(), to, arrival.id(), came);
    }

    @Test
    void aConsignmentToTheWarehouseIsExpectedThereAndNoMoreThanItsSenderSentLeavesWhereItLay() {
        SiteId house = depot.site(cast.manager(), SiteKind.PACKING_HOUSE);
        SiteId to = warehouse();
        Lot lot = depot.lying(cast.clerk(), house, Mass.kilograms(300), 20);
        Lot other = depot.lying(cast.clerk(), house, Mass.kilograms(300), 20);
        Lot yoghurt = depot.lot(depot.yoghurt, Mass.kilograms(10), 20);
        Arrival expected = booked(house, to, NewConsignment.OWN);
        assertThat(expected.expected()).contains(Mass.kilograms(300));
        assertThatThrownBy(() -> receive(to, expected, lot, 290))
                .satisfies(Depot.breaks(LogisticsRule.CONSIGNMENT_NOT_IN_THAT_STATE));
        handOver(expected, 295);
        assertThatThrownBy(() -> receive(to, expected, yoghurt, 10))
                .satisfies(Depot.breaks(StorageRule.ARRIVAL_OF_OTHER_GOODS));
        assertThatThrownBy(() -> receive(to, expected, lot, 296)).satisfies(Depot.breaks(StorageRule.MORE_THAN_SENT));
        receive(to, expected, lot, 200);
        assertThatThrownBy(() -> receive(to, expected, other, 96)).satisfies(Depot.breaks(StorageRule.MORE_THAN_SENT));
        receive(to, expected, other, 90);
        arrivals.finish(cast.clerk(), to, expected.id());
        assertThat(depot.onHand(lot, house)).isEqualTo(Mass.kilograms(100));
        assertThat(depot.onHand(lot, to)).isEqualTo(Mass.kilograms(200));
        assertThat(depot.onHand(other, house)).isEqualTo(Mass.kilograms(210));
        assertThat(consignments.get(expected.consignment().orElseThrow()).stage())
                .isEqualTo(ConsignmentStage.DELIVERED);
        StockInvariants.hold(jdbc);
    }

    @Test
    void whatADealSoldHadLeftItsSendersStockAndIsOnlyCounted() {
        SiteId house = depot.site(cast.manager(), SiteKind.PACKING_HOUSE);
        SiteId to = warehouse();
        Lot lot = depot.lying(cast.clerk(), house, Mass.kilograms(300), 20);
        Arrival expected = booked(house, to, "trade.call-off");
        handOver(expected, 300);
        receive(to, expected, lot, 200);
        assertThat(arrivals.see(cast.clerk(), expected.id()).received()).isEqualTo(Mass.kilograms(200));
        assertThat(depot.onHand(lot, house)).isEqualTo(Mass.kilograms(300));
        assertThat(depot.onHand(lot, to)).isEqualTo(Mass.ZERO);
    }

    @Test
    void theArrivalOfAConsignmentIsFoundByAnIndex() {
        assertThat(jdbc.sql("""
                select indexdef from pg_indexes where schemaname = 'logistics' and tablename = 'arrival'
                """).query(String.class).list()).anyMatch(index -> index.contains("(consignment_id)"));
    }
}
