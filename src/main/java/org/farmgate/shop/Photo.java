package org.farmgate.shop;

/// A picture of a listing, as it lies in the blob store: always a JPEG of ours, in two sizes.
///
/// @param words what is to be seen on it, for whoever does not see it
public record Photo(PhotoId id, ListingId listing, int ordinal, String key, String smallKey, String words) {
    public static final int LONGEST_WORDS = 200;

    /// Where browsers fetch it. The name changes with the content, so it may be kept for ever.
    public String path() {
        return "/shop/" + key;
    }

    public String smallPath() {
        return "/shop/" + smallKey;
    }
}
