package org.farmgate.shop.web;

import java.util.List;
import java.util.Map;
import org.farmgate.place.RegionChoices;
import org.farmgate.platform.web.FormErrors;

/// Whom it goes to and how it is paid.
///
/// @param key made once for this cart: sent twice it is still one order
/// @param ways of paying, by the provider's code
public record CheckoutPage(
        CartPage cart, String key, List<RegionChoices.Group> regions, Map<String, String> ways, FormErrors errors) {}
