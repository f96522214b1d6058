package org.farmgate.ledger;

/// The chart of accounts. Numbers follow the chart of China's accounting standards for enterprises where it
/// has such an account, so that an accountant finds their way.
public enum AccountKind {
    /// Notes and coins taken at a door or a till.
    CASH_IN_HAND("1001", Side.DEBIT, Guard.NONE, Parts.ANY),
    BANK("1002", Side.DEBIT, Guard.NONE, Parts.ANY),
    /// What a payment provider has taken and not yet paid out to us.
    PROVIDER_CLEARING("1012", Side.DEBIT, Guard.NONE, Parts.ANY),
    /// What the counterparty owes the holder.
    RECEIVABLE("1122", Side.DEBIT, Guard.NONE, Parts.TWO_PARTIES),
    /// Goods bought outright, at what was paid for them.
    GOODS_BOUGHT("1405", Side.DEBIT, Guard.NONE, Parts.ANY),
    /// What the holder owes the counterparty. A claw-back may make it negative; what is set aside never
    /// exceeds it.
    PAYABLE("2202", Side.CREDIT, Guard.HOLDS, Parts.TWO_PARTIES_ALONE),
    /// Deposits taken against a contract; the subject is the contract.
    DEPOSIT_HELD("2203", Side.CREDIT, Guard.ALWAYS, Parts.SUBJECT),
    /// Buyers' money between payment and delivery; the subject is the order.
    ESCROW("2241", Side.CREDIT, Guard.ALWAYS, Parts.SUBJECT),
    /// Paid out by us, not yet confirmed by the bank; the subject is the payout.
    PAYOUT_IN_TRANSIT("2242", Side.CREDIT, Guard.ALWAYS, Parts.SUBJECT),
    SALES("6001", Side.CREDIT, Guard.NONE, Parts.ANY),
    PLATFORM_FEE("6051", Side.CREDIT, Guard.NONE, Parts.ANY),
    /// What the other side of a contract paid for falling short.
    COMPENSATION("6301", Side.CREDIT, Guard.NONE, Parts.ANY),
    /// What goods that were sold had cost.
    COST_OF_SALES("6401", Side.DEBIT, Guard.NONE, Parts.ANY),
    /// Premiums to growers above the price: for quality, organic growing, fair pay.
    PREMIUM_COST("6402", Side.DEBIT, Guard.NONE, Parts.ANY),
    FREIGHT_COST("6601", Side.DEBIT, Guard.NONE, Parts.ANY),
    /// What lying in somebody's warehouse costs whoever owns the goods.
    STORAGE_COST("660102", Side.DEBIT, Guard.NONE, Parts.ANY),
    /// What banks and payment providers keep.
    PROVIDER_FEE("6603", Side.DEBIT, Guard.NONE, Parts.ANY),
    /// Fen that no rule gives to anybody.
    ROUNDING("6604", Side.DEBIT, Guard.NONE, Parts.ANY);

    /// On which side an account grows.
    public enum Side {
        DEBIT,
        CREDIT
    }

    /// What may not fall below zero: the balance less what is set aside.
    public enum Guard {
        /// Nothing is watched.
        NONE,
        /// No hold may bring it below zero; a posting may.
        HOLDS,
        /// Neither a hold nor a posting may. The database checks it again.
        ALWAYS
    }

    /// What an account of the kind must name.
    enum Parts {
        ANY,
        TWO_PARTIES,
        TWO_PARTIES_ALONE,
        SUBJECT
    }

    private final String number;
    private final Side side;
    private final Guard guard;
    private final Parts parts;

    AccountKind(String number, Side side, Guard guard, Parts parts) {
        this.number = number;
        this.side = side;
        this.guard = guard;
        this.parts = parts;
    }

    public String number() {
        return number;
    }

    public Side side() {
        return side;
    }

    public Guard guard() {
        return guard;
    }

    Parts parts() {
        return parts;
    }

    /// Accounts that many transactions touch at once keep their totals in several stripes. Where holds are
    /// watched, and between two parties, there is one: it must be seen whole, so that whoever sets a debt off
    /// and whoever repays it wait for one another.
    boolean isStriped() {
        return guard == Guard.NONE && parts == Parts.ANY;
    }
}
