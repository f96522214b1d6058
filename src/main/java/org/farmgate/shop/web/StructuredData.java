package org.farmgate.shop.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.platform.web.Shell;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingState;
import org.farmgate.shop.Photo;
import org.farmgate.shop.Rating;
import tools.jackson.databind.json.JsonMapper;

/// What a search engine reads of a listing: schema.org's Product with its Offer, as JSON-LD. It is a block of data,
/// which no browser runs; nothing in it can end the block, since `<` is written as an escape.
public final class StructuredData implements Content {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String json;

    private StructuredData(Map<String, Object> data) {
        this.json = MAPPER.writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    static StructuredData of(
            Shell shell,
            String home,
            Listing listing,
            long left,
            List<Photo> photos,
            Optional<Rating> rating,
            Names names) {
        Map<String, Object> product = typed("Product");
        product.put("@context", "https://schema.org");
        product.put("@id", home + "/shop/" + listing.id());
        product.put("name", listing.title());
        if (!listing.story().isEmpty()) product.put("description", listing.story());
        product.put("sku", listing.id().toString());
        product.put("category", names.product(shell, listing.product()));
        product.put("image", photos.stream().map(photo -> home + photo.path()).toList());
        Map<String, Object> origin = typed("AdministrativeArea");
        origin.put("name", names.whole(shell, listing.origin()));
        product.put("countryOfOrigin", origin);
        listing.harvestedOn().ifPresent(day -> product.put("productionDate", day.toString()));
        Map<String, Object> weight = typed("QuantitativeValue");
        weight.put("value", listing.pack().grams());
        weight.put("unitCode", "GRM");
        product.put("weight", weight);
        rating.ifPresent(all -> {
            Map<String, Object> mean = typed("AggregateRating");
            mean.put("ratingValue", all.mean());
            mean.put("reviewCount", all.count());
            product.put("aggregateRating", mean);
        });
        product.put("offers", offer(home, listing, left, names));
        return new StructuredData(product);
    }

    private static Map<String, Object> offer(String home, Listing listing, long left, Names names) {
        Map<String, Object> offer = typed("Offer");
        offer.put("url", home + "/shop/" + listing.id());
        offer.put("price", yuan(listing.terms().price()));
        offer.put("priceCurrency", "CNY");
        boolean there = listing.state() == ListingState.OPEN && left > 0;
        offer.put("availability", there ? "https://schema.org/InStock" : "https://schema.org/SoldOut");
        Map<String, Object> level = typed("QuantitativeValue");
        level.put("value", there ? left : 0);
        offer.put("inventoryLevel", level);
        Map<String, Object> seller = typed("Organization");
        seller.put("name", names.party(listing.seller()));
        offer.put("seller", seller);
        return offer;
    }

    private static String yuan(Money money) {
        return money.inYuan().toPlainString();
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@type", type);
        return data;
    }

    public String json() {
        return json;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent("<script type=\"application/ld+json\">" + json + "</script>");
    }
}
