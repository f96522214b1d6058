package org.farmgate.shop.web;

import java.util.List;
import java.util.Optional;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.charts.Bars;
import org.farmgate.shop.GroupOffer;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingState;
import org.farmgate.shop.Photo;
import org.farmgate.stock.Sellable;

/// A seller's own listing.
public record OwnListingPage(
        Listing listing,
        Sellable sellable,
        List<Photo> photos,
        Optional<GroupOffer> group,
        Names names,
        FormErrors errors) {
    /// A group that failed does not come back.
    public boolean mayOpen() {
        return group.filter(one -> one.state() == GroupOffer.State.FAILED).isEmpty();
    }

    public List<Bars.Bar> shares(Shell shell) {
        return ListingPage.shares(shell, listing.terms(), names::party);
    }

    public static String kind(ListingState state) {
        return switch (state) {
            case DRAFT -> "info";
            case OPEN -> "good";
            case CLOSED -> "";
        };
    }

    /// The list.
    public record All(Slice<ListingCard> rows, Names names, String search) {}
}
