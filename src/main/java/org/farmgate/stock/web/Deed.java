package org.farmgate.stock.web;

/// What one may do with a position by hand; each has a form of its own.
public enum Deed {
    MOVE("move"),
    WRITE_OFF("write-off"),
    QUALITY("quality");

    private final String path;

    Deed(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }
}
