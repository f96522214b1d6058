package org.farmgate.logistics.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.farmgate.logistics.rounds.RoundStep.What;
import org.farmgate.logistics.rounds.Stop.StopId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.springframework.stereotype.Component;

/// What one scan changes of its round. Whoever calls holds the round's lock and has read it since. The end is the
/// same in whatever order scans come.
@Component
class ScanEffects {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final RoundDesk desk;
    private final RoundStore rounds;
    private final RoundStopStore stops;
    private final RoundScanStore scans;
    private final RoundGoods goods;
    private final Sealing sealing;

    ScanEffects(
            RoundDesk desk,
            RoundStore rounds,
            RoundStopStore stops,
            RoundScanStore scans,
            RoundGoods goods,
            Sealing sealing) {
        this.desk = desk;
        this.rounds = rounds;
        this.stops = stops;
        this.scans = scans;
        this.goods = goods;
        this.sealing = sealing;
    }

    void apply(Actor actor, Round round, DriverScan scan) {
        if (round.state() == RoundState.CANCELLED) throw new RuleBroken(RoundRule.ROUND_CALLED_OFF, round.number());
        round.endedAt()
                .filter(end -> scan.at().isAfter(end.plus(CLOCKS_DIFFER)))
                .ifPresent(_ -> {
                    throw new RuleBroken(RoundRule.ROUND_OVER, round.number());
                });
        started(actor, round, scan.at());
        switch (scan.kind()) {
            case START -> {}
            case ARRIVE ->
                stops.arrive(
                        round, RoundEdits.stop(round, scan.stop().orElseThrow()).id(), scan.at());
            case LOAD -> load(actor, round, task(round, scan, Task.Kind.DELIVER), scan);
            case COLLECT -> collect(actor, round, task(round, scan, Task.Kind.COLLECT), scan);
            case DELIVER -> deliver(actor, round, task(round, scan, Task.Kind.DELIVER), scan);
            case FAIL -> fail(actor, round, scan);
            case FINISH -> finish(actor, round, scan);
        }
    }

    private void started(Actor actor, Round round, Instant at) {
        if (round.state() == RoundState.PLANNED) rounds.step(round, What.STARTED, at, Optional.of(actor), "");
        if (round.startedAt().filter(since -> !at.isBefore(since)).isEmpty()) rounds.start(round, at);
    }

    /// @param stop where the task belongs
    private record Found(Stop stop, Task task) {}

    private static RoundGoods.Act act(Actor actor, Round round, Found found, DriverScan scan) {
        return new RoundGoods.Act(
                actor, scan.id().value(), round.depot(), found.stop().site(), scan.at());
    }

    private static RoundGoods.Act at(RoundGoods.Act act, Instant at) {
        return new RoundGoods.Act(act.actor(), act.id(), act.depot(), act.site(), at);
    }

    /// The open one of that code, else the one that has ended, so that it can be said that it has.
    private static Found task(Round round, DriverScan scan, Task.Kind kind) {
        return task(round, scan, task -> task.kind() == kind);
    }

    private static Found task(Round round, DriverScan scan, Predicate<Task> wanted) {
        return round.stops().stream()
                .flatMap(stop -> stop.tasks().stream()
                        .filter(task -> task.code().equalsIgnoreCase(scan.code()) && wanted.test(task))
                        .map(task -> new Found(stop, task)))
                .min(java.util.Comparator.comparing(found -> found.task().state()))
                .orElseThrow(() -> new RuleBroken(RoundRule.CODE_NOT_ON_ROUND, scan.code()));
    }

    private void load(Actor actor, Round round, Found found, DriverScan scan) {
        Task task = found.task();
        if (task.loadedAt().isPresent()) throw new RuleBroken(RoundRule.SCANNED_BEFORE, scan.code());
        stops.loaded(round, task.id(), scan.at());
        // Delivered already, it was on board all the same; a parcel's own trail files it by its time.
        if (task.isOpen() || task.thing() != Task.Thing.CONSIGNMENT) goods.load(act(actor, round, found, scan), task);
    }

    private void collect(Actor actor, Round round, Found found, DriverScan scan) {
        open(found, scan);
        RoundGoods.Act act = act(actor, round, found, scan);
        goods.load(act, found.task());
        if (round.state() == RoundState.DONE)
            handIn(round, at(act, round.endedAt().orElseThrow()), found.task());
        end(actor, round, found, Task.State.DONE, scan);
    }

