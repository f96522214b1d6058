package org.farmgate.ledger.slip;

import org.farmgate.measure.Money;
import org.farmgate.platform.PartyId;

/// Somebody who is or was owed something.
///
/// @param owed now, whether set aside or not
public record SlipListing(PartyId holder, PartyId payee, Money owed) {}
