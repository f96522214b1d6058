package org.farmgate.payment;

import java.util.UUID;
import org.farmgate.platform.Id;

/// What lets its holder see and pay a payment, and go on to what it is for: the payer's alone. Officers and
/// providers know the payment by its [PaymentId], which leads nowhere.
public record PayKey(UUID value) implements Id {
    static PayKey next() {
        return new PayKey(UUID.randomUUID());
    }

    public static PayKey of(String text) {
        return new PayKey(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
