package org.farmgate.logistics.rounds;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.rounds.Stop.StopId;
import org.farmgate.platform.Id;
import org.farmgate.platform.InputBroken;

/// What a driver's phone wrote down, perhaps hours before it is sent.
///
/// @param id made by the phone: sent twice, it counts once
/// @param at when, by the phone's clock set right by ours
/// @param stop where; empty for what happens at the depot
/// @param code what was scanned or typed; empty for what concerns a whole stop or round
/// @param reason why it failed
/// @param name who took the goods
/// @param proof a code that the receiver gave
/// @param picture one that is sent before
public record DriverScan(
        DriverScanId id,
        Kind kind,
        Instant at,
        Optional<StopId> stop,
        String code,
        String reason,
        String name,
        String proof,
        Optional<PictureId> picture) {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_PROOF = 40;

    /// Names what a phone wrote down.
    public record DriverScanId(UUID value) implements Id {
        public static DriverScanId next() {
            return new DriverScanId(Id.next());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// Names a picture that a phone took.
    public record PictureId(UUID value) implements Id {
        public static PictureId next() {
            return new PictureId(Id.next());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// What happened.
    public enum Kind {
        /// The vehicle leaves the depot.
        START,
        /// It is at a stop.
        ARRIVE,
        /// Something to be delivered was put on board.
        LOAD,
        /// Something was fetched at a stop.
        COLLECT,
        /// Something was given to who was to have it.
        DELIVER,
        /// One thing, or all that is left of a stop, did not happen.
        FAIL,
        /// The vehicle is back; what was fetched is handed in.
        FINISH
    }

    /// No phone's clock is that wrong.
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /// Refuses by the input errors `missing`, `too-long`, `control-character` and `no-such-date`.
    public DriverScan {
        code = checked(
                "code", code, Task.LONGEST_CODE, kind == Kind.LOAD || kind == Kind.COLLECT || kind == Kind.DELIVER);
        reason = checked("reason", reason, Stop.LONGEST_REASON, kind == Kind.FAIL);
        name = checked("name", name, LONGEST_NAME, false);
        proof = checked("proof", proof, LONGEST_PROOF, false);
        boolean somewhere = kind == Kind.ARRIVE || kind == Kind.FAIL && code.isEmpty();
        if (somewhere && stop.isEmpty()) throw new InputBroken("stop", "missing");
        if (at.isBefore(FIRST) || !at.isBefore(LAST)) throw new InputBroken("at", "no-such-date", at);
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String checked(String field, String text, int longest, boolean needed) {
        String stripped = text.strip();
        if (needed && stripped.isEmpty()) throw new InputBroken(field, "missing");
        if (stripped.codePointCount(0, stripped.length()) > longest) throw new InputBroken(field, "too-long", longest);
        if (stripped.chars().anyMatch(Character::isISOControl)) throw new InputBroken(field, "control-character");
        return stripped;
    }

    /// Two of the same content are the same.
    String content() {
        return String.join(
                "\u001f",
                kind.name(),
                at.toString(),
                stop.map(StopId::toString).orElse(""),
                code,
                reason,
                name,
                proof,
                picture.map(PictureId::toString).orElse(""));
    }
}
