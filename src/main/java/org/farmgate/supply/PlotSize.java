package org.farmgate.supply;

import org.farmgate.measure.Area;
import org.farmgate.measure.Mass;
import org.farmgate.platform.RuleBroken;

/// How big a plot is, in the unit of its kind; always more than nothing.
public sealed interface PlotSize {
    /// A million hives or heads: more than any county has, so a greater number is a slip of the finger.
    int MOST_COUNTED = 1_000_000;

    PlotKind kind();

    /// As the database keeps it: square metres, hives, heads, or grams a week.
    long amount();

    static PlotSize of(PlotKind kind, long amount) {
        return switch (kind) {
            case FIELD -> new Field(new Area(amount));
            case APIARY -> new Apiary(Math.toIntExact(amount));
            case HERD -> new Herd(Math.toIntExact(amount));
            case WORKSHOP -> new Workshop(new Mass(amount));
        };
    }

    record Field(Area area) implements PlotSize {
        /// Refuses by PLOT_WITHOUT_SIZE.
        public Field {
            if (area.squareMetres() == 0) throw new RuleBroken(SupplyRule.PLOT_WITHOUT_SIZE);
        }

        @Override
        public PlotKind kind() {
            return PlotKind.FIELD;
        }

        @Override
        public long amount() {
            return area.squareMetres();
        }
    }

    record Apiary(int hives) implements PlotSize {
        /// Refuses by PLOT_WITHOUT_SIZE.
        public Apiary {
            if (hives < 1 || hives > MOST_COUNTED) throw new RuleBroken(SupplyRule.PLOT_WITHOUT_SIZE);
        }

        @Override
        public PlotKind kind() {
            return PlotKind.APIARY;
        }

        @Override
        public long amount() {
            return hives;
        }
    }

    record Herd(int heads) implements PlotSize {
        /// Refuses by PLOT_WITHOUT_SIZE.
        public Herd {
            if (heads < 1 || heads > MOST_COUNTED) throw new RuleBroken(SupplyRule.PLOT_WITHOUT_SIZE);
        }

        @Override
        public PlotKind kind() {
            return PlotKind.HERD;
        }

        @Override
        public long amount() {
            return heads;
        }
    }

    record Workshop(Mass perWeek) implements PlotSize {
        /// Refuses by PLOT_WITHOUT_SIZE.
        public Workshop {
            if (perWeek.isZero()) throw new RuleBroken(SupplyRule.PLOT_WITHOUT_SIZE);
        }

        @Override
        public PlotKind kind() {
            return PlotKind.WORKSHOP;
        }

        @Override
        public long amount() {
            return perWeek.grams();
        }
    }
}
