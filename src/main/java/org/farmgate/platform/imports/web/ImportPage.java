package org.farmgate.platform.imports.web;

import java.util.Optional;
import org.farmgate.platform.Slice;
import org.farmgate.platform.imports.Fault;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportState;
import org.farmgate.platform.imports.ImportedFile;
import org.farmgate.platform.jobs.Job;
import org.farmgate.platform.web.Shell;

/// One file that was brought.
///
/// @param repeated whether it was just brought a second time
public record ImportPage(
        ImportKind<?> kind, ImportedFile file, Optional<Job> job, Slice<Fault> faults, boolean repeated) {
    public static String heading(Shell shell, String kind, String column) {
        return column.isEmpty() ? "–" : shell.orElse("import." + kind + "." + column, column);
    }

    public static String tone(ImportState state) {
        return switch (state) {
            case WAITING -> "info";
            case DONE -> "good";
            case REFUSED -> "bad";
            case ABANDONED -> "warn";
        };
    }
}
