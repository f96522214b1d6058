package org.farmgate.trade.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.product.ProductId;
import org.farmgate.trade.Demand;
import org.farmgate.trade.DemandId;
import org.farmgate.trade.DemandListing;
import org.farmgate.trade.DemandQuery;
import org.farmgate.trade.Demands;
import org.farmgate.trade.ShipTo;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Demands by JSON.
@RestController
@RequestMapping("/api/v1/demands")
@Needs({Right.SEE_DEMAND, Right.POST_DEMAND, Right.PLAN_SEASON})
class DemandApi {
    private final Demands demands;

    DemandApi(Demands demands) {
        this.demands = demands;
    }

    /// A mass for one place.
    record Place(@Nullable String site, @Nullable Long massGrams) {}

    /// What is sent to post or change a demand.
    ///
    /// @param id made by the client, so that the same request sent twice posts one demand
    /// @param firstWeek such as `2027-W29`
    /// @param version the version that was seen, when changing
    record Wanted(
            @Nullable String id,
            @Nullable String product,
            @Nullable Integer minimumGrade,
            @Nullable String firstWeek,
            @Nullable String lastWeek,
            @Nullable Long highestFenPerTonne,
            @Nullable String reference,
            @Nullable String note,
            @Nullable List<Place> places,
            @Nullable Integer version) {
        Demand demand(Actor actor, Optional<Demand> standing) {
            Map<String, String> texts = new LinkedHashMap<>();
            put(texts, "id", id);
            put(texts, "product", product);
            put(texts, "minimumGrade", minimumGrade);
            put(texts, "firstWeek", firstWeek);
            put(texts, "lastWeek", lastWeek);
            put(texts, "highestFenPerTonne", highestFenPerTonne);
            put(texts, "reference", reference);
            put(texts, "note", note);
            var fields = new Fields(texts);
            DemandId demand = standing.map(Demand::id)
                    .orElseGet(() -> fields.optional("id", f -> f.id("id", DemandId::new))
                            .orElseGet(DemandId::next));
            ProductId wantedProduct =
                    standing.map(Demand::product).orElseGet(() -> fields.id("product", ProductId::new));
            Long grade = fields.number("minimumGrade", 1, 9);
            Long price = fields.number("highestFenPerTonne", 1, Price.GREATEST_FEN_PER_TONNE);
            IsoWeek first = fields.week("firstWeek");
            IsoWeek last = fields.week("lastWeek");
            String kept = fields.optionalText("note", Demand.LONGEST_NOTE).orElse("");
            String own =
                    fields.optionalText("reference", Demand.LONGEST_REFERENCE).orElse("");
            List<ShipTo> shipTo = shipTo(fields);
            fields.check();
            return Demand.wanted(
                            demand,
                            standing.map(Demand::buyer).orElse(actor.organisation()),
                            wantedProduct,
                            Math.toIntExact(grade),
                            new WeekSpan(first, last),
                            new Price(price),
                            shipTo,
                            standing.map(Demand::reference).orElse(own),
                            kept)
                    .asVersion(version == null ? 1 : version);
        }

        private List<ShipTo> shipTo(Fields fields) {
            List<ShipTo> wanted = new ArrayList<>();
            List<Place> told = places == null ? List.of() : places;
            for (int i = 0; i < told.size(); i++) {
                Map<String, String> texts = new LinkedHashMap<>();
                put(texts, "site", told.get(i).site());
                put(texts, "massGrams", told.get(i).massGrams());
                var place = new Fields(texts);
                SiteId site = place.id("site", SiteId::new);
                Long grams = place.number("massGrams", 1, Mass.GREATEST_GRAMS);
                for (var error : place.errors())
                    fields.wrong(
                            "places[" + i + "]." + error.field(),
                            error.code(),
                            error.arguments().toArray());
                if (site != null && grams != null) wanted.add(new ShipTo(site, new Mass(grams)));
            }
            return wanted;
        }

        private static void put(Map<String, String> texts, String name, @Nullable Object value) {
            if (value != null) texts.put(name, value.toString());
        }
    }

    /// @param highestFenPerTonne only for the buyer and planners
    record View(
            DemandId id,
            String buyer,
            String product,
            int minimumGrade,
            String firstWeek,
            String lastWeek,
            @Nullable Long highestFenPerTonne,
            String reference,
            long wantedGrams,
            @Nullable Long committedGrams,
            boolean open,
            @Nullable Integer version,
            @Nullable List<PlaceView> places,
            @Nullable Instant postedAt) {}

    record PlaceView(String site, long massGrams, long leftGrams) {}

    @GetMapping
    Slice<View> list(Actor actor, Paging paging, @RequestParam(defaultValue = "OPEN") DemandQuery.Show show) {
        return demands.search(actor, new DemandQuery(paging, show, Optional.empty()))
                .map(demand -> listed(actor, demand));
    }

    private static View listed(Actor actor, DemandListing demand) {
        return new View(
                demand.id(),
                demand.buyer().toString(),
                demand.product().toString(),
                demand.minimumGrade(),
                demand.window().first().toString(),
                demand.window().last().toString(),
                Demands.seesHighestPrice(actor, demand.buyer())
                        ? demand.highestDelivered().fenPerTonne()
                        : null,
                demand.reference(),
                demand.wanted().grams(),
                demand.committed().grams(),
                !demand.withdrawn(),
                null,
                null,
                demand.postedAt());
    }

    @GetMapping("/{id}")
    View get(Actor actor, @PathVariable DemandId id) {
        Demand demand = demands.get(actor, id);
        Map<SiteId, Mass> left = new LinkedHashMap<>();
        demands.stillWanted(actor, id).forEach(place -> left.put(place.site(), place.mass()));
        long leftGrams = left.values().stream().mapToLong(Mass::grams).sum();
        return new View(
                id,
                demand.buyer().toString(),
                demand.product().toString(),
                demand.minimumGrade(),
                demand.window().first().toString(),
                demand.window().last().toString(),
                Demands.seesHighestPrice(actor, demand.buyer())
                        ? demand.highestDelivered().fenPerTonne()
                        : null,
                demand.reference(),
                demand.wanted().grams(),
                demand.wanted().grams() - leftGrams,
                demand.isOpen(),
                demand.version(),
                demand.shipTo().stream()
                        .map(place -> new PlaceView(
                                place.site().toString(),
                                place.mass().grams(),
                                left.getOrDefault(place.site(), Mass.ZERO).grams()))
                        .toList(),
                null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Right.POST_DEMAND)
    View post(Actor actor, @RequestBody Wanted wanted) {
        return get(
                actor,
                demands.post(actor, wanted.demand(actor, Optional.empty())).id());
    }

    @PutMapping("/{id}")
    @Needs(Right.POST_DEMAND)
    View change(Actor actor, @PathVariable DemandId id, @RequestBody Wanted wanted) {
        Demand standing = demands.get(actor, id);
        return get(
                actor,
                demands.change(actor, wanted.demand(actor, Optional.of(standing)))
                        .id());
    }

    /// Why it is withdrawn.
    record Reason(@Nullable String reason) {}

    @PostMapping("/{id}/withdrawal")
    @Needs(Right.POST_DEMAND)
    View withdraw(Actor actor, @PathVariable DemandId id, @RequestBody Reason why) {
        var fields = new Fields(Map.of("reason", why.reason() == null ? "" : why.reason()));
        String reason = fields.text("reason", 300);
        fields.check();
        demands.withdraw(actor, id, reason);
        return get(actor, id);
    }
}
