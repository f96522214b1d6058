package org.farmgate.payment.providers;

import java.util.UUID;

/// Our ids as providers take them: 32 letters and digits, no hyphens.
final class Numbers {
    private Numbers() {}

    static String of(UUID id) {
        return id.toString().replace("-", "");
    }

    /// Refuses by [CallbackRefused] what never was a number of ours.
    static UUID read(String number) {
        if (!number.matches("[0-9a-f]{32}")) throw new CallbackRefused("not a number of ours: " + number);
        return UUID.fromString(number.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }
}
