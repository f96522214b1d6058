package org.farmgate.stock.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.measure.Mass;
import org.farmgate.platform.web.Shell;
import org.farmgate.stock.Position;
import org.farmgate.stock.QualityStatus;

/// What stock's pages say in words: units, states, how long goods keep.
public final class Words {
    /// In which goods look to be sold soon.
    private static final int SOON_DAYS = 3;

    private Words() {}

    public static Map<String, String> units(Shell shell) {
        Map<String, String> units = new LinkedHashMap<>();
        for (Mass.Unit unit : List.of(Mass.Unit.KILOGRAM, Mass.Unit.JIN, Mass.Unit.TONNE))
            units.put(unit.symbol(), shell.t("stock.unit." + unit.symbol()));
        return units;
    }

    public static String keeps(Shell shell, LocalDate bestBefore, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, bestBefore);
        if (days < 0) return shell.t("stock.keeps.past", -days);
        return days == 0 ? shell.t("stock.keeps.today") : shell.t("stock.keeps.days", days);
    }

    public static String keepsKind(LocalDate bestBefore, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, bestBefore);
        return days < 0 ? "bad" : days <= SOON_DAYS ? "warn" : "";
    }

    public static String kind(QualityStatus status) {
        return switch (status) {
            case GOOD -> "good";
            case ON_HOLD -> "warn";
            case RECALLED, DAMAGED, EXPIRED -> "bad";
        };
    }

    public static String signed(Shell shell, long grams) {
        String mass = shell.mass(new Mass(Math.abs(grams)));
        return grams < 0 ? shell.t("stock.less", mass) : shell.t("stock.more", mass);
    }

    public static String href(Position position) {
        return "/stock/positions/" + position.lot() + "/" + position.site();
    }

    /// The end of a lot's number, as people say it; the beginning is the same for all of a day.
    public static String brief(Object lot) {
        String text = lot.toString();
        return text.substring(text.length() - 8);
    }

    static String kilograms(Mass mass) {
        BigDecimal kilograms = mass.in(Mass.Unit.KILOGRAM);
        return kilograms.stripTrailingZeros().toPlainString();
    }

    /// What may be said by hand.
    public static Map<String, String> judgements(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (QualityStatus status :
                List.of(QualityStatus.GOOD, QualityStatus.ON_HOLD, QualityStatus.RECALLED, QualityStatus.DAMAGED))
            choices.put(status.name(), shell.label("stock.quality", status));
        return choices;
    }
}
