package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;

/// One code that was read.
///
/// @param code as it was read: an SSCC in any of its shapes, or another carrier's waybill number
/// @param site where
/// @param at when, by the clock of the device
/// @param into the code of the container, for [ScanKind#PACK]
/// @param weighed what the scale said, if it was weighed
/// @param note who took it, for [ScanKind#DELIVER]; else anything or nothing
public record Scan(
        ScanId id,
        String code,
        SiteId site,
        ScanKind kind,
        Instant at,
        Optional<String> into,
        Optional<Mass> weighed,
        String note) {
    public static final int LONGEST_CODE = 100;
    public static final int LONGEST_NOTE = 200;

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("2200-01-01T00:00:00Z");

    /// Refuses by the input errors `missing`, `too-long`, `no-such-choice`, `no-such-date`.
    public Scan {
        code = Contact.checked("code", code, LONGEST_CODE);
        into = into.map(text -> Contact.checked("into", text, LONGEST_CODE));
        note = note.isBlank() ? "" : Contact.checked("note", note, LONGEST_NOTE);
        if (!kind.isSent()) throw new InputBroken("kind", "no-such-choice", kind.name());
        if (kind == ScanKind.PACK && into.isEmpty()) throw new InputBroken("into", "missing");
        if (kind == ScanKind.DELIVER && note.isEmpty()) throw new InputBroken("note", "missing");
        at = moment(at);
    }

    /// To the microsecond, as it is kept. Refuses by the input error `no-such-date` outside the years 1900 to 2199,
    /// which a trail does not hold.
    public static Instant moment(Instant at) {
        if (at.isBefore(FIRST) || !at.isBefore(AFTER_LAST)) throw new InputBroken("at", "no-such-date", at.toString());
        return at.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    /// One that says no more than that.
    public static Scan of(ScanId id, String code, SiteId site, ScanKind kind, Instant at) {
        return new Scan(id, code, site, kind, at, Optional.empty(), Optional.empty(), "");
    }
}
