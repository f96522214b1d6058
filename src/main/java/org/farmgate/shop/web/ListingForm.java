package org.farmgate.shop.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ListingTerms;
import org.farmgate.shop.ListingText;
import org.farmgate.shop.NewListing;
import org.farmgate.shop.Wanted;
import org.farmgate.stock.NewSellable;
import org.springframework.stereotype.Component;

/// Reads a listing from a form or from JSON; both use the same names.
@Component
class ListingForm {
    static final int STEPS = 3;

    private final Sites sites;
    private final SplitForm splits;

    ListingForm(Sites sites, SplitForm splits) {
        this.sites = sites;
        this.splits = splits;
    }

    NewListing draft(Actor actor, Fields fields, List<String> from) {
        ListingId id = fields.id("id", ListingId::new);
        RegionId origin = fields.id("origin", RegionId::new);
        ProductId product = fields.id("product", ProductId::new);
        Long grade = fields.number("grade", 1, 9);
        Mass pack = fields.mass("pack");
        ListingText text = text(fields);
        ListingTerms terms = terms(actor, actor.organisation(), fields, 1);
        Long packs = fields.number("packs", 1, NewSellable.MOST_PACKS);
        List<SiteId> places = sites(actor, fields, from);
        fields.check();
        return new NewListing(
                id,
                origin,
                product,
                grade.intValue(),
                pack,
                text.title(),
                text.story(),
                text.harvestedOn(),
                text.bestBefore(),
                terms,
                packs,
                places);
    }

    ListingText text(Fields fields) {
        String title = fields.text("title", Listing.LONGEST_TITLE);
        String story = fields.optionalText("story", Listing.LONGEST_STORY).orElse("");
        Optional<LocalDate> harvested = fields.optional("harvestedOn", f -> f.date("harvestedOn"));
        Optional<LocalDate> best = fields.optional("bestBefore", f -> f.date("bestBefore"));
        return new ListingText(title, story, harvested, best);
    }

    /// @param seller whose goods they are, also where the operator writes
    ///
    /// Refuses what a record would refuse only once nothing else is wrong, so that all is told at once.
    ListingTerms terms(Actor actor, PartyId seller, Fields fields, int version) {
        Money price = fields.money("price");
        List<ListingTerms.Tier> tiers = tiers(fields);
        Optional<Integer> limit = fields.optional("limit", f -> f.number("limit", 1, Wanted.MOST_PACKS))
                .map(Long::intValue);
        Split split = splits.read(actor, seller, fields);
        fields.check();
        return new ListingTerms(version, price, tiers, limit, split);
    }

    /// `tierPacks0` and `tierPrice0` and so on; an empty pair is no step.
    private static List<ListingTerms.Tier> tiers(Fields fields) {
        List<ListingTerms.Tier> tiers = new ArrayList<>();
        for (int i = 0; i < ListingTerms.MOST_TIERS; i++) {
            String packs = "tierPacks" + i;
            String price = "tierPrice" + i;
            if (fields.isEmpty(packs) && fields.isEmpty(price)) continue;
            Long from = fields.number(packs, 2, Wanted.MOST_PACKS);
            Money each = fields.money(price);
            if (from != null && each != null) tiers.add(new ListingTerms.Tier(from.intValue(), each));
        }
        return tiers;
    }

    /// Only from one's own places: whose goods lie elsewhere are somebody else's to sell.
    private List<SiteId> sites(Actor actor, Fields fields, List<String> from) {
        Set<SiteId> own = sites.operatedBy(actor.organisation());
        List<SiteId> chosen = new ArrayList<>();
        for (String text : from) {
            Optional<SiteId> site =
                    own.stream().filter(one -> one.toString().equals(text)).findFirst();
            if (site.isPresent()) chosen.add(site.get());
            else fields.wrong("sites", "no-such-choice", text);
        }
        if (from.isEmpty()) fields.wrong("sites", "missing");
        return chosen;
    }

    /// What stands, for the fields of the form.
    Map<String, String> values(Listing listing) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("version", String.valueOf(listing.terms().version()));
        values.put("title", listing.title());
        values.put("story", listing.story());
        listing.harvestedOn().ifPresent(day -> values.put("harvestedOn", day.toString()));
        listing.bestBefore().ifPresent(day -> values.put("bestBefore", day.toString()));
        values.put("price", yuan(listing.terms().price()));
        List<ListingTerms.Tier> tiers = listing.terms().tiers();
        for (int i = 0; i < tiers.size(); i++) {
            values.put("tierPacks" + i, String.valueOf(tiers.get(i).fromPacks()));
            values.put("tierPrice" + i, yuan(tiers.get(i).price()));
        }
        listing.terms().limitPerBuyer().ifPresent(most -> values.put("limit", String.valueOf(most)));
        values.putAll(splits.values(listing.terms().split()));
        return values;
    }

    static String yuan(Money money) {
        return money.inYuan().toPlainString();
    }
}
