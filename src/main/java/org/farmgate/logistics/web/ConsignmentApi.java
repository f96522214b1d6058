package org.farmgate.logistics.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentQuery;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.ConsignmentState;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.logistics.Unsealed;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.product.ProductId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Consignments for programs. Masses are grams; ids are made by the asker, and asking twice makes one
/// thing.
@RestController
@RequestMapping("/api/v1/consignments")
@Needs(Right.MOVE_GOODS)
class ConsignmentApi {

    private final Consignments consignments;
    private final ConsignmentForms forms;

    ConsignmentApi(Consignments consignments, ConsignmentForms forms) {
        this.consignments = consignments;
        this.forms = forms;
    }

    /// @param group `open`, `booked` or `done`; all otherwise
    @GetMapping
    Slice<View> list(Actor actor, Paging paging, @RequestParam(defaultValue = "all") String group) {
        Set<ConsignmentStage> stages = ConsignmentPages.GROUPS.getOrDefault(group, Set.of());
        return consignments.search(actor, new ConsignmentQuery(paging, stages)).map(View::of);
    }

    @GetMapping("/{id}")
    Opened get(Actor actor, @PathVariable ConsignmentId id) {
        return opened(actor, consignments.see(actor, id));
    }

    /// Goods of one's own from one site to another: `id`, `origin`, `from`, `to`, `massGrams`, `packages`,
    /// `firstDay`, `lastDay`.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened book(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        ConsignmentId id = fields.id("id", ConsignmentId::new);
        RegionId origin = fields.id("origin", RegionId::new);
        SiteId from = fields.id("from", SiteId::new);
        SiteId to = fields.id("to", SiteId::new);
        Long grams = fields.number("massGrams", 1, Mass.GREATEST_GRAMS);
        Long packages = fields.number("packages", 1, NewConsignment.MOST_PACKAGES);
        LocalDate first = fields.date("firstDay");
        LocalDate last = fields.date("lastDay");
        fields.check();
        return opened(
                actor,
                consignments.book(
                        actor,
                        new NewConsignment(
                                id,
                                origin,
                                actor.organisation(),
                                from,
                                new Delivery.ToSite(to),
                                new Mass(grams),
                                packages.intValue(),
                                first,
                                last,
                                NewConsignment.OWN,
                                id.value())));
    }

    /// `carrier` (a party's id) or `carrierName`, `loadedGrams` and `at` (both optional).
    @PostMapping("/{id}/hand-over")
    Opened handOver(Actor actor, @PathVariable ConsignmentId id, @RequestBody Map<String, Object> body) {
        return opened(actor, forms.handOver(actor, id, fields(body)));
    }

    /// `receiver`, `acceptedGrams` and `at` (both optional).
    @PostMapping("/{id}/delivery")
    Opened deliver(Actor actor, @PathVariable ConsignmentId id, @RequestBody Map<String, Object> body) {
        return opened(actor, forms.deliver(actor, id, fields(body)));
    }

    /// `reason`, `at` (optional).
    @PostMapping("/{id}/failure")
    Opened fail(Actor actor, @PathVariable ConsignmentId id, @RequestBody Map<String, Object> body) {
        return opened(actor, forms.fail(actor, id, fields(body)));
    }

    private Opened opened(Actor actor, Consignment one) {
        return Opened.of(one, consignments.unseal(actor, one.id()));
    }

    private static Fields fields(Map<String, Object> body) {
        return new Fields(body.entrySet().stream()
                .filter(member -> member.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, member -> String.valueOf(member.getValue()))));
    }

    record View(
            ConsignmentId id,
            String number,
            RegionId origin,
            PartyId sender,
            SiteId from,
            @Nullable SiteId toSite,
            RegionId toRegion,
            long massGrams,
            int packages,
            List<ProductId> products,
            LocalDate firstDay,
            LocalDate lastDay,
            String causeKind,
            UUID cause,
            ConsignmentStage stage,
            Instant at,
            @Nullable String carrier,
            long sentGrams,
            @Nullable Long acceptedGrams,
            @Nullable String reason) {
        static View of(Consignment one) {
            return new View(
                    one.id(),
                    one.number(),
                    one.origin(),
                    one.sender(),
                    one.from(),
                    one.toSite().orElse(null),
                    one.toRegion(),
                    one.mass().grams(),
                    one.packages(),
                    one.products(),
                    one.firstDay(),
                    one.lastDay(),
                    one.causeKind(),
                    one.cause(),
                    one.stage(),
                    one.state().at(),
                    one.state().handedOver().map(sent -> sent.to().name()).orElse(null),
                    one.sent().grams(),
                    one.state() instanceof ConsignmentState.Delivered done
                            ? done.accepted().grams()
                            : null,
                    one.state() instanceof ConsignmentState.Failed failed ? failed.reason() : null);
        }
    }

    /// @param door while it is under way
    record Opened(
            View consignment,
            Delivery.@Nullable ToDoor door,
            @Nullable String receiver) {
        static Opened of(Consignment one, Unsealed unsealed) {
            return new Opened(
                    View.of(one),
                    unsealed.door().orElse(null),
                    unsealed.receiver().orElse(null));
        }
    }
}
