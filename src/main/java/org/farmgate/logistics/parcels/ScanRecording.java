package org.farmgate.logistics.parcels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes one scan in, in one transaction: locks what the code names, decides, and writes the scan, the trail and
/// where things are now. What is refused by a rule is written down too.
@Component
class ScanRecording {
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    static final Duration LONGEST_AGO = Duration.ofDays(60);

    private final ParcelStore parcels;
    private final ParcelReadStore reading;
    private final ScanStore scans;
    private final ParcelNetwork network;
    private final ParcelEnding ending;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScanRecording(
            ParcelStore parcels,
            ParcelReadStore reading,
            ScanStore scans,
            ParcelNetwork network,
            ParcelEnding ending,
            Sites sites,
            ApplicationEventPublisher events,
            Clock clock) {
        this.parcels = parcels;
        this.reading = reading;
        this.scans = scans;
        this.network = network;
        this.ending = ending;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public ScanAnswer record(Actor actor, ParcelAccess.Post post, Scan scan) {
        Optional<ParcelKey> named = named(scan.code());
        Optional<Parcel> parcel = named.flatMap(parcels::lock);
        Optional<ScanStore.Kept> before = scans.find(post.county(), scan.id());
        if (before.isPresent()) return again(before.get(), scan);
        ScanStore.Kept kept = ScanStore.Kept.of(post.county(), scan).about(named, Optional.empty());
        if (parcel.isEmpty()) return unknown(actor, kept, new RuleBroken(ParcelRule.CODE_UNKNOWN, scan.code()), scan);
        return decide(actor, post, scan, kept, parcel.get());
    }

    private ScanAnswer decide(Actor actor, ParcelAccess.Post post, Scan scan, ScanStore.Kept kept, Parcel parcel) {
        try {
            checkTime(scan.at(), parcel.takenIn());
            Movement.checkWeight(parcel, scan.weighed());
            boolean late = scan.at().isBefore(parcel.state().at());
            checkPlaces(parcel, post.site(), scan.at(), late);
            if (late) return keep(actor, kept.as(ScanOutcome.LATE, Optional.empty(), 1), parcel);
            Parcel now = parcel.in(Movement.after(parcel, scan.kind(), post.site(), scan.at()));
            if (!now.state().equals(parcel.state())) parcels.move(now.key(), now.state());
            ScanAnswer answer = keep(actor, kept.as(ScanOutcome.COUNTED, Optional.empty(), 1), now);
            if (scan.kind() == ScanKind.DELIVER) ending.taken(actor, now, scan.note(), scan.at());
            events.publishEvent(new ParcelsMoved(post.county(), scan.id(), scan.kind(), scan.at()));
            return answer;
        } catch (RuleBroken broken) {
            if (!(broken.rule() instanceof ParcelRule rule) || rule == ParcelRule.SCAN_ID_USED) throw broken;
            return keep(actor, kept.as(ScanOutcome.REFUSED, Optional.of(broken), 1), parcel);
        }
    }

    private Optional<ParcelKey> named(String code) {
        return Sscc.find(code)
                .flatMap(reading::bySscc)
                .or(() -> reading.byWaybill(code.strip()))
                .map(Parcel::key);
    }

    /// Nothing happens; what was answered then is answered now.
    private ScanAnswer again(ScanStore.Kept before, Scan scan) {
        if (!before.isOf(scan)) throw new RuleBroken(ParcelRule.SCAN_ID_USED);
        Next next = before.parcel()
                .flatMap(reading::find)
                .filter(_ -> before.outcome() != ScanOutcome.REFUSED)
                .map(network::next)
                .orElse(new Next.Nowhere());
        return answer(before, next);
    }

    private ScanAnswer unknown(Actor actor, ScanStore.Kept kept, RuleBroken why, Scan scan) {
        ScanStore.Kept refused = kept.as(ScanOutcome.REFUSED, Optional.of(why), 0);
        if (scans.insert(refused, actor, now())) return answer(refused, new Next.Nowhere());
        return again(scans.find(kept.county(), kept.id()).orElseThrow(), scan);
    }

    private ScanAnswer keep(Actor actor, ScanStore.Kept kept, Parcel parcel) {
        if (!scans.insert(kept, actor, now())) throw new RuleBroken(ParcelRule.SCAN_ID_USED);
        scans.steps(List.of(parcel.key()), kept, Optional.of(actor), now());
        return answer(kept, kept.outcome() == ScanOutcome.REFUSED ? new Next.Nowhere() : network.next(parcel));
    }

    private static ScanAnswer answer(ScanStore.Kept kept, Next next) {
        return new ScanAnswer(
                kept.id(), kept.outcome(), kept.parcel(), kept.container(), kept.parcels(), next, kept.why());
    }

    void checkTime(Instant at, Instant takenIn) {
        Instant latest = now().plus(CLOCKS_DIFFER);
        Instant longAgo = now().minus(LONGEST_AGO);
        Instant before = takenIn.minus(CLOCKS_DIFFER);
        Instant earliest = before.isAfter(longAgo) ? before : longAgo;
        if (at.isBefore(earliest) || at.isAfter(latest))
            throw new RuleBroken(ParcelRule.SCAN_TIME_OUT_OF_REACH, earliest, latest);
    }

    /// A late one is held against what was there before and after it, a new one against the last.
    private void checkPlaces(Parcel parcel, Site here, Instant at, boolean late) {
        ParcelState state = parcel.state();
        List<ScanStore.Stop> stops =
                late ? scans.around(parcel.key(), at) : List.of(new ScanStore.Stop(state.site(), state.at()));
        List<ScanStore.Stop> elsewhere =
                stops.stream().filter(stop -> !stop.site().equals(here.id())).toList();
        if (elsewhere.isEmpty()) return;
        Map<SiteId, Site> known =
                sites.byIds(elsewhere.stream().map(ScanStore.Stop::site).collect(Collectors.toSet()));
        for (ScanStore.Stop stop : elsewhere) {
            Site there = java.util.Objects.requireNonNull(known.get(stop.site()));
            if (!Travel.isPossible(there, stop.at(), here, at))
                throw new RuleBroken(ParcelRule.SCANNED_AT_TWO_PLACES, there.name(), stop.at());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
