package org.farmgate.trade;

import org.farmgate.platform.Rule;

/// What demands and contracts refuse. The names are the API's stable codes; docking's own rules stand
/// elsewhere.
public enum TradeRule implements Rule {
    /// A grade is a rank from 1, the best, to 9.
    TRADE_GRADE_OUT_OF_RANGE(422),
    /// Nobody can deliver to nowhere.
    DEMAND_WITHOUT_PLACES(422),
    /// A limit on everything: 2,000 places in one demand, more are two demands.
    DEMAND_TOO_MANY_PLACES(422),
    /// The same place twice: is it one mass, or their sum? The buyer must say.
    DEMAND_PLACE_TWICE(422),
    /// A demand or a place that wants nothing.
    DEMAND_MASS_ZERO(422),
    /// Goods are never free: a price of zero is a field left empty.
    DEMAND_PRICE_ZERO(422),
    /// Its last week has passed already.
    DEMAND_WINDOW_PAST(422),
    /// A place that another organisation runs.
    DEMAND_PLACE_NOT_THE_BUYERS(422),
    /// It was withdrawn; a new one is posted instead.
    DEMAND_NOT_OPEN(409),
    /// Somebody changed it since it was read; nothing is overwritten unseen.
    DEMAND_CHANGED_MEANWHILE(409),
    /// Contracts already hold more than is now wanted there.
    DEMAND_ALREADY_COMMITTED(409),
    /// The same id stands for another demand.
    DEMAND_ID_TAKEN(409),
    /// The buyer's own reference already names another demand.
    DEMAND_REFERENCE_TAKEN(409),
    /// Product and buyer of a demand never change; that would be another demand.
    DEMAND_PRODUCT_FIXED(409),
    /// A mass that is spread must give each place at least a gram.
    SPREAD_TOO_THIN(422),

    /// Nobody contracts with themselves.
    CONTRACT_WITH_ITSELF(422),
    /// Every contract says where the goods go.
    CONTRACT_WITHOUT_LINES(422),
    /// At most 2,000 lines; more are two contracts.
    CONTRACT_TOO_MANY_LINES(422),
    /// A line's weeks lie outside the delivery window.
    CONTRACT_LINE_OUTSIDE_WINDOW(422),
    /// A line without mass.
    CONTRACT_LINE_ZERO(422),
    /// The lines of a fixed mass add up to it, to the gram.
    CONTRACT_LINES_DO_NOT_ADD_UP(422),
    /// A line goes to a place that the buyer does not run.
    CONTRACT_PLACE_NOT_THE_BUYERS(422),
    /// A fixed mass of nothing.
    CONTRACT_MASS_ZERO(422),
    /// A tolerance is at most a fifth; beyond that the mass says nothing.
    CONTRACT_TOLERANCE_OUT_OF_RANGE(422),
    /// A whole crop names its plots.
    CONTRACT_CROP_WITHOUT_PLOTS(422),
    /// The least of a whole crop is above its most.
    CONTRACT_CROP_LIMITS_CROSSED(422),
    /// A plot's crop of that product is sold whole already.
    CONTRACT_CROP_TAKEN(409),
    /// A plot that is not the seller's, or none of the growers it sells for.
    CONTRACT_PLOT_NOT_THE_SELLERS(422),
    /// A price, floor or reference of zero.
    CONTRACT_PRICE_ZERO(422),
    /// The ceiling lies below the floor.
    CONTRACT_PRICE_LIMITS_CROSSED(422),
    /// A share is above 0 and at most 100 %, a part of an index at most 300 %.
    CONTRACT_SHARE_OUT_OF_RANGE(422),
    /// An index has a name and a source that both sides can look up.
    CONTRACT_INDEX_UNNAMED(422),
    /// A quote of another index proves nothing.
    CONTRACT_QUOTE_OF_ANOTHER_INDEX(422),
    /// A deposit is above zero and at most a fifth of the contract's worth (PRC Civil Code, article 586).
    CONTRACT_DEPOSIT_OUT_OF_RANGE(422),
    /// Days of notice, claim and payment lie between 0 and 180.
    CONTRACT_DAYS_OUT_OF_RANGE(422),
    /// The delivery window has passed already.
    CONTRACT_WINDOW_PAST(422),
    /// Seller, buyer, product and origin never change; that would be another contract.
    CONTRACT_PARTIES_FIXED(409),
    /// The same id stands for another contract.
    CONTRACT_ID_TAKEN(409),
    /// What is asked does not fit the state that the contract is in.
    CONTRACT_NOT_IN_THAT_STATE(409),
    /// Only the two parties act, and each for its own side.
    CONTRACT_NOT_A_PARTY(409),
    /// The terms changed since they were read. Nobody signs what they have not seen.
    CONTRACT_TERMS_CHANGED(409),
    /// This side has signed these terms already.
    CONTRACT_ALREADY_SIGNED(409),
    /// One person cannot bind both sides.
    CONTRACT_ONE_PERSON_BOTH_SIDES(409),
    /// Part of the offer behind it is promised to somebody else.
    CONTRACT_OFFER_COMMITTED(409),
    /// Part of the demand behind it is already under contract.
    CONTRACT_DEMAND_COMMITTED(409),
    /// A contract is closed when its window has passed.
    CONTRACT_WINDOW_NOT_OVER(409),
    /// Saying why is part of cancelling, ending and amending.
    CONTRACT_REASON_MISSING(422),

