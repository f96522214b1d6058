package org.farmgate.logistics.rounds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.Carrier;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.parcels.Scan;
import org.farmgate.logistics.parcels.ScanAnswer;
import org.farmgate.logistics.parcels.ScanId;
import org.farmgate.logistics.parcels.ScanKind;
import org.farmgate.logistics.parcels.Scans;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// What a driver's scan does to the goods themselves. Scans come in any order: whatever implies an earlier step does
/// it too, and an earlier step that comes later finds it done.
@Component
class RoundGoods {
    private final Consignments consignments;
    private final Parcels parcels;
    private final Scans scans;
    private final TransactionTemplate apart;

    RoundGoods(Consignments consignments, Parcels parcels, Scans scans, PlatformTransactionManager transactions) {
        this.consignments = consignments;
        this.parcels = parcels;
        this.scans = scans;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /// @param id of the driver's scan, which becomes the parcel's
    /// @param depot of the round
    /// @param site of the stop; empty for a door
    record Act(Actor actor, UUID id, SiteId depot, Optional<SiteId> site, Instant at) {}

    /// On board, at the depot for what is brought and at the stop for what is fetched.
    void load(Act act, Task task) {
        switch (task.thing()) {
            case CONSIGNMENT -> handOver(act, new ConsignmentId(task.of()));
            case PARCEL, CONTAINER ->
                scan(
                        act,
                        task,
                        ScanKind.LOAD,
                        switch (task.kind()) {
                            case DELIVER -> act.depot();
                            case COLLECT -> act.site().orElse(act.depot());
                        },
                        "");
        }
    }

    void deliver(Act act, Task task, String receiver) {
        switch (task.thing()) {
            case CONSIGNMENT -> taken(act, task, receiver);
            case PARCEL, CONTAINER -> {
                // A site of the network takes it in and hands it on; at a door it has arrived.
                if (act.site().isPresent())
                    scan(act, task, ScanKind.UNLOAD, act.site().get(), "");
                else scan(act, task, ScanKind.DELIVER, act.depot(), receiver);
            }
        }
    }

    /// What was fetched comes to the depot where it was to go; somebody there may have taken it in before. False where
    /// that cannot be: then nothing of it is done.
    boolean handIn(Act act, Task task) {
        if (isThere(act, task)) return true;
        try {
            return Boolean.TRUE.equals(apart.execute(_ -> bringIn(act, task)));
        } catch (RuleBroken | NotFound | Denied _) {
            return false;
        }
    }

    private boolean isThere(Act act, Task task) {
        return switch (task.thing()) {
            case CONSIGNMENT ->
                consignments.byIds(List.of(new ConsignmentId(task.of()))).stream()
                        .anyMatch(one -> one.stage().isFinal());
            case PARCEL ->
                parcels.byIds(List.of(new ParcelId(task.of()))).stream().anyMatch(one -> isAt(one, act.depot()));
            case CONTAINER -> false;
        };
    }

    private static boolean isAt(Parcel parcel, SiteId depot) {
        return switch (parcel.stage()) {
            case AT_SITE, READY -> parcel.state().site().equals(depot);
            case HANDED_OUT -> true;
            // What is lost is found when it is handed in.
            case UNDER_WAY, GIVEN_ON, LOST -> false;
        };
    }

    private boolean bringIn(Act act, Task task) {
        return switch (task.thing()) {
            case CONSIGNMENT -> {
                taken(act, task, act.actor().personName());
                yield true;
            }
            case PARCEL, CONTAINER -> {
                UUID own = UUID.nameUUIDFromBytes(("handed in " + task.id()).getBytes(StandardCharsets.UTF_8));
                var inside = new Act(act.actor(), own, act.depot(), act.site(), act.at());
                yield scanned(inside, task, ScanKind.UNLOAD, act.depot(), "")
                        .why()
                        .isEmpty();
            }
        };
    }

    private void taken(Act act, Task task, String receiver) {
        Consignment one = handOver(act, new ConsignmentId(task.of()));
        Instant since = one.state().handedOver().orElseThrow().at();
        consignments.deliver(
                act.actor(), one.id(), receiver, one.sent(), act.at().isBefore(since) ? since : act.at());
    }

    private Consignment handOver(Act act, ConsignmentId id) {
        Consignment one = consignments.see(act.actor(), id);
        if (one.stage() != ConsignmentStage.BOOKED) return one;
        Carrier carrier =
                new Carrier(Optional.of(act.actor().organisation()), act.actor().organisationName());
        return consignments.handOver(act.actor(), id, carrier, Optional.empty(), act.at());
    }

    private void scan(Act act, Task task, ScanKind kind, SiteId site, String note) {
        scanned(act, task, kind, site, note).orThrow();
    }

    private ScanAnswer scanned(Act act, Task task, ScanKind kind, SiteId site, String note) {
        return scans.recordOnRound(
                act.actor(),
                new Scan(
                        new ScanId(act.id()),
                        task.code(),
                        site,
                        kind,
                        act.at(),
                        Optional.empty(),
                        Optional.empty(),
                        note));
    }
}
