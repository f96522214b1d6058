package org.farmgate.trade.docking;

import java.util.List;

/// The multipliers from which anyone can recompute the upper bound without the solver (weak duality).
///
/// For any multipliers λ ≥ 0 on supplies, μ ≥ 0 on demands, κ ≥ 0 on warehouse weeks and θ (of any sign) on
/// locked masses, no plan is worth more than
///
/// > Σ λᵢ·gramsᵢ + Σ μⱼ·gramsⱼ + Σ κ·capacity + Σ θ·grams locked + Σ over (lane, week) of the most that one
/// > lane-week could earn with whole trucks, if each gram of supply cost its floor + λ, each gram of demand
/// > paid μ less, and each week in a warehouse cost κ more.
///
/// The first sums are the price of dropping the rows' mass limits *between* lane-weeks; the limits *within*
/// one stay. Every real plan obeys the limits, so its own value is no greater. A ship-pair lock splits its
/// mass off both rows (of the row's grams only the rest stays under λ or μ); that part has θ in place of λ and
/// μ, and goes from that supply to that demand only. A ship-supply (ship-demand) lock, less the pair locks on
/// the row, splits its mass off likewise and has θ in place of λ (of μ). As the split parts must ship whole, θ
/// may be negative.
///
/// All values are whole fen per tonne, so the bound is computed exactly in `long`s.
///
/// @param supplyFenPerTonne λ, one for each of `Season.supplies`, in its order
/// @param demandFenPerTonne μ, one for each of `Season.demands`, in its order
/// @param warehouseFenPerTonne κ, for warehouse w and week t at index w·weeks + t
/// @param lockFenPerTonne θ, one for each of `Locks.rules`; 0 at rules that forbid
public record Certificate(
        List<Long> supplyFenPerTonne,
        List<Long> demandFenPerTonne,
        List<Long> warehouseFenPerTonne,
        List<Long> lockFenPerTonne) {

    public Certificate {
        supplyFenPerTonne = List.copyOf(supplyFenPerTonne);
        demandFenPerTonne = List.copyOf(demandFenPerTonne);
        warehouseFenPerTonne = List.copyOf(warehouseFenPerTonne);
        lockFenPerTonne = List.copyOf(lockFenPerTonne);
    }
}
