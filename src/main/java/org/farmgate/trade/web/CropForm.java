package org.farmgate.trade.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.supply.Plot;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.Plots;
import org.farmgate.trade.Crops;
import org.farmgate.trade.Quantity;
import org.springframework.stereotype.Component;

/// Reads which plots' whole crop is sold: the form's ticked boxes, one field for each plot, or their ids
/// parted by commas.
@Component
class CropForm {
    private final Crops crops;
    private final Plots plots;

    CropForm(Crops crops, Plots plots) {
        this.crops = crops;
        this.plots = plots;
    }

    Quantity.WholeCrop read(Fields fields, ContractForm.Deal deal, int grade, WeekSpan window) {
        List<PlotId> ticked = choices(deal.seller()).keySet().stream()
                .filter(id -> fields.checked("plot-" + id))
                .map(CropForm::id)
                .toList();
        String text = ticked.isEmpty() ? fields.text("plots", 20_000) : "";
        Optional<Mass> floor = fields.optional("cropFloor", f -> f.mass("cropFloor"));
        Optional<Mass> ceiling = fields.optional("cropCeiling", f -> f.mass("cropCeiling"));
        fields.check();
        List<PlotId> wanted = ticked.isEmpty()
                ? Arrays.stream(text.split("[,\\s]+")).map(CropForm::id).toList()
                : ticked;
        Mass forecast = crops.forecast(wanted, deal.product(), grade, window);
        return new Quantity.WholeCrop(wanted, forecast, floor, ceiling);
    }

    private static PlotId id(String text) {
        try {
            return new PlotId(UUID.fromString(text));
        } catch (IllegalArgumentException wrong) {
            throw new InputBroken("plots", "no-such-id", text);
        }
    }

    /// The plots a seller may name: its own.
    Map<String, String> choices(PartyId seller) {
        Map<String, String> choices = new java.util.LinkedHashMap<>();
        for (Plot plot : plots.ofGrowers(List.of(seller)))
            if (!plot.isRetired()) choices.put(plot.id().toString(), plot.name());
        return choices;
    }
}
