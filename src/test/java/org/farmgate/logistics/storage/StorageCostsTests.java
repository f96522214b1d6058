package org.farmgate.logistics.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Postings;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.Lot;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Positions;
import org.farmgate.stock.WriteOff;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Race;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({Cast.class, Depot.class})
class StorageCostsTests {
    @Autowired
    Cast cast;

    @Autowired
    Depot depot;

    @Autowired
    StorageCosts costs;

    @Autowired
    Positions positions;

    @Autowired
    Postings postings;

    @Autowired
    Sites sites;

    @Autowired
    Clock clock;

    private IsoWeek weeksAgo(int weeks) {
        return IsoWeek.of(depot.today).plusWeeks(-weeks);
    }

    private Instant middleOf(IsoWeek week) {
        return StorageWeeks.begins(week, clock.getZone()).plus(Duration.ofDays(3));
    }

    private PartyId owner() {
        return cast.otherManager().organisation();
    }

    private Money owed(SiteId site) {
        return owedTo(cast.manager());
    }

    private Money owedTo(Actor operator) {
        return postings.balance(AccountKey.payable(cast.county(), owner(), operator.organisation()));
    }

    @Test
    void eachWeekBegunIsBilledOnceForTheMostThatLayThereAndALateMovementIsPutRightByAnotherEntry() throws Exception {
        SiteId site = depot.warehouse(cast.manager(), Mass.tonnes(10), false);
        Money before = owed(site);
        Lot lot = depot.lying(cast.clerk(), site, owner(), Mass.tonnes(2), 60, middleOf(weeksAgo(3)));
        List<StorageBill> bills = costs.reckon(cast.clerk(), site, weeksAgo(4), weeksAgo(1));
        assertThat(bills).extracting(StorageBill::week).containsExactly(weeksAgo(3), weeksAgo(2), weeksAgo(1));
        assertThat(bills).extracting(StorageBill::amount).containsOnly(Money.yuan(100));
        assertThat(owed(site)).isEqualTo(before.plus(Money.yuan(300)));
        assertThat(postings.balance(AccountKey.of(cast.county(), AccountKind.STORAGE_COST, owner())))
                .isGreaterThanOrEqualTo(Money.yuan(300));
        assertThat(costs.reckon(cast.clerk(), site, weeksAgo(4), weeksAgo(1))).isEmpty();

        positions.writeOff(
                cast.clerk(),
                new WriteOff(MovementId.next(), lot.id(), site, Mass.tonnes(1), "Rotten", middleOf(weeksAgo(2))));
        List<StorageBill> corrected = costs.reckon(cast.clerk(), site, weeksAgo(4), weeksAgo(1));
        assertThat(corrected).hasSize(1);
        StorageBill bill = corrected.getFirst();
        assertThat(bill.week()).isEqualTo(weeksAgo(1));
        assertThat(bill.round()).isEqualTo(1);
        assertThat(bill.amount()).isEqualTo(Money.yuan(-50));
        assertThat(owed(site)).isEqualTo(before.plus(Money.yuan(250)));
        assertThat(costs.see(cast.otherManager(), bill.id()).lines().getFirst().before())
                .isEqualTo(Money.yuan(100));
        assertThatThrownBy(() -> costs.see(cast.buyer(), bill.id())).isInstanceOf(NotFound.class);

        List<Callable<List<StorageBill>>> again = IntStream.range(0, 4)
                .<Callable<List<StorageBill>>>mapToObj(
                        _ -> () -> costs.reckon(cast.clerk(), site, weeksAgo(4), weeksAgo(1)))
                .toList();
        assertThat(Race.won(Race.of(again))).isEqualTo(4);
        assertThat(owed(site)).isEqualTo(before.plus(Money.yuan(250)));
    }

    @Test
    void twoReckoningsAtOnceBillOnce() throws Exception {
        SiteId site = depot.warehouse(cast.manager(), Mass.tonnes(10), false);
        Money before = owed(site);
        depot.lying(cast.clerk(), site, owner(), Mass.tonnes(1), 60, middleOf(weeksAgo(1)));
        List<Callable<List<StorageBill>>> attempts = IntStream.range(0, 4)
                .<Callable<List<StorageBill>>>mapToObj(
                        _ -> () -> costs.reckon(cast.clerk(), site, weeksAgo(1), weeksAgo(1)))
                .toList();
        assertThat(Race.won(Race.of(attempts))).isEqualTo(4);
        assertThat(owed(site)).isEqualTo(before.plus(Money.yuan(50)));
    }

