package org.farmgate.shop.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.product.ProductId;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ListingQuery;
import org.farmgate.shop.ListingTerms;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Photo;
import org.farmgate.shop.Photos;
import org.farmgate.stock.HoldingId;
import org.farmgate.stock.NewSellable;
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

/// Listings for programs. Anybody may read what is on sale; sellers keep their own. Money is in fen, masses in grams;
/// ids
/// are made by the asker, and asking twice makes one thing.
@RestController
@RequestMapping("/api/v1/listings")
class ListingApi {
    private final Listings listings;
    private final Photos photos;
    private final ListingForm form;

    ListingApi(Listings listings, Photos photos, ListingForm form) {
        this.listings = listings;
        this.photos = photos;
        this.form = form;
    }

    /// @param leftPacks what can be bought now
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            ListingId id,
            RegionId origin,
            String seller,
            ProductId product,
            int grade,
            long packGrams,
            String title,
            String story,
            @Nullable LocalDate harvestedOn,
            @Nullable LocalDate bestBefore,
            String state,
            int version,
            long priceFen,
            List<Tier> tiers,
            @Nullable Integer limitPerBuyer,
            List<Share> shares,
            long leftPacks,
            List<Picture> photos) {}

    record Tier(int fromPacks, long priceFen) {}

    record Share(String share, String party, int basisPoints) {}

    record Picture(String path, String smallPath, String words) {}

    /// @param mine of the asker's organisation, drafts and closed ones too; else all that are on sale
    @GetMapping
    @OpenToAll
    Slice<View> list(
            @Parameter(hidden = true) Optional<Actor> actor,
            Paging paging,
            @RequestParam(required = false) @Nullable ProductId product,
            @RequestParam(required = false) @Nullable RegionId origin,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "newest") String order) {
        Slice<Listing> found = listings.search(
                actor,
                new ListingQuery(
                        paging,
                        Optional.ofNullable(product).map(Set::of),
                        Set.of(),
                        Optional.ofNullable(origin),
                        mine ? actor.map(Actor::organisation) : Optional.empty(),
                        order.equals("cheapest-per-kilogram")
                                ? ListingQuery.Order.CHEAPEST_PER_KILOGRAM
                                : ListingQuery.Order.NEWEST));
        Map<ListingId, Long> left = listings.left(found.rows());
        Map<ListingId, List<Photo>> pictures =
                photos.of(found.rows().stream().map(Listing::id).toList());
        return found.map(one -> view(one, left.getOrDefault(one.id(), 0L), pictures.getOrDefault(one.id(), List.of())));
    }

    @GetMapping("/{id}")
    @OpenToAll
    View get(@Parameter(hidden = true) Optional<Actor> actor, @PathVariable ListingId id) {
        return view(listings.see(actor, id));
    }

    /// `id`, `origin`, `product`, `grade`, `packGrams`, `packs`, `sites`, `title`, `story`, `harvestedOn`,
    /// `bestBefore`,
    /// `priceFen`, `tiers` (`fromPacks`, `priceFen`), `limit`, `shares` (`share`, `party`, `basisPoints`).
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Right.SELL)
    View draft(Actor actor, @RequestBody Map<String, Object> body) {
        return view(listings.draft(actor, form.draft(actor, fields(body), texts(body.get("sites")))));
    }

    /// The words and terms as they shall be, and `version`, the one that was seen.
    @PutMapping("/{id}")
    @Needs(Right.SELL)
    View change(Actor actor, @PathVariable ListingId id, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        Listing listing = listings.own(actor, id);
        Long seen = fields.number("version", 1, Integer.MAX_VALUE);
        var text = form.text(fields);
        ListingTerms terms = form.terms(actor, listing.seller(), fields, seen == null ? 1 : seen.intValue());
        return view(listings.amend(actor, id, seen.intValue(), text, terms));
    }

    @PostMapping("/{id}/opening")
    @Needs(Right.SELL)
    View open(Actor actor, @PathVariable ListingId id) {
        return view(listings.open(actor, id));
    }

    @PostMapping("/{id}/closing")
    @Needs(Right.SELL)
    View close(Actor actor, @PathVariable ListingId id) {
        return view(listings.close(actor, id));
    }

    /// `id` of the addition and `packs`.
    @PostMapping("/{id}/packs")
    @Needs(Right.SELL)
    View addPacks(Actor actor, @PathVariable ListingId id, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        HoldingId addition = fields.id("id", HoldingId::new);
        Long packs = fields.number("packs", 1, NewSellable.MOST_PACKS);
        fields.check();
        listings.addPacks(actor, id, addition, packs);
        return view(listings.own(actor, id));
    }

    private View view(Listing one) {
        return view(
                one,
                listings.left(List.of(one)).getOrDefault(one.id(), 0L),
                photos.of(List.of(one.id())).getOrDefault(one.id(), List.of()));
    }

    private static View view(Listing one, long left, List<Photo> pictures) {
        ListingTerms terms = one.terms();
        return new View(
                one.id(),
                one.origin(),
                one.seller().toString(),
                one.product(),
                one.grade(),
                one.pack().grams(),
                one.title(),
                one.story(),
                one.harvestedOn().orElse(null),
                one.bestBefore().orElse(null),
                one.state().name().toLowerCase(Locale.ROOT),
                terms.version(),
                terms.price().fen(),
                terms.tiers().stream()
                        .map(tier -> new Tier(tier.fromPacks(), tier.price().fen()))
                        .toList(),
                terms.limitPerBuyer().orElse(null),
                terms.split().parts().stream()
                        .map(part -> new Share(
                                part.share().name().toLowerCase(Locale.ROOT),
                                part.party().toString(),
                                part.basisPoints()))
                        .toList(),
                left,
                pictures.stream()
                        .map(photo -> new Picture(photo.path(), photo.smallPath(), photo.words()))
                        .toList());
    }

    /// As the form names them: fen as yuan, basis points as percent, lists as numbered fields.
    private static Fields fields(Map<String, Object> body) {
        Map<String, String> texts = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            if (value != null && !(value instanceof List)) texts.put(name, String.valueOf(value));
        });
        yuan(body.get("priceFen"), "price", texts);
        if (body.containsKey("packGrams")) {
            texts.put("pack", String.valueOf(body.get("packGrams")));
            texts.put("packUnit", "g");
        }
        List<Map<?, ?>> tiers = members(body.get("tiers"), "tiers");
        for (int i = 0; i < tiers.size(); i++) {
            texts.put("tierPacks" + i, text(tiers.get(i).get("fromPacks")));
            yuan(tiers.get(i).get("priceFen"), "tierPrice" + i, texts);
        }
        for (Map<?, ?> share : members(body.get("shares"), "shares")) {
            String field = "share." + text(share.get("share")).toLowerCase(Locale.ROOT);
            texts.put(field, hundredths(share.get("basisPoints"), field));
            texts.put(field + ".party", text(share.get("party")));
        }
        return new Fields(texts);
    }

    private static void yuan(@Nullable Object fen, String field, Map<String, String> texts) {
        if (fen != null) texts.put(field, hundredths(fen, field + "Fen"));
    }

    /// Whole numbers only: no money is read from a fraction.
    private static String hundredths(@Nullable Object number, String field) {
        try {
            return new Money(Long.parseLong(text(number))).inYuan().toPlainString();
        } catch (NumberFormatException | org.farmgate.measure.MeasureBroken _) {
            throw new InputBroken(field, "not-a-number", text(number));
        }
    }

    private static List<Map<?, ?>> members(@Nullable Object value, String field) {
        List<Map<?, ?>> members = new ArrayList<>();
        if (value instanceof List<?> all)
            for (Object one : all)
                if (one instanceof Map<?, ?> member && members.size() <= ListingTerms.MOST_TIERS) members.add(member);
                else throw new InputBroken(field, "no-such-choice", String.valueOf(one));
        return members;
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }
}
