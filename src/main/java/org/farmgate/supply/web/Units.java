package org.farmgate.supply.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.measure.Area;
import org.farmgate.measure.Mass;
import org.farmgate.platform.web.Shell;
import org.farmgate.supply.PlotKind;
import org.farmgate.supply.PlotSize;

/// The units that forms offer, and sizes as words.
public final class Units {
    private Units() {}

    public static Map<String, String> masses(Shell shell) {
        Map<String, String> units = new LinkedHashMap<>();
        for (Mass.Unit unit : List.of(Mass.Unit.KILOGRAM, Mass.Unit.JIN, Mass.Unit.TONNE))
            units.put(unit.symbol(), shell.t("supply.unit." + unit.symbol()));
        return units;
    }

    /// All that a size may be counted in; which fits is decided by the kind.
    public static Map<String, String> sizes(Shell shell, PlotKind kind) {
        Map<String, String> units = new LinkedHashMap<>();
        switch (kind) {
            case FIELD -> {
                for (Area.Unit unit : List.of(Area.Unit.MU, Area.Unit.HECTARE))
                    units.put(unit.symbol(), shell.t("supply.unit." + unit.symbol()));
            }
            case WORKSHOP -> units.putAll(masses(shell));
            case APIARY, HERD -> {}
        }
        return units;
    }

    public static String size(Shell shell, PlotSize size) {
        return switch (size) {
            case PlotSize.Field(Area area) -> shell.area(area);
            case PlotSize.Apiary(int hives) -> shell.t("supply.size.hives", hives);
            case PlotSize.Herd(int heads) -> shell.t("supply.size.heads", heads);
            case PlotSize.Workshop(Mass perWeek) -> shell.t("supply.size.per-week", perWeek);
        };
    }

    public static String icon(PlotKind kind) {
        return switch (kind) {
            case FIELD -> "field";
            case APIARY -> "bee";
            case HERD -> "herd";
            case WORKSHOP -> "workshop";
        };
    }
}
