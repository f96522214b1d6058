package org.farmgate.ledger.slip;

import org.farmgate.platform.Rule;

/// What is refused about slips.
public enum SlipRule implements Rule {
    /// A slip that nobody reads to its end is several slips.
    SLIP_TOO_LONG,
    /// The last day comes before the first.
    SLIP_ENDS_BEFORE_START;

    @Override
    public int status() {
        return 422;
    }
}
