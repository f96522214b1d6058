package org.farmgate.platform;

/// More was sent than we take at once.
public class TooLarge extends RuntimeException {
    private final long greatestBytes;

    public TooLarge(long greatestBytes) {
        super("more than " + greatestBytes + " bytes");
        this.greatestBytes = greatestBytes;
    }

    public long greatestBytes() {
        return greatestBytes;
    }
}
