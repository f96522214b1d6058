package org.farmgate.platform.imports;

import java.util.ArrayList;
import java.util.List;
import org.farmgate.platform.Rule;

/// Gathers what is wrong with a file. All of it is counted; the first [#MOST_KEPT] are kept, since nobody
/// reads more.
public final class Faults {
    public static final int MOST_KEPT = 10_000;

    private final List<Fault> kept = new ArrayList<>();
    private long total;

    /// A value that cannot be: `code` as in [FieldError], message `input.<code>`.
    public void wrong(long line, String column, String code, Object... arguments) {
        add(new Fault(line, column, "input." + code, List.of(arguments)));
    }

    /// A row that a rule refuses: message `rule.<NAME>`.
    public void refused(long line, String column, Rule rule, Object... arguments) {
        add(new Fault(line, column, "rule." + rule.name(), List.of(arguments)));
    }

    public void add(Fault fault) {
        total++;
        if (kept.size() < MOST_KEPT) kept.add(fault);
    }

    public boolean any() {
        return total > 0;
    }

    public long total() {
        return total;
    }

    public List<Fault> kept() {
        return List.copyOf(kept);
    }
}
