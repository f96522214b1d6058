package org.farmgate.shop;

/// Where a listing stands.
public enum ListingState {
    /// Only its seller sees it.
    DRAFT,
    /// Everybody may buy.
    OPEN,
    /// No longer for sale; orders go on naming it.
    CLOSED
}
