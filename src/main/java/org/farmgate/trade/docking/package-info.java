/// Docking (产销对接): which supply meets which demand over a season, by which shared whole trucks. A pure engine:
/// it knows no database, no web and no clock but its own stopwatch; the caller translates rows in and plans
/// out.
///
/// **Units.** Mass in grams, money in fen, rates in fen per tonne, distance in kilometres, all as `long` or
/// `int`. Inside, a value is a product grams × fen-per-tonne, a millionth of a fen ("microfen"), exact in a
/// `long`.
///
/// **The model, exactly.** Weeks run 0…W−1.
/// - Supply *i* may be loaded in any week of its ready window, its whole mass being available over the window.
/// - A trip runs from one origin to one city, or to one warehouse, in one loading week *t*, over a lane of τ
///   days; it arrives in week *t* + ⌊τ/7⌋.
/// - *Direct*: the goods are delivered in the week of arrival. Shelf life needed: τ days.
/// - *Through a warehouse*: goods that arrive in week *a* leave in a week *b* ≥ *a* and are delivered in week
///   *b* + ⌊η/7⌋, η being the onward days to the city. They lie in the warehouse in each week *a*…*b*, both
/// counted:   they fill its capacity and pay its rate per tonne in each of them. Shelf life needed: τ +
/// 7(*b*−*a*) + η days.
/// - Goods that need cold ride only in cold trucks and lie only in cold warehouses; other goods may use either.
/// - Product equal; grade rank of the supply not worse (not greater) than the demand's worst grade; delivery
///   week
/// inside
///   the demand's window; the city is the demand's.
/// - On each (origin, destination, week) any whole number of trucks of each kind runs; each costs its fixed
///   fen plus
/// fen
///   per kilometre, full or not, whoever's goods it carries.
/// - Surplus = Σ grams × (highest delivered price − last leg − onward − storage − floor) − Σ trucks.
///
/// Start reading at `DockingSolver`; ADR 0005 tells why it works as it does.
@NullMarked
package org.farmgate.trade.docking;

import org.jspecify.annotations.NullMarked;
