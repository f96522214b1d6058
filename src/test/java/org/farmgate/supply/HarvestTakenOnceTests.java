package org.farmgate.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.LotId;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Position;
import org.farmgate.stock.Positions;
import org.farmgate.stock.Receipt;
import org.farmgate.stock.StockRule;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Race;
import org.farmgate.testing.StockInvariants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A harvest comes into stock under its own lot or under its tickets' lots, and no kilogram of it under both.
@ModuleTest
@Import({Cast.class, Season.class, Scale.class})
class HarvestTakenOnceTests {
    @Autowired
    Cast cast;

    @Autowired
    Season season;

    @Autowired
    Scale scale;

    @Autowired
    Tickets tickets;

    @Autowired
    Harvests harvests;

    @Autowired
    Positions positions;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @AfterEach
    void stockAddsUp() {
        StockInvariants.hold(jdbc);
    }

    private static void refused(Rule rule, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).satisfies(thrown -> brokeBy(rule, thrown));
    }

    private static void brokeBy(Rule rule, @Nullable Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    private Harvest harvest() {
        return harvests.offer(cast.aygul(), season.harvest(season.plot(), Mass.tonnes(1), Mass.tonnes(1)));
    }

    /// Delivered 100 kg less than gross, of which 5 kg are dirt.
    private NewTicket wanted(Harvest harvest, long grossKilograms) {
        return scale.wanted(
                grossKilograms, Title.ON_BEHALF, Optional.empty(), Optional.empty(), Optional.of(harvest.id()));
    }

    private Ticket weigh(Harvest harvest, long grossKilograms) {
        return tickets.weigh(cast.clerk(), wanted(harvest, grossKilograms));
    }

    private void receive(Harvest harvest, Mass mass) {
        MovementId id = MovementId.next();
        positions.receive(
                cast.clerk(),
                new Receipt(id, harvest.lot(), scale.packingHouse, mass, clock.instant(), "receipt", id.value()));
    }

    private Mass inStock(LotId... lots) {
        return new Mass(Stream.of(lots)
                .flatMap(lot -> positions.ofLot(lot).stream())
                .map(Position::onHand)
                .mapToLong(Mass::grams)
                .sum());
    }

    @Test
    void whatATicketTookCannotBeReceivedUntilTheTicketIsCancelled() {
        Harvest harvest = harvest();
        Ticket ticket = weigh(harvest, 1_100);
        refused(StockRule.RECEIPT_EXCEEDS_LOT, () -> receive(harvest, Mass.tonnes(1)));
        refused(StockRule.RECEIPT_EXCEEDS_LOT, () -> receive(harvest, Mass.kilograms(6)));
        assertThat(inStock(harvest.lot(), ticket.lot())).isEqualTo(Mass.kilograms(995));
        tickets.cancel(cast.clerk(), ticket.id(), "Wrong harvest");
        tickets.cancel(cast.clerk(), ticket.id(), "Wrong harvest");
        refused(StockRule.RECEIPT_EXCEEDS_LOT, () -> receive(harvest, Mass.kilograms(1_001)));
        receive(harvest, Mass.tonnes(1));
        assertThat(inStock(harvest.lot(), ticket.lot())).isEqualTo(Mass.tonnes(1));
        refused(SupplyRule.HARVEST_LIES_IN_STOCK, () -> weigh(harvest, 205));
    }

    @Test
    void sentAgainATicketTakesOnceAndTheRestCanStillComeIn() {
        Harvest harvest = harvest();
        NewTicket wanted = wanted(harvest, 505);
        Ticket ticket = tickets.weigh(cast.clerk(), wanted);
        assertThat(tickets.weigh(cast.clerk(), wanted)).isEqualTo(ticket);
        refused(StockRule.RECEIPT_EXCEEDS_LOT, () -> receive(harvest, Mass.kilograms(601)));
        receive(harvest, Mass.kilograms(600));
        assertThat(inStock(harvest.lot(), ticket.lot())).isEqualTo(Mass.tonnes(1));
    }

    @Test
    void oneCancelledTicketGivesBackItsOwnAndNoMore() {
        Harvest harvest = harvest();
        Ticket first = weigh(harvest, 405);
        Ticket second = weigh(harvest, 505);
        tickets.cancel(cast.clerk(), first.id(), "The scale was wrong");
        refused(StockRule.RECEIPT_EXCEEDS_LOT, () -> receive(harvest, Mass.kilograms(601)));
        receive(harvest, Mass.kilograms(600));
        assertThat(inStock(harvest.lot(), first.lot(), second.lot())).isEqualTo(Mass.tonnes(1));
    }

    @Test
    void aTicketThatIsRefusedCountsNothing() {
        Harvest harvest = harvest();
        refused(SupplyRule.TICKET_EXCEEDS_HARVEST, () -> weigh(harvest, 1_101));
        receive(harvest, Mass.tonnes(1));
        assertThat(inStock(harvest.lot())).isEqualTo(Mass.tonnes(1));
    }

    @Test
    void ofTicketAndReceiptAtOnceOneWins() throws Exception {
        for (int round = 0; round < 8; round++) {
            Harvest harvest = harvest();
            NewTicket wanted = wanted(harvest, 1_100);
            List<Race.Outcome<Boolean>> ended = Race.of(List.<Callable<Boolean>>of(
                    () -> tickets.weigh(cast.clerk(), wanted).stands(), () -> {
                        receive(harvest, Mass.tonnes(1));
                        return true;
                    }));
            assertThat(Race.won(ended)).isEqualTo(1);
            assertThat(inStock(harvest.lot(), new LotId(wanted.id().value())))
                    .isGreaterThan(Mass.ZERO)
                    .isLessThanOrEqualTo(Mass.tonnes(1));
        }
    }

    @Test
    void aTicketThatSawNothingInStockWaitsForTheReceiptAndIsRefused() throws Exception {
        Harvest harvest = harvest();
        NewTicket wanted = wanted(harvest, 1_100);
        brokeBy(
                SupplyRule.HARVEST_LIES_IN_STOCK,
                secondAfterFirst(() -> receive(harvest, Mass.tonnes(1)), () -> tickets.weigh(cast.clerk(), wanted)));
        assertThat(inStock(harvest.lot(), new LotId(wanted.id().value()))).isEqualTo(Mass.tonnes(1));
        assertThat(tickets.left(harvest)).isEqualTo(Mass.tonnes(1));
    }

    @Test
    void aReceiptWaitsForTheTicketAndIsRefused() throws Exception {
        Harvest harvest = harvest();
        NewTicket wanted = wanted(harvest, 1_100);
        brokeBy(
                StockRule.RECEIPT_EXCEEDS_LOT,
                secondAfterFirst(() -> tickets.weigh(cast.clerk(), wanted), () -> receive(harvest, Mass.tonnes(1))));
        assertThat(inStock(harvest.lot(), new LotId(wanted.id().value()))).isEqualTo(Mass.kilograms(995));
    }

    /// The first keeps its transaction open until the second waits for it, or is done; answers what the second threw.
    private @Nullable Throwable secondAfterFirst(Runnable first, Runnable second) throws Exception {
        var done = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            try {
                Future<?> one = threads.submit(() -> transactions.executeWithoutResult(_ -> {
                    first.run();
                    done.countDown();
                    await(mayEnd);
                }));
                await(done);
                Future<?> two = threads.submit(second);
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> two.isDone() || somebodyWaits());
                mayEnd.countDown();
                one.get(30, TimeUnit.SECONDS);
                two.get(30, TimeUnit.SECONDS);
                return null;
            } catch (ExecutionException thrown) {
                return thrown.getCause();
            } finally {
                mayEnd.countDown();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
                select count(*) from pg_stat_activity
                where wait_event_type = 'Lock' and datname = current_database()
                """).query(Long.class).single() > 0;
    }
}
