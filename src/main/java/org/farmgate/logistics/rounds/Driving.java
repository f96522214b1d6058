package org.farmgate.logistics.rounds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.rounds.DriverScan.DriverScanId;
import org.farmgate.logistics.rounds.DriverScan.PictureId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.farmgate.platform.blobs.Blob;
import org.farmgate.platform.blobs.BlobStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// A driver's own rounds. Needs DRIVE; a round that is not theirs is not found. What the phone wrote down without a
/// network is sent when there is one: each scan is a transaction of its own, so an interrupted batch leaves whole
/// scans behind, and sending it again answers the same.
@Service
public class Driving {
    public static final int MOST_SCANS = 100;
    public static final int MOST_PICTURE_MEGABYTES = 4;
    static final int LONGEST_AGO_DAYS = 60;
    private static final int DAYS_SHOWN = 2;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final String FOLDER = "roundpictures";

    private final RoundReadStore reading;
    private final RoundStore rounds;
    private final RoundScanStore scans;
    private final ScanEffects effects;
    private final RoundDesk desk;
    private final Sealing sealing;
    private final BlobStore blobs;
    private final TransactionTemplate transaction;

    Driving(
            RoundReadStore reading,
            RoundStore rounds,
            RoundScanStore scans,
            ScanEffects effects,
            RoundDesk desk,
            Sealing sealing,
            BlobStore blobs,
            TransactionTemplate transaction) {
        this.reading = reading;
        this.rounds = rounds;
        this.scans = scans;
        this.effects = effects;
        this.desk = desk;
        this.sealing = sealing;
        this.blobs = blobs;
        this.transaction = transaction;
    }

    /// What they drive, are to drive, or drove yesterday and today.
    public List<Round> mine(Actor actor) {
        actor.require(Right.DRIVE);
        LocalDate since = LocalDate.ofInstant(desk.now(), Shift.ZONE).minusDays(DAYS_SHOWN);
        return reading.ofDriver(actor.person(), actor.organisation(), since);
    }

    /// Refuses by [NotFound].
    public Round get(Actor actor, RoundId id) {
        return known(actor, id).filter(round -> drives(actor, round)).orElseThrow(() -> new NotFound("round", id));
    }

    private Optional<Round> known(Actor actor, RoundId id) {
        actor.require(Right.DRIVE);
        return reading.find(id).filter(round -> actor.actsFor(round.owner()) && round.state() != RoundState.DRAFT);
    }

    private static boolean drives(Actor actor, Round round) {
        return round.driver().equals(Optional.of(actor.person()));
    }

    /// Theirs, or one that was given to somebody else, perhaps while they drove it without a network.
    private Round drivenOnce(Actor actor, RoundId id) {
        return known(actor, id)
                .filter(round -> drives(actor, round) || rounds.drove(round, actor.person()))
                .orElseThrow(() -> new NotFound("round", id));
    }

    /// Answers in the order sent; what belongs together in time is done in the order it happened. Refuses the whole
    /// only by [NotFound] and TOO_MANY_SCANS; each scan may be refused by itself:
    /// CODE_NOT_ON_ROUND, SCANNED_BEFORE, ROUND_OVER, ROUND_CALLED_OFF, ROUND_SCAN_ID_USED,
    /// ROUND_SCAN_TIME_OUT_OF_REACH, PROOF_MISSING, THING_NOT_FOUND, ROUND_GIVEN_TO_ANOTHER for whose round it was
    /// before, and by what the goods' own module refuses. A refused scan is kept; only one refused by
    /// PICTURE_NOT_THERE is not: it counts when it is sent again after its picture, or without one.
    public List<ScanResult> record(Actor actor, RoundId id, List<DriverScan> sent) {
        drivenOnce(actor, id);
        if (sent.size() > MOST_SCANS) throw new RuleBroken(RoundRule.TOO_MANY_SCANS, MOST_SCANS);
        Map<DriverScan, ScanResult> results = new HashMap<>();
        sent.stream()
                .sorted(Comparator.comparing(DriverScan::at).thenComparing(DriverScan::kind))
                .forEach(scan -> results.computeIfAbsent(scan, one -> record(actor, id, one)));
        return sent.stream()
                .map(scan -> java.util.Objects.requireNonNull(results.get(scan)))
                .toList();
    }

