package org.farmgate.supply;

import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;

/// What a forecast said from some moment on: who said it, when and why.
///
/// @param number 1 for what was said first
/// @param reason in the words of whoever revised it; empty for the first
public record ForecastRevision(
        ForecastId forecast, int number, Mass mass, Price floor, String reason, Recorded recorded) {
    public static final int LONGEST_REASON = 200;
}
