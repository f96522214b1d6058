package org.farmgate.payment;

import java.util.UUID;
import org.farmgate.platform.Id;

/// One payment, as officers and its provider know it; made by the client, so that opening twice is once.
public record PaymentId(UUID value) implements Id {
    public static PaymentId next() {
        return new PaymentId(Id.next());
    }

    public static PaymentId of(String text) {
        return new PaymentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
