package org.farmgate.logistics.parcels;

import org.farmgate.measure.Mass;

/// What parcels travel in.
public enum ContainerKind {
    /// One person lifts it.
    BAG(30, 120),
    /// On wheels; bags stand in it, or parcels that fit no bag.
    CAGE(500, 1_500);

    private final long kilograms;
    private final int litres;

    ContainerKind(long kilograms, int litres) {
        this.kilograms = kilograms;
        this.litres = litres;
    }

    /// What it may weigh with what is in it.
    public Mass mostMass() {
        return Mass.kilograms(kilograms);
    }

    public int mostLitres() {
        return litres;
    }

    boolean holds(Mass mass, int room) {
        return mass.compareTo(mostMass()) <= 0 && room <= litres;
    }
}
