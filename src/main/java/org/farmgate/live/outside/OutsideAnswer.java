package org.farmgate.live.outside;

import java.util.List;
import org.farmgate.platform.RuleBroken;
import org.farmgate.shop.OrderId;

/// What is answered of one outside order, at once and for good.
public sealed interface OutsideAnswer {
    String number();

    /// @param orders ours, one for each county its goods come from
    /// @param before whether it had been taken by an earlier request
    record Taken(String number, List<OrderId> orders, boolean before) implements OutsideAnswer {}

    /// Nothing of it was taken: the other platform must tell its buyer.
    record Refused(String number, RuleBroken why) implements OutsideAnswer {}

    /// Its goods are on sale again, if any were set aside.
    record Cancelled(String number) implements OutsideAnswer {}
}
