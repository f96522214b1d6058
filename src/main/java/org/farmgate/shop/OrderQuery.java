package org.farmgate.shop;

import java.util.Optional;
import org.farmgate.platform.Paging;

/// Which orders somebody wants to see.
///
/// @param paging its search text is an order's number
/// @param mine what one bought; else what one sells
public record OrderQuery(Paging paging, Optional<OrderState> state, boolean mine) {}
