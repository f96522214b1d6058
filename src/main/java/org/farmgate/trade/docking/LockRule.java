package org.farmgate.trade.docking;

/// What a person has decided about the next plan, before it is solved.
public sealed interface LockRule {

    /// This mass goes from this supply to this demand, whatever else pays better. It counts towards the two
    /// rules below.
    record ShipPair(String supplyKey, String demandKey, long grams) implements LockRule {}

    /// At least this mass of the supply is sold, to anyone.
    record ShipSupply(String supplyKey, long grams) implements LockRule {}

    /// At least this mass of the demand is served, by anyone.
    record ShipDemand(String demandKey, long grams) implements LockRule {}

    /// Nothing goes from this supply to this demand.
    record ForbidPair(String supplyKey, String demandKey) implements LockRule {}

    /// The supply stays out of the plan.
    record ForbidSupply(String supplyKey) implements LockRule {}

    /// The demand stays out of the plan.
    record ForbidDemand(String demandKey) implements LockRule {}

    /// No trip runs on this lane.
    record ForbidLane(int origin, Destination destination) implements LockRule {}
}
