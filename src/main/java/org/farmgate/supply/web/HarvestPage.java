package org.farmgate.supply.web;

import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.supply.Harvest;
import org.farmgate.supply.HarvestState;
import org.farmgate.supply.Plot;

/// One harvest.
public record HarvestPage(Harvest harvest, Plot plot, NameBook names, FormErrors errors, boolean mayWithdraw) {
    /// What became of it, in a word.
    public static String state(Shell shell, Harvest harvest) {
        return switch (harvest.state()) {
            case HarvestState.Offered _ -> shell.t("supply.harvest.offered");
            case HarvestState.Withdrawn _ -> shell.t("supply.harvest.withdrawn");
        };
    }

    public String why() {
        return switch (harvest.state()) {
            case HarvestState.Offered _ -> "";
            case HarvestState.Withdrawn withdrawn -> withdrawn.reason();
        };
    }
}
