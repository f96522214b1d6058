package org.farmgate.trade;

import java.util.List;
import org.farmgate.supply.ForecastRevised;
import org.farmgate.supply.ForecastsRevised;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears of revised forecasts, so that contracts for whole crops follow them.
@Component
class CropListener {
    private final Crops crops;

    CropListener(Crops crops) {
        this.crops = crops;
    }

    @ApplicationModuleListener
    void on(ForecastRevised revised) {
        crops.recount(List.of(revised.plot()));
    }

    @ApplicationModuleListener
    void on(ForecastsRevised revised) {
        crops.recount(revised.revisions().stream()
                .map(ForecastRevised::plot)
                .distinct()
                .toList());
    }
}