    /// More than what remains with the tolerance.
    CALL_OFF_EXCEEDS_REMAINING(409),
    /// The place is none of the contract's.
    CALL_OFF_PLACE_UNKNOWN(422),
    /// The week lies outside the delivery window.
    CALL_OFF_OUTSIDE_WINDOW(422),
    /// The notice agreed in the contract has passed for that week.
    CALL_OFF_TOO_LATE(409),
    /// Nothing is called off for that week that is not sent already. Argument: the week.
    SENDING_WITHOUT_CALL_OFFS(409),
    /// What lies good and free at that place is too little. Argument: the mass that is missing.
    SENDING_WITHOUT_GOODS(409),
    /// A call for nothing.
    CALL_OFF_ZERO(422),
    /// It is withdrawn already.
    CALL_OFF_ALREADY_WITHDRAWN(409),
    /// The same id stands for another call-off.
    CALL_OFF_ID_TAKEN(409),

    /// One amendment at a time: the open one is agreed, refused or withdrawn first.
    AMENDMENT_ALREADY_OPEN(409),
    /// The amendment is settled already.
    AMENDMENT_NOT_OPEN(409),
    /// Who proposes an amendment cannot agree to it for the other side.
    AMENDMENT_OWN(409),
    /// Only who proposed it takes it back.
    AMENDMENT_NOT_OWN(409),
    /// Less than what was already called off.
    AMENDMENT_BELOW_CALLED_OFF(409),
    /// The proposed terms are the terms in force.
    AMENDMENT_CHANGES_NOTHING(422),

    /// No more goes than was called off, with the tolerance. Arguments: wanted, left.
    DELIVERY_EXCEEDS_CALL_OFF(409),
    /// The lots of a consignment are named once each and add up to it. Arguments: sum, mass.
    DELIVERY_LOTS_DIFFER(422),
    /// A lot under a contract is of its product and origin, and of its grade or better.
    DELIVERY_LOT_NOT_OF_CONTRACT(422),
    /// Growers are settled once for an invoice, by one fee.
    GROWERS_SETTLED(409),
    /// None of the goods were sold on a grower's behalf.
    NOBODY_TO_SETTLE(409),
    /// Goods for the call-off have left already.
    CALL_OFF_ON_ITS_WAY(409),
    /// A ticket under a contract is of its seller, product and origin, and of its grade or better.
    TICKET_NOT_OF_CONTRACT(422),
    /// More than what the contract still covers with its tolerance. Arguments: weighed, covered.
    WEIGHED_BEYOND_CONTRACT(409),

    /// No more is received than is owed, and something is. Arguments: received, open.
    INVOICE_PAYMENT_EXCEEDS(422),
    /// What a ticket owes is paid out with the grower's slip, not entered here; and nobody pays what is
    /// void.
    INVOICE_NOT_TO_PAY(409),
    /// Money came in before now, and within a year. Arguments: first, last day.
    INVOICE_PAYMENT_DATE(422),
    /// The same id stands for another payment.
    INVOICE_PAYMENT_ID_TAKEN(409),

    /// No more is received than is due. Arguments: received, due.
    DEPOSIT_EXCEEDS_DUE(422),
    /// No more is given away than is held. Arguments: wanted, held.
    DEPOSIT_EXCEEDS_HELD(409),
    /// A deposit is forfeit when the contract ended because the buyer called off too little.
    DEPOSIT_NOT_FORFEIT(409),
    /// The same id stands for another entry.
    DEPOSIT_ENTRY_ID_TAKEN(409);

    private final int status;

    TradeRule(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
