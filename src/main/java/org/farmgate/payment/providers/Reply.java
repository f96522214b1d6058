package org.farmgate.payment.providers;

/// What a provider gets to hear after its callback; each has words of its own for it.
public record Reply(String contentType, String body) {}
