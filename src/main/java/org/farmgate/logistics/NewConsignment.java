package org.farmgate.logistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.ProductId;

/// Goods to be moved.
///
/// @param origin the county in whose books the goods lie
/// @param sender who sends them and hands them over
/// @param mass as booked; what is loaded is weighed when they are handed over
/// @param packages boxes, sacks or pallets to count at the door
/// @param products what is in them, for the papers; may be empty
/// @param firstDay and `lastDay`: the days inside which they are moved
/// @param causeKind and `cause`: what they are moved for, in the words of the module that booked them
public record NewConsignment(
        ConsignmentId id,
        RegionId origin,
        PartyId sender,
        SiteId from,
        Delivery to,
        Mass mass,
        int packages,
        List<ProductId> products,
        Handling handling,
        LocalDate firstDay,
        LocalDate lastDay,
        String causeKind,
        UUID cause) {
    /// What goods are moved for by nobody's deal but their owner's wish.
    public static final String OWN = "own";
    public static final int MOST_PACKAGES = 1_000_000;
    public static final int MOST_PRODUCTS = 50;
    public static final int LONGEST_WINDOW_DAYS = 366;

    /// Refuses by CONSIGNMENT_WITHOUT_GOODS, CONSIGNMENT_WINDOW_WRONG.
    public NewConsignment {
        products = products.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(ProductId::value))
                .toList();
        if (mass.isZero() || packages < 1 || packages > MOST_PACKAGES || products.size() > MOST_PRODUCTS)
            throw new RuleBroken(LogisticsRule.CONSIGNMENT_WITHOUT_GOODS, MOST_PACKAGES);
        long days = ChronoUnit.DAYS.between(firstDay, lastDay);
        if (days < 0 || days > LONGEST_WINDOW_DAYS)
            throw new RuleBroken(LogisticsRule.CONSIGNMENT_WINDOW_WRONG, LONGEST_WINDOW_DAYS);
        if (!causeKind.matches("[a-z][a-z.-]{1,39}")) throw new IllegalArgumentException(causeKind);
    }

    /// Of which nobody says what is in them.
    public NewConsignment(
            ConsignmentId id,
            RegionId origin,
            PartyId sender,
            SiteId from,
            Delivery to,
            Mass mass,
            int packages,
            LocalDate firstDay,
            LocalDate lastDay,
            String causeKind,
            UUID cause) {
        this(id, origin, sender, from, to, mass, packages, List.of(), firstDay, lastDay, causeKind, cause);
    }

    /// Of goods that want nothing in particular; the sender pays.
    public NewConsignment(
            ConsignmentId id,
            RegionId origin,
            PartyId sender,
            SiteId from,
            Delivery to,
            Mass mass,
            int packages,
            List<ProductId> products,
            LocalDate firstDay,
            LocalDate lastDay,
            String causeKind,
            UUID cause) {
        this(
                id,
                origin,
                sender,
                from,
                to,
                mass,
                packages,
                products,
                Handling.PLAIN,
                firstDay,
                lastDay,
                causeKind,
                cause);
    }
}