    private void deliver(Actor actor, Round round, Found found, DriverScan scan) {
        open(found, scan);
        if (scan.name().isEmpty()) throw new RuleBroken(RoundRule.PROOF_MISSING);
        scan.picture().filter(id -> scans.picture(round, id).isEmpty()).ifPresent(_ -> {
            throw new RuleBroken(RoundRule.PICTURE_NOT_THERE);
        });
        goods.deliver(act(actor, round, found, scan), found.task(), scan.name());
        scans.proof(
                round,
                found.task().id(),
                scan,
                sealing.seal(scan.name(), RoundSeals.place(scan.id().value())));
        end(actor, round, found, Task.State.DONE, scan);
    }

    /// A second attempt may succeed where the first had failed.
    private static void open(Found found, DriverScan scan) {
        switch (found.task().state()) {
            case PENDING, FAILED -> {}
            case DONE -> throw new RuleBroken(RoundRule.SCANNED_BEFORE, scan.code());
            case DROPPED -> throw new RuleBroken(RoundRule.CODE_NOT_ON_ROUND, scan.code());
        }
    }

    private void fail(Actor actor, Round round, DriverScan scan) {
        if (scan.code().isEmpty()) {
            Stop stop = RoundEdits.stop(round, scan.stop().orElseThrow());
            List<Task> left = stop.tasks().stream().filter(Task::isOpen).toList();
            if (left.isEmpty() && !overtaken(stop, scan))
                throw new RuleBroken(RoundRule.SCANNED_BEFORE, desk.name(stop));
            left.forEach(task -> stops.end(round, task.id(), Task.State.FAILED, scan.at(), scan.reason()));
            if (!left.isEmpty()) settle(actor, round, stop.id(), scan);
            return;
        }
        Found found = task(round, scan, _ -> true);
        boolean open = found.task().isOpen();
        if (!open && !overtaken(found.stop(), scan)) throw new RuleBroken(RoundRule.SCANNED_BEFORE, scan.code());
        if (open) end(actor, round, found, Task.State.FAILED, scan);
    }

    /// An attempt that failed before another that succeeded, and is told after it: it is kept, and changes nothing.
    private static boolean overtaken(Stop stop, DriverScan scan) {
        return stop.tasks().stream()
                .filter(task -> scan.code().isEmpty() || task.code().equalsIgnoreCase(scan.code()))
                .anyMatch(task -> task.state() == Task.State.DONE
                        && task.endedAt().filter(end -> scan.at().isBefore(end)).isPresent());
    }

    private void end(Actor actor, Round round, Found found, Task.State state, DriverScan scan) {
        stops.end(round, found.task().id(), state, scan.at(), scan.reason());
        settle(actor, round, found.stop().id(), scan);
    }

    /// A stop ends with its last task: done when any of them was.
    private void settle(Actor actor, Round round, StopId id, DriverScan scan) {
        Round now = desk.again(round);
        Stop stop = RoundEdits.stop(now, id);
        if (stop.tasks().stream().noneMatch(Task::isOpen)) {
            boolean done = stop.tasks().stream().anyMatch(task -> task.state() == Task.State.DONE);
            Instant end = stop.tasks().stream()
                    .flatMap(task -> task.endedAt().stream())
                    .max(Instant::compareTo)
                    .orElse(scan.at());
            stops.end(now, id, done ? Stop.State.DONE : Stop.State.FAILED, end, done ? "" : scan.reason());
            What what = done ? What.STOP_DONE : What.STOP_FAILED;
            rounds.step(
                    now,
                    what,
                    scan.at(),
                    Optional.of(actor),
                    done ? desk.name(stop) : desk.name(stop) + ": " + scan.reason());
        }
        if (now.state() == RoundState.DONE)
            rounds.sum(now, desk.reckon(desk.again(now)).sums());
    }

    /// One thing that cannot be handed in does not hold up the end: it stands in the trail.
    private void handIn(Round round, RoundGoods.Act act, Task task) {
        if (!goods.handIn(act, task))
            rounds.step(round, What.NOT_HANDED_IN, act.at(), Optional.of(act.actor()), task.code());
    }

    private void finish(Actor actor, Round round, DriverScan scan) {
        if (round.state() == RoundState.DONE) throw new RuleBroken(RoundRule.SCANNED_BEFORE, round.number());
        for (Stop stop : round.stops())
            for (Task task : stop.tasks())
                if (task.kind() == Task.Kind.COLLECT && task.state() == Task.State.DONE)
                    handIn(round, act(actor, round, new Found(stop, task), scan), task);
        rounds.finish(round, scan.at(), desk.reckon(round).sums());
        rounds.step(round, What.FINISHED, scan.at(), Optional.of(actor), "");
    }
}
