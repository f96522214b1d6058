package org.farmgate.platform;

/// The asker is known but may not do this; the right that is missing is named, so that they know whom to ask.
public class Denied extends RuntimeException {
    private final transient Right missing;

    public Denied(Right missing) {
        super("missing " + missing);
        this.missing = missing;
    }

    public Right missing() {
        return missing;
    }
}
