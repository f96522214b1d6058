package org.farmgate.payment.providers;

/// How a refund stands with its provider.
public sealed interface Returning {
    record Done(String reference) implements Returning {}

    record UnderWay(String reference) implements Returning {}

    record Refused(String reason) implements Returning {}

    /// A person has to hand it over and say so; there is nobody to ask.
    record ByHand() implements Returning {}
}
