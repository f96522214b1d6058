package org.farmgate.logistics.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.ConsignmentStep;
import org.farmgate.logistics.Incident;
import org.farmgate.logistics.IncidentId;
import org.farmgate.logistics.Returns;
import org.farmgate.logistics.Unsealed;
import org.farmgate.logistics.trips.TripId;
import org.farmgate.party.Party;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;

/// One consignment, with what may be done about it.
///
/// @param carriers to choose from, by id
/// @param trip that has taken it, and loads it
public record ConsignmentPage(
        Consignment one,
        Unsealed unsealed,
        List<ConsignmentStep> steps,
        Names names,
        Map<String, String> carriers,
        boolean maySend,
        List<Incident> incidents,
        List<Consignment> back,
        Map<IncidentId, Boolean> maySettle,
        Optional<TripId> trip,
        FormErrors errors) {
    /// Whether something of it may go back.
    public boolean mayReturn() {
        boolean there = one.stage() == ConsignmentStage.DELIVERED
                || one.stage() == ConsignmentStage.FAILED
                        && one.state().handedOver().isPresent();
        return there
                && !one.isToDoor()
                && back.stream().allMatch(way -> way.stage() == ConsignmentStage.FAILED)
                && !one.causeKind().equals(Returns.CAUSE);
    }

    public boolean settles(Incident incident) {
        return maySettle.getOrDefault(incident.id(), false);
    }

    public boolean mayHandOver() {
        return maySend && one.stage() == ConsignmentStage.BOOKED && trip.isEmpty();
    }

    public boolean mayDeliver() {
        return one.stage() == ConsignmentStage.HANDED_OVER;
    }

    public boolean mayFail() {
        return !one.stage().isFinal();
    }

    public static String kind(ConsignmentStage stage) {
        return switch (stage) {
            case BOOKED -> "info";
            case HANDED_OVER -> "melon";
            case DELIVERED -> "good";
            case FAILED -> "bad";
        };
    }

    /// The list.
    public record Listing(Slice<Consignment> rows, String group, String search, Names names) {}

    /// Names by id, for one page. What is missing shows as a dash.
    public record Names(
            Map<PartyId, Party> parties,
            Map<SiteId, Site> sites,
            Map<RegionId, Region> regions,
            Map<ProductId, Product> products) {
        public String party(PartyId id) {
            return Optional.ofNullable(parties.get(id)).map(Party::name).orElse("–");
        }

        public String site(SiteId id) {
            return Optional.ofNullable(sites.get(id)).map(Site::name).orElse("–");
        }

        public String address(SiteId id) {
            return Optional.ofNullable(sites.get(id)).map(Site::address).orElse("");
        }

        public String region(Shell shell, RegionId id) {
            return Optional.ofNullable(regions.get(id))
                    .map(region -> shell.pick(region.name()))
                    .orElse("–");
        }

        /// A site by its name, a door by its region alone.
        public String to(Shell shell, Consignment one) {
            return one.toSite().map(this::site).orElseGet(() -> region(shell, one.toRegion()));
        }

        public String products(Shell shell, Consignment one) {
            return one.products().stream()
                    .map(id -> Optional.ofNullable(products.get(id))
                            .map(product -> shell.pick(product.name()))
                            .orElse("–"))
                    .collect(java.util.stream.Collectors.joining(", "));
        }
    }
}
