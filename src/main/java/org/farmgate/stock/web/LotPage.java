package org.farmgate.stock.web;

import java.time.LocalDate;
import java.util.List;
import org.farmgate.measure.Mass;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.stock.Lot;
import org.farmgate.stock.Position;
import org.farmgate.stock.QualityChange;
import org.farmgate.stock.QualityStatus;

/// A lot: what it was composed of, where all of it lies, and what was said of it.
public record LotPage(
        Lot lot,
        QualityStatus status,
        List<Position> places,
        List<QualityChange> history,
        NameBook names,
        LocalDate today,
        boolean mayJudge,
        FormErrors errors) {
    public Mass onHand() {
        return places.stream().map(Position::onHand).reduce(Mass.ZERO, Mass::plus);
    }
}
