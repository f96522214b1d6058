package org.farmgate.supply.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.supply.PlotKind;

/// The form for a new plot of one kind.
///
/// @param forOthers whether it must be said whose it is
public record PlotFormPage(
        PlotKind kind,
        FormErrors errors,
        Map<String, String> products,
        Map<String, String> places,
        Map<String, String> divisions,
        boolean forOthers,
        Map<String, String> growers) {
    /// Each kind has a form of its own, since its size is counted otherwise.
    public Map<String, String> kinds(Shell shell) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (PlotKind one : PlotKind.values())
            kinds.put("/plots/new?kind=" + one, shell.label("supply.plot-kind", one));
        return kinds;
    }
}
