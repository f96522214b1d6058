package org.farmgate.shop.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Price;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Region;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.charts.Bars;
import org.farmgate.platform.web.charts.FlowMap;
import org.farmgate.shop.GroupOffer;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingState;
import org.farmgate.shop.ListingTerms;
import org.farmgate.shop.Photo;
import org.farmgate.shop.Rating;
import org.farmgate.shop.Review;

/// One listing in the shop.
///
/// @param own whether the reader sells it
/// @param destinations the provinces that goods can go to
/// @param rating empty where nobody said anything yet
public record ListingPage(
        Listing listing,
        long left,
        List<Photo> photos,
        Names names,
        Optional<String> grade,
        StructuredData data,
        int inCart,
        boolean own,
        Optional<Rating> rating,
        Slice<Review> reviews,
        Optional<GroupOffer> group,
        boolean mayHide,
        List<Region> destinations,
        FormErrors errors) {
    public boolean mayBuy() {
        return listing.state() == ListingState.OPEN && left > 0;
    }

    public Price perKilogram() {
        return ListingCard.perKilogram(listing.terms().price(), listing.pack());
    }

    public Price perKilogram(ListingTerms.Tier tier) {
        return ListingCard.perKilogram(tier.price(), listing.pack());
    }

    /// What each gets of the price of one pack.
    public List<Bars.Bar> shares(Shell shell) {
        return shares(shell, listing.terms(), names::party);
    }

    static List<Bars.Bar> shares(
            Shell shell, ListingTerms terms, Function<org.farmgate.platform.PartyId, String> names) {
        List<Split.Part> parts = terms.split().parts();
        List<Split.Portion> portions = terms.split().of(terms.price());
        return java.util.stream.IntStream.range(0, parts.size())
                .filter(i -> parts.get(i).basisPoints() > 0)
                .mapToObj(i -> new Bars.Bar(
                        shell.label("shop.share", parts.get(i).share()) + " · "
                                + names.apply(parts.get(i).party()),
                        portions.get(i).amount().fen(),
                        shell.money(portions.get(i).amount()) + " · "
                                + shell.percent(parts.get(i).basisPoints())))
                .toList();
    }

    /// The origin, and for one's bearings the places that goods go to from there.
    public List<FlowMap.Place> places(Shell shell) {
        Optional<Coordinates> from = names.onMap(listing.origin()).flatMap(Region::at);
        if (from.isEmpty()) return List.of();
        List<FlowMap.Place> places = new ArrayList<>();
        for (Region one : destinations)
            one.at().ifPresent(at -> places.add(place(one.id().toString(), shell, one, at, FlowMap.Kind.DESTINATION)));
        places.add(new FlowMap.Place(
                "origin",
                names.region(shell, listing.origin()),
                from.get().longitude(),
                from.get().latitude(),
                FlowMap.Kind.ORIGIN));
        return places;
    }

    private static FlowMap.Place place(String id, Shell shell, Region one, Coordinates at, FlowMap.Kind kind) {
        return new FlowMap.Place(id, shell.pick(one.name()), at.longitude(), at.latitude(), kind);
    }
}
