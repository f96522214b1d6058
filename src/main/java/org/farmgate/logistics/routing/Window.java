package org.farmgate.logistics.routing;

/// From when to when, both included, in seconds since the caller's zero.
public record Window(int fromSecond, int toSecond) {

    /// The latest second there is; far beyond any round.
    public static final int END = 1_000_000_000;

    /// Open at any time.
    public static final Window ALWAYS = new Window(0, END);

    boolean isReversed() {
        return fromSecond > toSecond;
    }

    boolean isOutOfRange() {
        return fromSecond < 0 || toSecond > END;
    }
}
