package org.farmgate.payment.providers;

/// How somebody wants to pay.
///
/// @param onPhone whether the page is looked at on the device that would also hold the provider's app
/// @param address of the payer's device: one provider wants it against fraud
public record Beginning(boolean onPhone, String address) {}
