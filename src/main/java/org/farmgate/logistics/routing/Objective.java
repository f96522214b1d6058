package org.farmgate.logistics.routing;

/// What is made as small as possible.
public enum Objective {
    /// What the vehicles cost, by trip and by kilometre.
    COST,
    /// The metres of all vehicles together; trips are free.
    DISTANCE
}
