package org.farmgate.shop.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.ledger.Split;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Product;
import org.farmgate.product.Products;
import org.farmgate.shop.GroupOffers;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ListingQuery;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Photos;
import org.farmgate.stock.Sellables;
import org.springframework.stereotype.Component;

/// Puts together what sellers see of their listings.
@Component
class OwnListingViews {
    private static final int MOST_SITES = 200;

    private final Listings listings;
    private final Photos photos;
    private final GroupOffers groups;
    private final Sellables sellables;
    private final Products products;
    private final Sites sites;
    private final Regions regions;
    private final ShopViews shop;
    private final ShopNames names;
    private final SplitForm splits;

    OwnListingViews(
            Listings listings,
            Photos photos,
            GroupOffers groups,
            Sellables sellables,
            Products products,
            Sites sites,
            Regions regions,
            ShopViews shop,
            ShopNames names,
            SplitForm splits) {
        this.listings = listings;
        this.photos = photos;
        this.groups = groups;
        this.sellables = sellables;
        this.products = products;
        this.sites = sites;
        this.regions = regions;
        this.shop = shop;
        this.names = names;
        this.splits = splits;
    }

    OwnListingPage.All all(Actor actor, Paging paging) {
        Slice<Listing> found = listings.search(Optional.of(actor), ListingQuery.ofSeller(actor.organisation(), paging));
        return new OwnListingPage.All(shop.cards(found), names.of(found.rows()), paging.search());
    }

    OwnListingPage one(Actor actor, ListingId id, FormErrors errors) {
        Listing listing = listings.own(actor, id);
        return new OwnListingPage(
                listing,
                sellables.get(listing.origin(), listing.sellable()),
                photos.of(List.of(id)).getOrDefault(id, List.of()),
                groups.find(id),
                names.of(List.of(listing)),
                errors);
    }

    /// What most sellers begin with.
    FormErrors beginning(Actor actor) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(SplitForm.field(Split.Share.GROWER), "70");
        values.put(SplitForm.field(Split.Share.COOPERATIVE), "10");
        values.put(SplitForm.field(Split.Share.FREIGHT), "15");
        values.put(
                SplitForm.field(Split.Share.FREIGHT) + ".party",
                actor.organisation().toString());
        values.put(SplitForm.field(Split.Share.PLATFORM), "5");
        values.put("grade", "1");
        return FormErrors.startingWith(values);
    }

    ListingFormPage fresh(Actor actor, Shell shell, String id, Collection<String> chosen, FormErrors errors) {
        List<Site> own = sites.ofOperator(actor.organisation(), new Paging(0, MOST_SITES, ""))
                .rows();
        Map<String, String> places = new LinkedHashMap<>();
        own.forEach(site -> places.put(site.id().toString(), site.name()));
        Map<String, String> goods = new LinkedHashMap<>();
        products.all().stream()
                .sorted(Comparator.comparing((Product one) -> shell.pick(one.name())))
                .forEach(one -> goods.put(one.id().toString(), shell.pick(one.name())));
        return new ListingFormPage(
                Optional.empty(),
                id,
                goods,
                origins(own.stream().map(Site::region).toList(), shell),
                places,
                places.size() == 1 ? places.keySet() : Set.copyOf(chosen),
                grades(shell),
                parties(actor.organisation().toString(), actor.organisationName()),
                errors);
    }

    ListingFormPage change(Listing listing, Shell shell, FormErrors errors) {
        return new ListingFormPage(
                Optional.of(listing),
                listing.id().toString(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                grades(shell),
                parties(listing.seller().toString(), names.of(List.of(listing)).party(listing.seller())),
                errors);
    }

    /// The counties that the seller's places lie in.
    private Map<String, String> origins(Collection<RegionId> of, Shell shell) {
        Set<RegionId> counties = regions.countiesOf(of).values().stream().collect(Collectors.toSet());
        Map<String, String> choices = new LinkedHashMap<>();
        regions.byIds(counties).values().stream()
                .sorted(Comparator.comparing(Region::code))
                .forEach(one -> choices.put(one.id().toString(), shell.pick(one.name())));
        return choices;
    }

    private static Map<String, String> grades(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int rank = 1; rank <= 9; rank++)
            choices.put(String.valueOf(rank), shell.t("shop.grade.rank", shell.number(rank)));
        return choices;
    }

    /// The seller may do each of these things itself.
    private Map<Split.Share, Map<String, String>> parties(String own, String ownName) {
        Map<Split.Share, Map<String, String>> choices = new EnumMap<>(Split.Share.class);
        for (Split.Share share : List.of(Split.Share.FREIGHT, Split.Share.STATION, Split.Share.HOST)) {
            Map<String, String> here = new LinkedHashMap<>();
            here.put(own, ownName);
            here.putAll(splits.choices(share));
            choices.put(share, here);
        }
        return choices;
    }
}
