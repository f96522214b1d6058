package org.farmgate.shop.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.shop.GroupOffers;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ListingQuery;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Photo;
import org.farmgate.shop.Photos;
import org.farmgate.shop.Rating;
import org.farmgate.shop.Reviews;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Puts together what the open shop's pages show.
@Component
class ShopViews {
    /// Cards on a page: a whole number of rows of two, three and four.
    private static final int CARDS = 24;

    private static final int REVIEWS = 10;

    private final Listings listings;
    private final Photos photos;
    private final Reviews reviews;
    private final GroupOffers groups;
    private final Products products;
    private final Regions regions;
    private final ShopNames names;

    ShopViews(
            Listings listings,
            Photos photos,
            Reviews reviews,
            GroupOffers groups,
            Products products,
            Regions regions,
            ShopNames names) {
        this.listings = listings;
        this.photos = photos;
        this.reviews = reviews;
        this.groups = groups;
        this.products = products;
        this.regions = regions;
        this.names = names;
    }

    ShopPage shop(Paging paging, Fields asked, Shell shell, Cart cart) {
        Listings.OnSale sold = listings.onSale();
        Map<ProductId, Product> goods = products.byIds(sold.products());
        String family = asked.raw("family").strip();
        String product = asked.raw("product").strip();
        String origin = asked.raw("origin").strip();
        ListingQuery.Order order = asked.raw("order").equals(ListingQuery.Order.CHEAPEST_PER_KILOGRAM.name())
                ? ListingQuery.Order.CHEAPEST_PER_KILOGRAM
                : ListingQuery.Order.NEWEST;
        var cards = new Paging(paging.page(), CARDS, paging.search());
        Slice<Listing> found = listings.search(
                Optional.empty(),
                new ListingQuery(
                        cards,
                        chosen(goods, family, product),
                        named(paging.search()),
                        origin.isEmpty() ? Optional.empty() : Optional.of(region(origin)),
                        Optional.empty(),
                        order));
        return new ShopPage(
                cards(found),
                names.of(found.rows(), sold.origins(), Set.of()),
                paging.search(),
                families(goods, shell),
                productChoices(goods, family, shell),
                origins(sold.origins(), shell),
                family,
                product,
                origin,
                order,
                cart.packs());
    }

    Slice<ListingCard> cards(Slice<Listing> found) {
        Map<ListingId, Long> left = listings.left(found.rows());
        Map<ListingId, List<Photo>> pictures =
                photos.of(found.rows().stream().map(Listing::id).toList());
        Map<ListingId, Rating> ratings =
                reviews.ratings(found.rows().stream().map(Listing::id).toList());
        return found.map(one -> new ListingCard(
                one,
                left.getOrDefault(one.id(), 0L),
                pictures.getOrDefault(one.id(), List.of()).stream().findFirst(),
                Optional.ofNullable(ratings.get(one.id()))));
    }

    ListingPage listing(
            Optional<Actor> actor,
            ListingId id,
            Paging paging,
            Shell shell,
            FormErrors errors,
            HttpServletRequest request) {
        Listing one = listings.see(actor, id);
        long left = listings.left(List.of(one)).getOrDefault(id, 0L);
        List<Photo> pictures = photos.of(List.of(id)).getOrDefault(id, List.of());
        Names known = names.of(List.of(one));
        Optional<Rating> rating =
                Optional.ofNullable(reviews.ratings(List.of(id)).get(id));
        String home = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        return new ListingPage(
                one,
                left,
                pictures,
                known,
                products.grade(one.product(), one.grade()).map(Grade::name).map(shell::pick),
                StructuredData.of(shell, home, one, left, pictures, rating, known),
                CartCookie.of(request).packs(),
                actor.filter(who -> who.actsFor(one.seller()) && who.may(Right.SELL))
                        .isPresent(),
                rating,
                reviews.ofListing(actor, id, new Paging(paging.page(), REVIEWS, "")),
                groups.find(id),
                actor.filter(who -> who.may(Right.ADMINISTER)).isPresent(),
                destinations(known, one.origin()),
                errors);
    }

    private List<Region> destinations(Names known, RegionId origin) {
        return regions.all(RegionKind.PROVINCE).stream()
                .filter(province -> !known.above(origin).contains(province.id()))
                .toList();
    }

    private static Optional<Set<ProductId>> chosen(Map<ProductId, Product> goods, String family, String product) {
        if (family.isEmpty() && product.isEmpty()) return Optional.empty();
        return Optional.of(goods.values().stream()
                .filter(one -> family.isEmpty() || one.family().equals(family))
                .filter(one -> product.isEmpty() || one.id().toString().equals(product))
                .map(Product::id)
                .collect(Collectors.toSet()));
    }

    private Set<ProductId> named(String search) {
        if (search.isEmpty()) return Set.of();
        return products.search(new Paging(0, 200, search)).rows().stream()
                .map(Product::id)
                .collect(Collectors.toSet());
    }

    /// What is no id finds nothing, rather than everything.
    private static RegionId region(String text) {
        try {
            return RegionId.of(text);
        } catch (IllegalArgumentException _) {
            return new RegionId(new java.util.UUID(0, 0));
        }
    }

    static String familyName(Shell shell, String family) {
        return shell.orElse("product.family." + family, family);
    }

    private static Map<String, String> families(Map<ProductId, Product> goods, Shell shell) {
        Map<String, String> choices = new TreeMap<>();
        goods.values().forEach(one -> choices.put(one.family(), familyName(shell, one.family())));
        return choices;
    }

    private static Map<String, String> productChoices(Map<ProductId, Product> goods, String family, Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        goods.values().stream()
                .filter(one -> family.isEmpty() || one.family().equals(family))
                .sorted(java.util.Comparator.comparing(one -> shell.pick(one.name())))
                .forEach(one -> choices.put(one.id().toString(), shell.pick(one.name())));
        return choices;
    }

    private Map<String, String> origins(Set<RegionId> ids, Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        Map<RegionId, Region> known = regions.byIds(ids);
        known.values().stream()
                .sorted(java.util.Comparator.comparing(one -> shell.pick(one.name())))
                .forEach(one -> choices.put(one.id().toString(), shell.pick(one.name())));
        return choices;
    }
}
