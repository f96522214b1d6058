package org.farmgate.live;

import java.time.LocalDate;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;

/// That somebody may hold shows, and who said so: whoever looked at their identity card.
///
/// @param person who may
/// @param reason why they may, as long as there is no certificate of a course
/// @param until the last day
/// @param by the person who answers for it
public record HostPermit(PartyId person, HostKind kind, String reason, LocalDate until, PartyId by) {
    public static final int LONGEST_REASON = 200;

    /// Refuses by the input errors `missing` and `too-long` (reason).
    public HostPermit {
        reason = reason.strip();
        if (reason.isEmpty()) throw new InputBroken("reason", "missing");
        if (reason.length() > LONGEST_REASON) throw new InputBroken("reason", "too-long", LONGEST_REASON);
    }
}