    @Test
    void onesOwnGoodsInOnesOwnWarehouseCostButAreNoDebt() {
        SiteId site = depot.warehouse(cast.manager(), Mass.tonnes(10), false);
        depot.lying(cast.clerk(), site, cast.manager().organisation(), Mass.tonnes(1), 60, middleOf(weeksAgo(1)));
        StorageBill bill =
                costs.reckon(cast.clerk(), site, weeksAgo(1), weeksAgo(1)).getFirst();
        assertThat(bill.amount()).isEqualTo(Money.yuan(50));
        assertThat(bill.posted()).isFalse();
    }

    @Test
    void aCorrectionIsBetweenWhomTheWeekWasBilledAlsoWhenSomebodyElseRunsTheWarehouseNow() {
        SiteId site = depot.warehouse(cast.manager(), Mass.tonnes(10), false);
        Lot lot = depot.lying(cast.clerk(), site, owner(), Mass.tonnes(2), 60, middleOf(weeksAgo(3)));
        costs.reckonLately(site);
        Money before = owedTo(cast.manager());
        Money others = owedTo(cast.buyer());
        positions.writeOff(
                cast.clerk(),
                new WriteOff(MovementId.next(), lot.id(), site, Mass.tonnes(1), "Rotten", middleOf(weeksAgo(2))));
        Site there = sites.get(site);
        sites.amend(
                cast.admin(),
                new Site(
                        site,
                        there.kind(),
                        there.name(),
                        there.gln(),
                        there.region(),
                        there.at(),
                        cast.buyer().organisation(),
                        there.address(),
                        false));
        costs.reckonLately(site);
        assertThat(owedTo(cast.manager())).isEqualTo(before.minus(Money.yuan(50)));
        assertThat(owedTo(cast.buyer())).isEqualTo(others);
    }

    @Test
    void aWarehouseThatCannotBeBilledHoldsUpNoOther() {
        SiteId site = depot.warehouse(cast.manager(), Mass.tonnes(10), false);
        Money before = owed(site);
        depot.lying(cast.clerk(), site, owner(), Mass.tonnes(1), 60, middleOf(weeksAgo(1)));
        List<SiteId> all = List.of(SiteId.next(), site, SiteId.next());
        assertThatThrownBy(() -> StorageTasks.each(all, costs::reckonLately))
                .isInstanceOf(NotFound.class)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        assertThat(owed(site)).isEqualTo(before.plus(Money.yuan(50)));
    }

    @Test
    void aWeekThatIsNotOverIsNotBilled() {
        SiteId site = depot.warehouse(cast.manager(), Mass.tonnes(10), false);
        assertThatThrownBy(() -> costs.reckon(cast.clerk(), site, weeksAgo(0), weeksAgo(0)))
                .satisfies(Depot.breaks(StorageRule.WEEK_NOT_OVER));
        assertThatThrownBy(() -> costs.reckon(cast.clerk(), site, weeksAgo(1), weeksAgo(2)))
                .satisfies(Depot.breaks(StorageRule.TOO_MANY_WEEKS));
        assertThatThrownBy(() -> costs.reckon(cast.otherManager(), site, weeksAgo(1), weeksAgo(1)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void carryingFromBinToBinIsNoMoreStorage() {
        UUID put = UUID.randomUUID();
        IsoWeek week = weeksAgo(2);
        Instant at = middleOf(week);
        var kept = new StorageWeeks.Kept(cast.county(), owner(), org.farmgate.stock.LotId.next());
        SiteId site = SiteId.next();
        var moves = List.of(
                moved(kept, site, UUID.randomUUID(), 500, false, at),
                moved(kept, site, put, -500, true, at.plusSeconds(60)),
                moved(kept, site, put, 500, true, at.plusSeconds(60)));
        assertThat(StorageWeeks.most(moves, week, clock.getZone())).containsEntry(kept, new Mass(500));
    }

    private static ShelfStore.Moved moved(
            StorageWeeks.Kept kept, SiteId site, UUID id, long grams, boolean putAway, Instant at) {
        return new ShelfStore.Moved(
                id, kept.origin(), kept.lot(), site, BinId.next(), kept.owner(), grams, putAway, at);
    }
}
