package org.farmgate.live.outside;

/// That an outside order is not wanted any more.
///
/// @param number of the order there
public record OutsideCancellation(String number, String reason) {
    public static final int LONGEST_REASON = 200;
}
