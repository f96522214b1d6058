package org.farmgate.logistics.rounds;

import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;

/// What a change of rounds costs, both of them taken together: below zero it saves.
///
/// @param lateSeconds how much lateness comes on top
/// @param late what the rounds concerned would be late altogether
/// @param over by how much the round it comes to would be too heavy
/// @param overLitres by how much too full
/// @param warm how many things on it need a cold vehicle that it is not
public record MoveCost(long metres, Money cost, long lateSeconds, long late, Mass over, long overLitres, int warm) {
    /// Whether it can be driven as it stands.
    public boolean isSound() {
        return late == 0 && over.isZero() && overLitres == 0 && warm == 0;
    }
}
