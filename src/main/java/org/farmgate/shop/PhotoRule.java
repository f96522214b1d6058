package org.farmgate.shop;

import org.farmgate.platform.Rule;

/// What is refused of pictures.
public enum PhotoRule implements Rule {
    /// What a file holds decides what it is, not its name.
    PHOTO_NOT_A_PICTURE,
    /// Not every kind can be read here.
    PHOTO_KIND_NOT_READ,
    /// A few megabytes are a good picture; more is a burden for whoever looks at it.
    PHOTO_TOO_LARGE,
    /// A limit on everything.
    PHOTO_TOO_MANY;

    @Override
    public int status() {
        return switch (this) {
            case PHOTO_NOT_A_PICTURE, PHOTO_KIND_NOT_READ -> 422;
            case PHOTO_TOO_LARGE -> 413;
            case PHOTO_TOO_MANY -> 409;
        };
    }
}
