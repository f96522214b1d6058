package org.farmgate.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.measure.Mass;
import org.farmgate.stock.LotId;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Positions;
import org.farmgate.stock.Receipt;
import org.springframework.stereotype.Component;

/// Puts what was harvested into the packing house of whoever keeps its plot, where there is one.
@Component
class StockLoading {
    private static final String CAUSE = "demo";

    private final Positions positions;
    private final Clock clock;

    StockLoading(Positions positions, Clock clock) {
        this.positions = positions;
        this.clock = clock;
    }

    void load(PeopleLoading.Known people) {
        Map<String, String> houses = new HashMap<>();
        for (Table.Row site : Table.read("sites").rows())
            if (site.text("kind").equals("packing_house")) houses.put(site.text("owner"), site.key());
        Map<String, List<Table.Row>> stored = Table.read("harvests").groups("plot");
        SupplyLoading.byKeeper(Table.read("plots").byKey()).forEach((organisation, plots) -> {
            String house = houses.get(organisation);
            if (house == null) return;
            List<Receipt> receipts = new ArrayList<>();
            for (Table.Row plot : plots)
                for (Table.Row harvest : stored.getOrDefault(plot.key(), List.of()))
                    receipts.add(receipt(harvest, house));
            positions.receiveAll(people.of(organisation), receipts);
        });
    }

    private Receipt receipt(Table.Row harvest, String house) {
        LotId lot = Named.lot(harvest.text("plot"));
        return new Receipt(
                MovementId.of(CAUSE, lot.value(), "in"),
                lot,
                Named.site(house),
                Mass.kilograms(harvest.number("mass_kg")),
                clock.instant(),
                CAUSE,
                lot.value());
    }
}
