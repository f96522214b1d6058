package org.farmgate.shop;

import org.farmgate.measure.Mass;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.SellableId;

/// What the intake must know of a listing: its unchanging side, and the terms of one version.
record Offered(ListingId listing, PartyId seller, SellableId sellable, Mass pack, ListingTerms terms) {}
