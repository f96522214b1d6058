package org.farmgate.trade;

import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.LotId;

/// What a grower gets of an invoice for goods that were sold on their behalf.
///
/// @param mass of the lot that was sent
/// @param worth the lot's part of the invoice
/// @param amount what is left of it for the grower after the seller's fee
public record GrowerPortion(LotId lot, PartyId grower, Mass mass, Money worth, Money amount) {}
