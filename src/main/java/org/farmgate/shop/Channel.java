package org.farmgate.shop;

/// By which way an order came.
public enum Channel {
    WEB,
    API,
    SHOW,
    TILL,
    STATION,
    GROUP,
    /// Made on another platform, which takes the money and passes it on to the seller.
    OUTSIDE
}
