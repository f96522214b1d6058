package org.farmgate.payment;

/// How the payer gets to pay, as the provider answered.
public sealed interface Way {
    /// On a page of ours.
    record Page(String path) implements Way {}

    /// At an address of the provider's.
    record Redirect(String url) implements Way {}

    /// By reading this text as a QR code.
    record Qr(String text) implements Way {}

    /// Into somebody's hand.
    record ByHand() implements Way {}
}
