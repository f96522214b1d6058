package org.farmgate.platform;

/// No such thing, or none that the asker may know of: the two are never told apart.
public class NotFound extends RuntimeException {
    private final String what;

    /// `what` is a word of the glossary in lower case, such as `contract`; it is the tail of the message key
    /// `thing.contract`.
    public NotFound(String what, Object id) {
        super(what + " " + id);
        this.what = what;
    }

    public String what() {
        return what;
    }
}
