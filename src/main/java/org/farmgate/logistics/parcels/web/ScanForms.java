package org.farmgate.logistics.parcels.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.farmgate.logistics.parcels.Next;
import org.farmgate.logistics.parcels.Scan;
import org.farmgate.logistics.parcels.ScanAnswer;
import org.farmgate.logistics.parcels.ScanId;
import org.farmgate.logistics.parcels.ScanKind;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.Shell;
import org.springframework.stereotype.Component;

/// Reads scans as fields and scripts send them, and words what they came to. A refusal is an answer, no error of the
/// page: the next scan comes in a second.
@Component
class ScanForms {
    private final ParcelNaming naming;
    private final Clock clock;

    ScanForms(ParcelNaming naming, Clock clock) {
        this.naming = naming;
        this.clock = clock;
    }

    /// `code`, `scan` (its id), `at` (by the device's clock; now where it is missing).
    Scan read(Fields fields, SiteId site, ScanKind kind, Optional<String> into) {
        ScanId id = fields.id("scan", ScanId::new);
        Instant at = at(fields);
        fields.check();
        return new Scan(id, fields.raw("code"), site, kind, at, into, Optional.empty(), "");
    }

    Instant at(Fields fields) {
        try {
            return fields.isEmpty("at") ? clock.instant() : Scan.moment(Instant.parse(fields.raw("at")));
        } catch (DateTimeParseException | InputBroken _) {
            throw new InputBroken("at", "no-such-date", fields.raw("at"));
        }
    }

    /// What was done with it, in words; whatever it was refused by too.
    ScanView answer(Fields fields, Shell shell, Function<Fields, ScanAnswer> act) {
        String code = fields.raw("code").strip();
        try {
            ScanAnswer answered = act.apply(fields);
            List<SiteId> named = answered.next() instanceof Next.To(SiteId next) ? List.of(next) : List.of();
            return ScanView.of(shell, code, answered, naming.of(named, List.of()));
        } catch (RuleBroken refused) {
            return ScanView.refused(shell, code, refused);
        } catch (InputBroken broken) {
            return ScanView.wrong(shell, code, broken);
        }
    }
}
