package org.farmgate.platform.start;

/// Farmgate cannot start, for a reason a person can mend. `CannotStartAnalyzer` prints the two sentences instead of
/// a stack trace: what is wrong, and what to do about it.
public final class CannotStart extends RuntimeException {
    private final String remedy;

    public CannotStart(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    public CannotStart(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
