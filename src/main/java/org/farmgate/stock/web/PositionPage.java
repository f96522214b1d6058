package org.farmgate.stock.web;

import java.time.LocalDate;
import java.util.List;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Shell;
import org.farmgate.stock.Holding;
import org.farmgate.stock.Movement;
import org.farmgate.stock.Position;

/// One lot at one site.
public record PositionPage(
        Position position,
        NameBook names,
        Slice<Movement> movements,
        List<Holding> holdings,
        LocalDate today,
        boolean mayKeep) {
    /// What a holding is for, where we know the word.
    public static String purpose(Shell shell, Holding holding) {
        return shell.orElse("stock.purpose." + holding.purpose(), holding.purpose());
    }

    public static String cause(Shell shell, Movement movement) {
        return shell.orElse("stock.cause." + movement.causeKind(), movement.causeKind());
    }
}
