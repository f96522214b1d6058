package org.farmgate.payment.providers;

/// What came is not the provider's, or is too old: nothing of it is believed.
public class CallbackRefused extends RuntimeException {
    public CallbackRefused(String why) {
        super(why);
    }

    public CallbackRefused(String why, Throwable cause) {
        super(why, cause);
    }
}
