package org.farmgate.trade.web;

import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.MeasureBroken;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Id;
import org.farmgate.trade.PlanId;
import org.farmgate.trade.planning.PlanRequest;

/// Reads what was sent for docking a season, from the page's form or the API's JSON.
final class PlanForm {
    private static final int USUAL_SECONDS = 20;
    private static final int USUAL_SHARE_PERCENT = 50;

    private PlanForm() {}

    /// Refuses by the input errors of each field.
    static PlanRequest read(Fields fields, Optional<PlanId> basedOn) {
        PlanId id = fields.optional("id", f -> f.id("id", PlanId::new)).orElseGet(() -> new PlanId(Id.next()));
        String name = fields.text("name", PlanRequest.LONGEST_NAME);
        IsoWeek first = fields.week("firstWeek");
        IsoWeek last = fields.week("lastWeek");
        long seconds = fields.optional("seconds", f -> f.number("seconds", 1, PlanRequest.LONGEST_SECONDS))
                .orElse((long) USUAL_SECONDS);
        long share = fields.optional("growerShare", f -> f.number("growerShare", 0, 100))
                .orElse((long) USUAL_SHARE_PERCENT);
        WeekSpan season = null;
        if (first != null && last != null) season = span(fields, first, last);
        fields.check();
        return new PlanRequest(
                id, name, java.util.Objects.requireNonNull(season), (int) seconds, (int) share * 100, basedOn);
    }

    private static WeekSpan span(Fields fields, IsoWeek first, IsoWeek last) {
        try {
            return new WeekSpan(first, last);
        } catch (MeasureBroken broken) {
            return fields.wrong("lastWeek", "ends-before-start", first.toString(), last.toString());
        }
    }
}
