package org.farmgate.trade;

import java.util.List;
import org.farmgate.supply.Harvest;
import org.farmgate.supply.HarvestId;
import org.farmgate.supply.HarvestOffered;
import org.farmgate.supply.HarvestWithdrawn;
import org.farmgate.supply.Harvests;
import org.farmgate.supply.HarvestsOffered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears of goods that were brought in or taken off the market, so that what contracts were promised
/// follows them.
@Component
class HarvestListener {
    private final Harvests harvests;
    private final BroughtIn broughtIn;
    private final Crops crops;

    HarvestListener(Harvests harvests, BroughtIn broughtIn, Crops crops) {
        this.harvests = harvests;
        this.broughtIn = broughtIn;
        this.crops = crops;
    }

    @ApplicationModuleListener
    void on(HarvestOffered offered) {
        follow(List.of(offered.harvest()));
    }

    @ApplicationModuleListener
    void on(HarvestsOffered offered) {
        follow(offered.harvests().stream().map(HarvestOffered::harvest).toList());
    }

    @ApplicationModuleListener
    void on(HarvestWithdrawn withdrawn) {
        follow(List.of(withdrawn.harvest()));
    }

    private void follow(List<HarvestId> ids) {
        List<Harvest> known = List.copyOf(harvests.byIds(ids).values());
        crops.recount(known.stream().map(Harvest::plot).distinct().toList());
        broughtIn.bringIn(known);
        broughtIn.withdrawn(known);
    }
}
