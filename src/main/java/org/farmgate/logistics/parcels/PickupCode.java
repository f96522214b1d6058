package org.farmgate.logistics.parcels;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import org.farmgate.place.Gs1;
import org.farmgate.platform.InputBroken;

/// Six digits by which a parcel is fetched. It is shown once, when it is made; only a keyed hash is kept.
public record PickupCode(String digits) {
    private static final Pattern SIX = Pattern.compile("[0-9]{6}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /// As a person types it. Refuses by the input error `pickup-code` of the field `pickupCode`.
    public PickupCode {
        digits = Gs1.plainDigits(digits);
        if (!SIX.matcher(digits).matches()) throw new InputBroken("pickupCode", "pickup-code");
    }

    static PickupCode random() {
        return new PickupCode(String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000)));
    }

    /// Nobody logs it by accident.
    @Override
    public String toString() {
        return "******";
    }
}
