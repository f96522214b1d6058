package org.farmgate.logistics.parcels.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.logistics.parcels.Next;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.logistics.parcels.ParcelStep;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.parcels.Track;
import org.farmgate.logistics.parcels.carrier.CarrierBookings;
import org.farmgate.logistics.parcels.carrier.OutsideCarrier;
import org.farmgate.logistics.parcels.carrier.OutsideCarriers;
import org.farmgate.logistics.parcels.label.TrackingNumbers;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.web.FormErrors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Puts a parcel's page together, also for those that show it again with an error.
@Component
class ParcelViews {
    static final int MOST_LABELS = 100;

    private final Parcels parcels;
    private final ParcelNetwork network;
    private final WayAhead ways;
    private final CarrierBookings bookings;
    private final OutsideCarriers carriers;
    private final TrackingNumbers numbers;
    private final ParcelNaming naming;

    ParcelViews(
            Parcels parcels,
            ParcelNetwork network,
            WayAhead ways,
            CarrierBookings bookings,
            OutsideCarriers carriers,
            TrackingNumbers numbers,
            ParcelNaming naming) {
        this.parcels = parcels;
        this.network = network;
        this.ways = ways;
        this.bookings = bookings;
        this.carriers = carriers;
        this.numbers = numbers;
        this.naming = naming;
    }

    String show(Actor actor, ParcelId id, FormErrors errors, Model model) {
        Parcel parcel = parcels.see(actor, id);
        Track track = parcels.track(parcel.sscc()).orElseThrow();
        List<ParcelStep> trail = parcels.trail(actor, id);
        List<SiteId> ahead =
                track.toSite().map(goal -> ways.between(track.site(), goal)).orElse(List.of());
        Next next = parcels.next(parcel);
        Set<SiteId> named = new HashSet<>(ahead);
        trail.forEach(step -> named.add(step.site()));
        if (next instanceof Next.To(SiteId site)) named.add(site);
        model.addAttribute(
                "page",
                new ParcelPage(
                        parcel,
                        numbers.number(parcel.sscc()),
                        numbers.path(parcel.sscc()),
                        parcels.unseal(actor, id),
                        next,
                        network.handledBy(actor).contains(parcel.state().site()),
                        WayStop.of(track, ahead),
                        trail,
                        bookings.of(actor, id),
                        carriers.list(actor).stream()
                                .collect(Collectors.toMap(OutsideCarrier::id, Function.identity())),
                        naming.ofParcels(List.of(parcel), named),
                        errors));
        return "logistics/parcels/parcel";
    }
}
