package org.farmgate.logistics.parcels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reading codes. Each scan bears an id that its client made: sent twice, out of order or after a broken
/// line it counts once, by its time. What is refused is kept, and stands in the trail with its reason.
@Service
public class Scans {
    public static final int MOST_AT_ONCE = 500;
    private static final int MOST_ATTEMPTS = 4;

    private final ScanRecording recording;
    private final ParcelAccess access;
    private final ParcelReadStore reading;

    Scans(ScanRecording recording, ParcelAccess access, ParcelReadStore reading) {
        this.recording = recording;
        this.access = access;
        this.reading = reading;
    }

    /// Needs HANDLE_PARCELS at that site. Refuses by [org.farmgate.platform.NotFound] for a site that is
    /// not theirs, SITE_NOT_IN_NETWORK and SCAN_ID_USED; all other refusals are kept and answered:
    /// CODE_UNKNOWN, SCANNED_AT_TWO_PLACES, SCAN_TIME_OUT_OF_REACH, PARCEL_WEIGHT_DIFFERS,
    /// PARCEL_HANDED_OUT, PARCEL_NOT_IN_THAT_STATE, PARCEL_NOT_HERE, PARCEL_NOT_FOR_A_DOOR and those of
    /// containers.
    public ScanAnswer record(Actor actor, Scan scan) {
        return record(actor, () -> access.handling(actor, scan.site()), scan);
    }

    /// As [#record] for a driver, who needs DRIVE: loads, unloads and delivers at any site of the network.
    /// Whether it is on their round the caller has asked.
    public ScanAnswer recordOnRound(Actor actor, Scan scan) {
        return record(actor, () -> access.driving(actor, scan.site(), scan.kind()), scan);
    }

    /// A bag that moves locks what is in it, a parcel that is taken out locks the bag: of two that wait for
    /// each other the database ends one, which is tried again.
    private ScanAnswer record(Actor actor, Supplier<ParcelAccess.Post> at, Scan scan) {
        for (int attempt = 1; ; attempt++) {
            try {
                return recording.record(actor, at, scan);
            } catch (PessimisticLockingFailureException waiting) {
                if (attempt == MOST_ATTEMPTS) throw waiting;
            }
        }
    }

    /// Many of one device, each in a transaction of its own, in the order of their times; answered in the
    /// order they were sent. One that [#record] would throw for is answered as refused; at a site that is
    /// not theirs by SCAN_SITE_UNKNOWN.
    public List<ScanAnswer> recordAll(Actor actor, List<Scan> sent) {
        if (sent.size() > MOST_AT_ONCE) throw new IllegalArgumentException(sent.size() + " scans at once");
        List<ScanAnswer> answers = new ArrayList<>(java.util.Collections.nCopies(sent.size(), null));
        IntStream.range(0, sent.size())
                .boxed()
                .sorted(Comparator.comparing(i -> sent.get(i).at()))
                .forEach(i -> answers.set(i, answered(actor, sent.get(i))));
        return answers.stream().map(Objects::requireNonNull).toList();
    }

    private ScanAnswer answered(Actor actor, Scan scan) {
        try {
            return record(actor, scan);
        } catch (RuleBroken broken) {
            return ScanAnswer.refused(scan.id(), broken);
        } catch (NotFound _) {
            return ScanAnswer.refused(
                    scan.id(), new RuleBroken(ParcelRule.SCAN_SITE_UNKNOWN, String.valueOf(scan.site())));
        }
    }

    /// Which parcels a scan was about: one, or all that were in a container. For modules that heard
    /// [ParcelsMoved].
    @Transactional(readOnly = true)
    public List<ParcelKey> parcelsOf(ScanId scan) {
        return reading.ofScan(scan);
    }
}
