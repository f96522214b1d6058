package org.farmgate.shop;

/// By which way an order came.
public enum Channel {
    WEB,
    API,
    SHOW,
    TILL,
    STATION,
    GROUP
}
