package org.farmgate.shop;

import org.farmgate.platform.Rule;

/// What is refused of tills.
public enum TillRule implements Rule {
    /// Files name a till by its name.
    TILL_NAME_TAKEN,
    /// A till sells what is set aside for it, and nothing else.
    TILL_DOES_NOT_SELL_THAT;

    @Override
    public int status() {
        return 409;
    }
}