    private ScanResult record(Actor actor, RoundId id, DriverScan scan) {
        try {
            return inside(actor, id, scan, Optional.empty());
        } catch (RuleBroken broken) {
            var refusal = new ScanResult.Refusal(broken.rule().name(), broken.arguments());
            return broken.rule() == RoundRule.PICTURE_NOT_THERE
                    ? new ScanResult(scan.id(), Optional.of(refusal))
                    : inside(actor, id, scan, Optional.of(refusal));
        } catch (NotFound | Denied gone) {
            return refused(actor, id, scan, RoundRule.THING_NOT_FOUND.name(), List.of(scan.code()));
        } catch (InputBroken wrong) {
            return refused(actor, id, scan, RoundRule.PROOF_MISSING.name(), List.of());
        }
    }

    private ScanResult refused(Actor actor, RoundId id, DriverScan scan, String rule, List<Object> arguments) {
        return inside(actor, id, scan, Optional.of(new ScanResult.Refusal(rule, arguments)));
    }

    /// One transaction: what was done about the scan and that it was done stand or fall together.
    private ScanResult inside(Actor actor, RoundId id, DriverScan scan, Optional<ScanResult.Refusal> refusal) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            rounds.lock(List.of(drivenOnce(actor, id)));
            Round round = drivenOnce(actor, id);
            UUID content = sealing.fingerprint(scan.content(), "round scan " + scan.id());
            Optional<RoundScanStore.Known> known = scans.find(round, scan.id());
            if (known.isPresent()) return again(known.get(), id, content, scan.id());
            var result = new ScanResult(scan.id(), refusal.or(() -> givenAway(actor, round)));
            if (result.counts()) {
                checkTime(scan);
                effects.apply(actor, round, scan);
            }
            // Taken meanwhile for another round: the answer is told, and nothing is kept.
            if (!scans.insert(round, actor, scan, content, result, desk.now())) throw idUsed();
            return result;
        }));
    }

    private static Optional<ScanResult.Refusal> givenAway(Actor actor, Round round) {
        return drives(actor, round)
                ? Optional.empty()
                : Optional.of(new ScanResult.Refusal(RoundRule.ROUND_GIVEN_TO_ANOTHER.name(), List.of(round.number())));
    }

    private static ScanResult again(RoundScanStore.Known known, RoundId round, UUID content, DriverScanId id) {
        if (known.round().equals(round) && known.content().equals(content)) return known.result();
        return new ScanResult(id, Optional.of(new ScanResult.Refusal(RoundRule.ROUND_SCAN_ID_USED.name(), List.of())));
    }

    private static RuleBroken idUsed() {
        return new RuleBroken(RoundRule.ROUND_SCAN_ID_USED);
    }

    private void checkTime(DriverScan scan) {
        Instant earliest = desk.now().minus(Duration.ofDays(LONGEST_AGO_DAYS));
        Instant latest = desk.now().plus(CLOCKS_DIFFER);
        if (scan.at().isBefore(earliest) || scan.at().isAfter(latest))
            throw new RuleBroken(RoundRule.ROUND_SCAN_TIME_OUT_OF_REACH, earliest, latest);
    }

    /// A picture for proofs; sent again it is the same. Refuses by [NotFound], NOT_A_PICTURE, ROUND_SCAN_ID_USED.
    public void picture(Actor actor, RoundId id, PictureId picture, InputStream content) {
        Round round = get(actor, id);
        byte[] bytes = read(content);
        if (scans.picture(round, picture).isPresent()) return;
        Blob blob = blobs.save(FOLDER, new ByteArrayInputStream(bytes), bytes.length);
        if (scans.insertPicture(round, actor, picture, blob, desk.now())) return;
        blobs.delete(blob.key());
        if (scans.picture(round, picture).isEmpty()) throw idUsed();
    }

    private static byte[] read(InputStream content) {
        int most = MOST_PICTURE_MEGABYTES << 20;
        try {
            byte[] bytes = content.readNBytes(most + 1);
            if (bytes.length > most || kind(bytes).isEmpty())
                throw new RuleBroken(RoundRule.NOT_A_PICTURE, MOST_PICTURE_MEGABYTES);
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// By its first bytes; what a sender says of it is not asked.
    static Optional<String> kind(byte[] bytes) {
        if (bytes.length < 12) return Optional.empty();
        if ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) return Optional.of("image/jpeg");
        if ((bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G')
            return Optional.of("image/png");
        boolean webp = bytes[0] == 'R' && bytes[1] == 'I' && bytes[2] == 'F' && bytes[3] == 'F' && bytes[8] == 'W';
        return webp ? Optional.of("image/webp") : Optional.empty();
    }
}
