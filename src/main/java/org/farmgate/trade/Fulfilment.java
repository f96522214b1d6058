package org.farmgate.trade;

import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;

/// How far a contract was kept: by what was delivered, not by what was promised.
///
/// @param least what counts as fulfilled, tolerance taken off
/// @param delivered what buyers took, by consignments and tickets
/// @param over whether the window has passed, so that what is missing stays missing
public record Fulfilment(
        Mass contracted, Mass least, Mass calledOff, Mass delivered, Money invoiced, Money paid, boolean over) {
    /// What is missing of the least; nothing while the window is open.
    public Mass shortfall() {
        return over ? above(least, delivered) : Mass.ZERO;
    }

    /// The part of it that the buyer never called off.
    public Mass notCalledOff() {
        Mass missing = above(least, calledOff);
        return missing.compareTo(shortfall()) < 0 ? missing : shortfall();
    }

    /// The part of it that was called off and not delivered.
    public Mass notDelivered() {
        return shortfall().minus(notCalledOff());
    }

    private static Mass above(Mass one, Mass other) {
        return new Mass(Math.max(0, one.grams() - other.grams()));
    }
}
