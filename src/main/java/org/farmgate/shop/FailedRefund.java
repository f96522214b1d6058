package org.farmgate.shop;

import java.time.Instant;
import org.farmgate.measure.Money;
import org.farmgate.payment.RefundId;

/// Money that was to go back to the buyer and that the provider refused to give back.
public record FailedRefund(RefundId id, Money amount, Instant at) {}
