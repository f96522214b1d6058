package org.farmgate.supply;

import org.farmgate.measure.Area;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Fields;

/// Reads how big a plot is, in the unit of its kind: a field in mu or hectares, a workshop in jin, kilograms
/// or tonnes a week, the others in whole numbers.
@SuppressWarnings("NullAway") // as the readers of Fields: never null once the form is checked
public final class SizeField {
    private SizeField() {}

    public static PlotSize read(Fields fields, PlotKind kind, String field) {
        return switch (kind) {
            case FIELD -> {
                Area area = fields.area(field);
                yield area == null ? null : new PlotSize.Field(area);
            }
            case APIARY -> {
                Long hives = fields.number(field, 1, PlotSize.MOST_COUNTED);
                yield hives == null ? null : new PlotSize.Apiary(Math.toIntExact(hives));
            }
            case HERD -> {
                Long heads = fields.number(field, 1, PlotSize.MOST_COUNTED);
                yield heads == null ? null : new PlotSize.Herd(Math.toIntExact(heads));
            }
            case WORKSHOP -> {
                Mass perWeek = fields.mass(field);
                yield perWeek == null ? null : new PlotSize.Workshop(perWeek);
            }
        };
    }
}
