package org.farmgate.logistics.parcels.web;

import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.parcels.carrier.OutsideCarrier;
import org.farmgate.platform.web.FormErrors;

/// One outside carrier.
///
/// @param secret shown this once, just after it was made
/// @param keeps whether they may change it
public record CarrierPage(OutsideCarrier carrier, Optional<String> secret, boolean keeps, FormErrors errors) {
    /// All of them, and what is needed to register another.
    public record All(List<OutsideCarrier> carriers, String id, boolean keeps, FormErrors errors) {}

    public String events() {
        return "/api/v1/carriers/" + carrier.id() + "/events";
    }

    public static String tone(OutsideCarrier.State state) {
        return switch (state) {
            case OPEN -> "good";
            case CLOSED -> "";
        };
    }
}
