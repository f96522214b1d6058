package org.farmgate.supply;

import org.farmgate.platform.PartyId;
import org.farmgate.stock.LotId;

/// Who is paid when a lot is sold.
///
/// @param holder who has the goods: the buyer of the ticket, or the grower where there was none
/// @param payee the holder of a lot bought outright; the grower of one sold on their behalf
public record LotTitle(LotId lot, PartyId holder, Title title, PartyId payee) {}
