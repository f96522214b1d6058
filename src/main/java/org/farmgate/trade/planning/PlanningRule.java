package org.farmgate.trade.planning;

import org.farmgate.platform.Rule;

/// What planning refuses.
public enum PlanningRule implements Rule {
    /// Only a plan that is solved can be corrected or accepted.
    PLAN_NOT_SOLVED,
    /// A season without anything on offer cannot be docked.
    SEASON_WITHOUT_SUPPLY,
    /// A season that nobody wants anything of cannot be docked.
    SEASON_WITHOUT_DEMAND,
    /// A season has at most a year's weeks.
    SEASON_TOO_LONG,
    /// There is no truck kind to dock with.
    NO_TRUCK_KINDS,
    /// The row is not part of this plan.
    NOT_IN_THIS_PLAN,
    /// The decisions cannot all be kept together with the rows as they are.
    DECISIONS_CONTRADICT,
    /// The same id was used for another plan.
    PLAN_ID_USED,
    /// Nothing that is left to accept was chosen.
    NOTHING_TO_ACCEPT,
    /// What the plan counted on has since been sold, withdrawn or revised: it must be solved again.
    PLAN_OVERTAKEN
}
