package org.farmgate.platform.blobs;

/// More was sent than may be stored. Nothing of it was kept.
public class BlobTooLarge extends RuntimeException {
    private final long mostBytes;

    public BlobTooLarge(long mostBytes) {
        super("more than " + mostBytes + " bytes");
        this.mostBytes = mostBytes;
    }

    public long mostBytes() {
        return mostBytes;
    }
}
