package org.farmgate.logistics.parcels;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One scan at a wave, in one transaction: it holds the wave open, locks the parcel, and answers the chute.
@Component
class WaveScanning {
    private final WaveStore waves;
    private final ScanRecording recording;
    private final ParcelScanning ofParcels;
    private final ParcelNetwork network;
    private final ScanChecks checks;
    private final ScanKeeping keeping;

    WaveScanning(
            WaveStore waves,
            ScanRecording recording,
            ParcelScanning ofParcels,
            ParcelNetwork network,
            ScanChecks checks,
            ScanKeeping keeping) {
        this.waves = waves;
        this.recording = recording;
        this.ofParcels = ofParcels;
        this.network = network;
        this.checks = checks;
        this.keeping = keeping;
    }

    @Transactional
    public WaveAnswer record(Actor actor, ParcelAccess.Post post, Wave wave, WaveScan scan) {
        boolean open = waves.holdOpen(wave.origin(), wave.id());
        Optional<Parcel> parcel = recording.lockParcel(scan.code());
        ScanStore.Kept kept = ScanStore.Kept.of(
                post.county(),
                scan.id(),
                scan.code(),
                ScanKind.SORT,
                post.id(),
                scan.at(),
                "",
                parcel.map(Parcel::key));
        Optional<ScanAnswer> before = keeping.before(kept);
        if (before.isPresent()) return answered(wave, before.get());
        if (parcel.isEmpty()) return answered(wave, keeping.unknown(actor, kept));
        return answered(wave, decide(actor, post, wave, open, scan, kept, parcel.get()));
    }

    private WaveAnswer answered(Wave wave, ScanAnswer answer) {
        OptionalInt chute = answer.outcome() == ScanOutcome.REFUSED
                ? OptionalInt.empty()
                : waves.chuteOf(
                        wave.origin(), wave.id(), answer.parcel().orElseThrow().id());
        return new WaveAnswer(answer, chute);
    }

    private ScanAnswer decide(
            Actor actor,
            ParcelAccess.Post post,
            Wave wave,
            boolean open,
            WaveScan scan,
            ScanStore.Kept kept,
            Parcel parcel) {
        List<ParcelKey> it = List.of(parcel.key());
        try {
            if (!open) throw new RuleBroken(ParcelRule.WAVE_CLOSED, wave.number());
            checks.time(scan.at(), parcel.takenIn());
            Movement.checkWeight(parcel, scan.weighed());
            checks.places(parcel, post.site(), scan.at());
            if (scan.at().isBefore(parcel.state().at())) return keeping.late(actor, kept, it, network.next(parcel));
            ofParcels.checkComesBy(parcel, post);
            Parcel now = parcel.in(Movement.after(parcel, ScanKind.IN, post.site(), scan.at()));
            Next next = network.next(now);
            int chute = chute(wave, now, next);
            ofParcels.change(parcel, now);
            waves.put(wave.origin(), wave.id(), now, chute, scan.at());
            return keeping.counted(actor, kept, it, next);
        } catch (RuleBroken broken) {
            return keeping.refused(actor, kept, it, broken);
        }
    }

    private int chute(Wave wave, Parcel parcel, Next next) {
        Optional<SiteId> to = switch (next) {
            case Next.To(SiteId site) -> Optional.of(site);
            case Next.Outside _ -> Optional.empty();
            case Next.FetchedHere _, Next.ByRound _, Next.OpenedHere _, Next.Nowhere _ ->
                throw Movement.refused(ParcelRule.PARCEL_NOT_TO_BE_SORTED, parcel);
        };
        return waves.chute(wave.origin(), wave.id(), to).orElseGet(() -> waves.addChute(wave.origin(), wave.id(), to));
    }
}
