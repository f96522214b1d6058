package org.farmgate.platform;

/// What somebody may do on behalf of an organisation. `party` decides which role in which kind of organisation
/// gives which. What a right reaches (one's own rows, a county's) is decided by the facade that is asked.
public enum Right {
    /// Everything about this installation: accounts, audit trail, set-up.
    ADMINISTER,
    /// Members, tokens and details of one's own organisation.
    MANAGE_ORGANISATION,
    /// Register growers, act for them with their recorded consent.
    MANAGE_PARTIES,
    /// Unmask an identity or bank number; each reveal is audited.
    REVEAL_NUMBERS,
    /// Keep products, varieties, grades, packs.
    MANAGE_PRODUCTS,
    /// Keep regions, divisions, road distances and sites beyond one's own.
    MANAGE_PLACES,
    /// Keep one's own sites.
    MANAGE_OWN_SITES,
    /// See the supply of the organisation's growers or county.
    SEE_SUPPLY,
    /// Register plots, forecasts, harvests, price quotes.
    REGISTER_SUPPLY,
    /// See what buyers want.
    SEE_DEMAND,
    /// Post what one's organisation wants.
    POST_DEMAND,
    /// Keep truck kinds, warehouses, rates.
    SET_TARIFFS,
    /// Dock supply and demand, lock rows, accept plans.
    PLAN_SEASON,
    /// Draft and negotiate contracts for one's organisation, call off, propose amendments.
    NEGOTIATE_CONTRACT,
    /// Sign contracts for one's organisation.
    SIGN_CONTRACT,
    /// See what lies where, and what is set aside.
    SEE_STOCK,
    /// Receive, move, count, hold and pick goods at one's organisation's sites.
    KEEP_STOCK,
    /// See the books: balances, postings, slips of one's organisation or county.
    SEE_BOOKS,
    /// Correct by new entries and propose payouts.
    KEEP_BOOKS,
    /// Release payouts that somebody else proposed.
    RELEASE_PAYOUTS,
    /// Write weight tickets at the farm gate.
    WEIGH,
    /// Keep one's shop: listings, its orders, the till.
    SELL,
    /// Announce live shows of one's organisation and lead them.
    HOLD_SHOWS,
    /// Say who may stand before the camera.
    PERMIT_HOSTS,
    /// Hand consignments over, deliver them, or say why not.
    MOVE_GOODS,
    /// Plan trips and rounds, say who drives, split their cost.
    PLAN_TRIPS,
    /// Take parcels in, sort them, send them on and hand them out at one's organisation's sites.
    HANDLE_PARCELS,
    /// Drive a round that was given to one: see its stops, scan, hand over.
    DRIVE
}
