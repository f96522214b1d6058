package org.farmgate.trade.planning;

import org.farmgate.measure.Mass;

/// What a person decided about a plan's rows.
///
/// @param number within the plan, from 1
/// @param supplyKey empty where it is about a demand alone
/// @param demandKey empty where it is about a supply alone
/// @param mass what must ship; zero where something is forbidden
/// @param kept whether this plan was solved under it; else it is noted for the next
/// @param dropped whether it is left out when the season is solved again
public record PlanDecision(
        int number, Kind kind, String supplyKey, String demandKey, Mass mass, boolean kept, boolean dropped) {
    public enum Kind {
        /// This mass goes from this supply to this demand, whatever else pays better.
        SHIP_PAIR,
        /// At least this mass of this supply is sold, to whomever.
        SHIP_SUPPLY,
        /// At least this mass of this demand is served, by whomever.
        SHIP_DEMAND,
        /// Nothing goes from this supply to this demand.
        FORBID_PAIR,
        /// This supply stays out.
        FORBID_SUPPLY,
        /// This demand stays out.
        FORBID_DEMAND,
        /// No truck takes this way; the keys name its ends, see [LaneKey].
        FORBID_LANE;

        public boolean isLock() {
            return switch (this) {
                case SHIP_PAIR, SHIP_SUPPLY, SHIP_DEMAND -> true;
                case FORBID_PAIR, FORBID_SUPPLY, FORBID_DEMAND, FORBID_LANE -> false;
            };
        }
    }
}
