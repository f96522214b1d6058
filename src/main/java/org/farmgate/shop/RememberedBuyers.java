package org.farmgate.shop;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.MeasureBroken;
import org.farmgate.place.RegionId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.springframework.stereotype.Component;

/// Writes a buyer down for a cookie of their own device. It is sealed, so whoever finds it reads nothing, and it lies
/// nowhere else.
@Component
public class RememberedBuyers {
    private static final String PLACE = "remembered buyer";
    private static final String BETWEEN = "\u001e";

    private final Sealing sealing;

    RememberedBuyers(Sealing sealing) {
        this.sealing = sealing;
    }

    /// Letters that a cookie may hold.
    public String write(RememberedBuyer buyer) {
        Sealing.Sealed sealed = sealing.seal(
                ContactText.write(buyer.contact()) + BETWEEN + buyer.region() + BETWEEN + buyer.provider(), PLACE);
        return sealed.keyId() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.bytes());
    }

    /// Empty where it was not written here, was tampered with, or its key is gone.
    public Optional<RememberedBuyer> read(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 1) return Optional.empty();
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(dot + 1));
            if (bytes.length < 16) return Optional.empty();
            String[] parts = sealing.open(new Sealing.Sealed(text.substring(0, dot), bytes), PLACE)
                    .split(BETWEEN, -1);
            return Optional.of(
                    new RememberedBuyer(ContactText.read(parts[0]), new RegionId(UUID.fromString(parts[1])), parts[2]));
        } catch (IllegalArgumentException
                | IllegalStateException
                | RuleBroken
                | InputBroken
                | MeasureBroken
                | ArrayIndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }
}
