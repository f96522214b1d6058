package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Closes a wave: each chute's parcels go into as few bags as their order allows, what fits no bag into
/// cages, all by a handful of statements. In the caller's transaction.
@Component
class WaveClosing {
    private final WaveStore waves;
    private final ParcelStore parcels;
    private final ContainerStore containers;
    private final ScanStore scans;
    private final ParcelNumbers numbers;
    private final ScanChecks checks;
    private final ApplicationEventPublisher events;

    WaveClosing(
            WaveStore waves,
            ParcelStore parcels,
            ContainerStore containers,
            ScanStore scans,
            ParcelNumbers numbers,
            ScanChecks checks,
            ApplicationEventPublisher events) {
        this.waves = waves;
        this.parcels = parcels;
        this.containers = containers;
        this.scans = scans;
        this.numbers = numbers;
        this.checks = checks;
        this.events = events;
    }

    /// A parcel and the container it goes into.
    record Packed(WaveStore.Item item, ContainerId container, ContainerKind kind) {}

    void close(Actor actor, Wave wave) {
        Instant now = checks.now();
        if (!waves.close(wave, now, actor.personName())) return;
        List<Packed> planned = plan(waves.items(wave));
        // What was moved, handed out or lost since it was sorted is no longer here and goes into nothing.
        Set<ParcelId> here = parcels.pack(planned, wave.site());
        List<Packed> packed = planned.stream()
                .filter(one -> here.contains(one.item().parcel().id()))
                .toList();
        if (packed.isEmpty()) return;
        containers.insert(made(wave, packed, now));
        ScanId scan = new ScanId(wave.id().value());
        scans.packed(packed, scan, wave.site(), actor, now);
        events.publishEvent(new ParcelsMoved(wave.origin(), scan, ScanKind.PACK, now));
    }

    /// Next fit, chute by chute: a bag is filled until one does not go in; those that fit no bag go into
    /// cages beside.
    static List<Packed> plan(List<WaveStore.Item> items) {
        List<Packed> planned = new ArrayList<>();
        Map<String, Filling> filling = new HashMap<>();
        for (WaveStore.Item item : items) {
            ContainerKind kind = ContainerKind.BAG.holds(new Mass(item.grams()), item.litres())
                    ? ContainerKind.BAG
                    : ContainerKind.CAGE;
            Filling now = filling.get(item.chute() + " " + kind);
            if (now == null || !kind.holds(new Mass(now.grams + item.grams()), now.litres + item.litres()))
                now = new Filling(ContainerId.next());
            now.grams += item.grams();
            now.litres += item.litres();
            filling.put(item.chute() + " " + kind, now);
            planned.add(new Packed(item, now.id, kind));
        }
        return planned;
    }

    private static final class Filling {
        private final ContainerId id;
        private long grams;
        private int litres;

        Filling(ContainerId id) {
            this.id = id;
        }
    }

    private List<Container> made(Wave wave, List<Packed> packed, Instant now) {
        Map<ContainerId, List<Packed>> byContainer = new java.util.LinkedHashMap<>();
        packed.forEach(one -> byContainer
                .computeIfAbsent(one.container(), _ -> new ArrayList<>())
                .add(one));
        List<Sscc> ssccs = numbers.next(byContainer.size());
        List<Container> made = new ArrayList<>();
        byContainer.forEach((id, inside) -> made.add(made(wave, id, ssccs.get(made.size()), inside, now)));
        return made;
    }

    private static Container made(Wave wave, ContainerId id, Sscc sscc, List<Packed> inside, Instant now) {
        Packed first = inside.getFirst();
        return new Container(
                wave.origin(),
                id,
                sscc,
                first.kind(),
                ContainerStage.CLOSED,
                wave.site(),
                first.item().to(),
                wave.site(),
                now,
                Optional.empty(),
                Optional.of(wave.id()),
                OptionalInt.of(first.item().chute()),
                new Mass(inside.stream().mapToLong(one -> one.item().grams()).sum()),
                inside.stream().mapToInt(one -> one.item().litres()).sum(),
                inside.size(),
                now);
    }
}
