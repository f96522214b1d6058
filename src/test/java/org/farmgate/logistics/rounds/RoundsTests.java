package org.farmgate.logistics.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.rounds.RoundStep.What;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.Race;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WholeAppTest
@Import(RoundYard.class)
class RoundsTests {
    @Autowired
    Cast cast;

    @Autowired
    RoundYard yard;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundMoves moves;

    @Autowired
    Vehicles vehicles;

    private Actor planner;
    private SiteId depot;

    @BeforeEach
    void aDepot() {
        planner = cast.manager();
        depot = yard.depot();
    }

    private static void refused(Rule rule, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).satisfies((Consumer<Throwable>) thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule)));
    }

    @Test
    void goodsThatWaitAreFoundPutOnARoundAndWaitNoMore() {
        List<SiteId> stores = yard.stores(3);
        List<UUID> goods = yard.consignments(depot, stores, 4, 50);
        SiteId grower = yard.site(SiteKind.STATION, planner, 38.95, 77.7);
        UUID fetched = yard.consignment(grower, new Delivery.ToSite(depot), 30);
        assertThat(rounds.open(planner, List.of(depot), yard.today()))
                .extracting(OpenGoods::of)
                .containsExactlyInAnyOrderElementsOf(
                        java.util.stream.Stream.concat(goods.stream(), java.util.stream.Stream.of(fetched))
                                .toList());
        Round round = yard.draft(depot, cast.clerk().person());
        Round full = rounds.add(planner, round.id(), 0, List.of(goods.get(0), goods.get(3), goods.get(1), fetched));
        assertThat(full.version()).isEqualTo(1);
        // Two consignments for one store are one stop.
        assertThat(full.stops()).hasSize(3);
        assertThat(full.tasks())
                .filteredOn(task -> task.kind() == Task.Kind.COLLECT)
                .hasSize(1);
        assertThat(full.sums().metres()).isPositive();
        assertThat(full.sums().cost().fen()).isGreaterThan(10_000);
        assertThat(full.stops()).isSortedAccordingTo(java.util.Comparator.comparing(Stop::plannedAt));
        assertThat(rounds.open(planner, List.of(depot), yard.today()))
                .extracting(OpenGoods::of)
                .containsExactly(goods.get(2));
        refused(RoundRule.ALREADY_ON_A_ROUND, () -> rounds.add(planner, full.id(), 1, List.of(goods.getFirst())));
        refused(RoundRule.GOODS_NOT_THERE, () -> rounds.add(planner, full.id(), 1, List.of(UUID.randomUUID())));
        Stop first = full.stops().getFirst();
        Round less = rounds.takeOff(planner, full.id(), 1, first.id());
        assertThat(less.stops()).hasSize(2);
        assertThat(rounds.open(planner, List.of(depot), yard.today()))
                .hasSize(1 + first.tasks().size());
        assertThat(rounds.history(planner, full.id()))
                .extracting(RoundStep::what)
                .containsExactly(What.MADE, What.GOODS_ADDED, What.GOODS_TAKEN_OFF);
    }

    @Test
    void aDraftIsPublishedToItsDriverOnceAllIsThere() {
        Round empty = rounds.make(
                planner,
                new NewRound(
                        RoundId.next(),
                        depot,
                        yard.today(),
                        yard.vehicle(planner, 500).id(),
                        Optional.empty(),
                        new Shift(LocalTime.of(8, 0), LocalTime.of(18, 0))));
        refused(RoundRule.ROUND_WITHOUT_DRIVER, () -> rounds.publish(planner, empty.id(), 0));
        Actor driver = yard.driver("publish");
        rounds.assign(planner, empty.id(), 0, Optional.of(driver.person()));
        refused(RoundRule.ROUND_WITHOUT_STOPS, () -> rounds.publish(planner, empty.id(), 1));
        refused(
                RoundRule.NOT_A_DRIVER,
                () -> rounds.assign(
                        planner, empty.id(), 1, Optional.of(cast.viewer().person())));
        refused(
                RoundRule.NOT_A_DRIVER,
                () -> rounds.assign(
                        planner, empty.id(), 1, Optional.of(cast.buyer().person())));
        rounds.add(planner, empty.id(), 1, yard.consignments(depot, yard.stores(1), 1, 10));
        assertThat(rounds.publish(planner, empty.id(), 2).state()).isEqualTo(RoundState.PLANNED);
        refused(RoundRule.ROUND_NOT_IN_THAT_STATE, () -> rounds.publish(planner, empty.id(), 3));
        Round second = yard.filled(depot, driver.person(), yard.stores(1));
        refused(RoundRule.ROUNDS_OVERLAP, () -> rounds.publish(planner, second.id(), second.version()));
        rounds.cancel(planner, empty.id(), 3, "The van broke down");
        assertThat(rounds.publish(planner, second.id(), second.version()).state())
                .isEqualTo(RoundState.PLANNED);
        assertThat(rounds.open(planner, List.of(depot), yard.today())).hasSize(1);
    }

    @Test
    void whatAMoveCostsIsToldBeforeAndIsWhatItThenCosts() {
        List<SiteId> stores = yard.stores(4);
        Round one = yard.filled(depot, cast.clerk().person(), stores.subList(0, 2));
        Round other = yard.filled(depot, cast.clerk().person(), stores.subList(2, 4));
        Stop moved = one.stops().getLast();
        var move = new StopMove(moved.id(), one.id(), one.version(), other.id(), other.version(), 0);
        MoveCost cost = moves.cost(planner, move);
        assertThat(moves.cost(planner, move)).isEqualTo(cost);
        assertThat(rounds.get(planner, one.id())).isEqualTo(one);
        Round to = moves.move(planner, move);
        Round from = rounds.get(planner, one.id());
        assertThat(to.stops().getFirst().id()).isEqualTo(moved.id());
        assertThat(to.stops().getFirst().tasks()).isEqualTo(moved.tasks());
        assertThat(from.sums().metres()
                        + to.sums().metres()
                        - one.sums().metres()
                        - other.sums().metres())
                .isEqualTo(cost.metres());
        assertThat(from.sums()
                        .cost()
                        .plus(to.sums().cost())
                        .minus(one.sums().cost())
                        .minus(other.sums().cost()))
                .isEqualTo(cost.cost());
        refused(RoundRule.ROUND_CHANGED_MEANWHILE, () -> moves.move(planner, move));
        // Within one round the order alone changes.
        Round turned = moves.move(planner, new StopMove(moved.id(), to.id(), to.version(), to.id(), to.version(), 2));
        assertThat(turned.stops().getLast().id()).isEqualTo(moved.id());
    }

    @Test
    void anOverfullOrLateTargetIsShownNotRefused() {
        Round small = rounds.make(
                planner,
                new NewRound(
                        RoundId.next(),
                        depot,
                        yard.today(),
                        yard.vehicle(planner, 60).id(),
                        Optional.empty(),
                        new Shift(LocalTime.of(8, 0), LocalTime.of(18, 0))));
        Round one = yard.filled(depot, cast.clerk().person(), yard.stores(1));
        var move = new StopMove(one.stops().getFirst().id(), one.id(), one.version(), small.id(), 0, 0);
        MoveCost cost = moves.cost(planner, move);
        assertThat(cost.over()).isEqualTo(org.farmgate.measure.Mass.kilograms(40));
        assertThat(cost.isSound()).isFalse();
        Round locked = rounds.lock(planner, small.id(), 0, true);
        refused(
                RoundRule.ROUND_LOCKED,
                () -> moves.cost(planner, new StopMove(move.stop(), one.id(), one.version(), small.id(), 1, 0)));
        rounds.lock(planner, small.id(), locked.version(), false);
        Round windowed = rounds.window(
                planner,
                one.id(),
                one.version(),
                one.stops().getFirst().id(),
                LocalTime.of(8, 0),
                LocalTime.of(8, 1),
                true);
        assertThat(windowed.stops().getFirst().window()).isPresent();
        assertThat(moves.cost(
                                planner,
                                new StopMove(
                                        move.stop(), one.id(), windowed.version(), one.id(), windowed.version(), 0))
                        .late())
                .isPositive();
    }

    @Test
    void anotherOrganisationsRoundsStopsAndVehiclesAreNotFound() {
        Round ours = yard.filled(depot, cast.clerk().person(), yard.stores(1));
        Actor stranger = cast.otherManager();
        assertThatThrownBy(() -> rounds.get(stranger, ours.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rounds.publish(stranger, ours.id(), 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> vehicles.get(stranger, ours.vehicle())).isInstanceOf(NotFound.class);
        Round theirs = rounds.make(
                stranger,
                new NewRound(
                        RoundId.next(),
                        yard.site(SiteKind.PACKING_HOUSE, stranger, 38.9, 77.6),
                        yard.today(),
                        yard.vehicle(stranger, 500).id(),
                        Optional.empty(),
                        ours.shift()));
        assertThatThrownBy(() -> moves.cost(
                        stranger, new StopMove(ours.stops().getFirst().id(), theirs.id(), 0, theirs.id(), 0, 0)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rounds.make(
                        stranger,
                        new NewRound(
                                RoundId.next(),
                                theirs.depot(),
                                yard.today(),
                                ours.vehicle(),
                                Optional.empty(),
                                ours.shift())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rounds.make(
                        stranger,
                        new NewRound(
                                RoundId.next(), depot, yard.today(), theirs.vehicle(), Optional.empty(), ours.shift())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rounds.ofDay(cast.viewer(), yard.today())).isInstanceOf(Denied.class);
    }

    /// Two dispatchers move at the same moment what both saw: one of them is told to look again.
    @Test
    void ofTwoDispatchersAtOnceOneWins() throws Exception {
        for (int i = 0; i < 5; i++) {
            Round one = yard.filled(depot, cast.clerk().person(), yard.stores(2));
            Round other = yard.filled(depot, cast.clerk().person(), yard.stores(2));
            Callable<Round> there = () -> moves.move(
                    planner,
                    new StopMove(one.stops().getFirst().id(), one.id(), one.version(), other.id(), other.version(), 0));
            Callable<Round> back = () -> moves.move(
                    planner,
                    new StopMove(
                            other.stops().getFirst().id(), other.id(), other.version(), one.id(), one.version(), 0));
            List<Race.Outcome<Round>> outcomes = Race.of(List.of(there, back));
            assertThat(Race.won(outcomes)).isEqualTo(1);
            assertThat(outcomes.stream().filter(outcome -> !outcome.won()).map(Race.Outcome::thrown))
                    .allSatisfy(thrown -> assertThat(thrown)
                            .isInstanceOfSatisfying(
                                    RuleBroken.class,
                                    broken -> assertThat(broken.rule()).isEqualTo(RoundRule.ROUND_CHANGED_MEANWHILE)));
            assertThat(rounds.get(planner, one.id()).stops().size()
                            + rounds.get(planner, other.id()).stops().size())
                    .isEqualTo(4);
        }
    }

    @Test
    void theSameGoodsAreNotPutOnTwoRoundsAtOnce() throws Exception {
        List<UUID> goods = yard.consignments(depot, yard.stores(1), 1, 10);
        Round one = yard.draft(depot, cast.clerk().person());
        Round other = yard.draft(depot, cast.clerk().person());
        List<Race.Outcome<Round>> outcomes = Race.of(List.of(
                () -> rounds.add(planner, one.id(), 0, goods), () -> rounds.add(planner, other.id(), 0, goods)));
        assertThat(Race.won(outcomes)).isEqualTo(1);
        assertThat(rounds.get(planner, one.id()).tasks().size()
                        + rounds.get(planner, other.id()).tasks().size())
                .isEqualTo(1);
    }
}
