package org.farmgate.logistics.parcels.label;

import org.farmgate.platform.Rule;

/// What is refused of those who follow a parcel.
public enum TrackingRule implements Rule {
    /// The digits or the letters behind them are wrong; which, is not said.
    TRACKING_NUMBER_UNKNOWN,
    /// So nobody tries numbers until one fits. Argument: the seconds to wait.
    TRACKING_TOO_OFTEN;

    @Override
    public int status() {
        return switch (this) {
            case TRACKING_NUMBER_UNKNOWN -> 404;
            case TRACKING_TOO_OFTEN -> 429;
        };
    }
}
