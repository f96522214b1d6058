package org.farmgate.payment.providers;

/// The provider could not be reached, answered nonsense, or answered without a signature that holds. What it thinks
/// of the matter is unknown; it is asked again later.
public class ProviderSilent extends RuntimeException {
    public ProviderSilent(String provider, Throwable cause) {
        super(provider + ": " + cause.getMessage(), cause);
    }

    public ProviderSilent(String provider, String why) {
        super(provider + ": " + why);
    }
}
