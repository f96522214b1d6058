package org.farmgate.ledger;

/// What a piece of work does to one account.
///
/// @param debitFen what is debited, 0 or more
/// @param creditFen what is credited, 0 or more
/// @param heldFen how much more, or less, is set aside
/// @param covered whether afterwards no more may be set aside than there is, where the kind watches its holds
record TotalChange(AccountKey account, long debitFen, long creditFen, long heldFen, boolean covered) {
    static TotalChange debit(AccountKey account, long fen) {
        return new TotalChange(account, fen, 0, 0, false);
    }

    static TotalChange credit(AccountKey account, long fen) {
        return new TotalChange(account, 0, fen, 0, false);
    }

    static TotalChange held(AccountKey account, long fen) {
        return new TotalChange(account, 0, 0, fen, true);
    }

    TotalChange and(TotalChange other) {
        return new TotalChange(
                account,
                Math.addExact(debitFen, other.debitFen),
                Math.addExact(creditFen, other.creditFen),
                Math.addExact(heldFen, other.heldFen),
                covered || other.covered);
    }
}
