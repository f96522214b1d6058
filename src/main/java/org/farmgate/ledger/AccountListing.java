package org.farmgate.ledger;

import org.farmgate.measure.Money;

/// An account in a list.
///
/// @param balance at the end of the day asked for, on the side on which the kind grows
/// @param held what is set aside now
public record AccountListing(AccountKey account, Money balance, Money held) {}
