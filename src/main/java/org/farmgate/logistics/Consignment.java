package org.farmgate.logistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// Goods that are moved from one place to another. It knows nothing of the deal it serves but its name.
///
/// @param toSite where they go; empty when they go to somebody's door, which [Consignments#unseal] opens
/// @param toRegion that the site or the door lies in
/// @param mass as booked
/// @param handling with what its products ask for
/// @param causeKind and `cause`: what they are moved for, as [NewConsignment] says
public record Consignment(
        ConsignmentId id,
        RegionId origin,
        PartyId sender,
        SiteId from,
        Optional<SiteId> toSite,
        RegionId toRegion,
        Mass mass,
        int packages,
        List<ProductId> products,
        Handling handling,
        LocalDate firstDay,
        LocalDate lastDay,
        String causeKind,
        UUID cause,
        Instant bookedAt,
        ConsignmentState state) {
    public Consignment {
        products = List.copyOf(products);
    }

    public ConsignmentStage stage() {
        return state.stage();
    }

    public boolean isToDoor() {
        return toSite.isEmpty();
    }

    /// Who bears the freight.
    public PartyId payer() {
        return handling.payer().orElse(sender);
    }

    /// The most that can arrive: what was loaded, or is to be.
    public Mass sent() {
        return state.handedOver().map(ConsignmentState.HandedOver::loaded).orElse(mass);
    }

    /// What people call it.
    public String number() {
        return number(id);
    }

    static String number(ConsignmentId id) {
        String digits = id.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return "YS-" + digits.substring(20, 26) + "-" + digits.substring(26);
    }
}
