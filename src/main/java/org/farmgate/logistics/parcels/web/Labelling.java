package org.farmgate.logistics.parcels.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.logistics.parcels.Contact;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelPeople;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.parcels.label.ParcelLabel;
import org.farmgate.logistics.parcels.label.ParcelLabels;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.Regions;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Puts together what stands on parcels' labels.
@Component
class Labelling {
    private final Parcels parcels;
    private final WayAhead ways;
    private final ParcelNaming naming;
    private final Regions regions;
    private final ParcelLabels labels;
    private final MessageSource messages;
    private final Clock clock;

    Labelling(
            Parcels parcels,
            WayAhead ways,
            ParcelNaming naming,
            Regions regions,
            ParcelLabels labels,
            MessageSource messages,
            Clock clock) {
        this.parcels = parcels;
        this.ways = ways;
        this.naming = naming;
        this.regions = regions;
        this.labels = labels;
        this.messages = messages;
        this.clock = clock;
    }

    /// One page for each, in that order.
    byte[] print(List<Parcel> wanted) {
        Set<SiteId> named = new HashSet<>();
        wanted.forEach(one -> named.addAll(way(one)));
        ParcelNames names = naming.ofParcels(wanted, named);
        Map<RegionId, Region> areas =
                regions.withAncestors(wanted.stream().map(Parcel::toRegion).toList());
        return labels.parcels(
                wanted.stream().map(one -> label(one, names, areas)).toList());
    }

    private List<SiteId> way(Parcel one) {
        return one.goal().map(goal -> ways.between(one.takenInAt(), goal)).orElse(List.of());
    }

    private ParcelLabel label(Parcel one, ParcelNames names, Map<RegionId, Region> areas) {
        Optional<Contact> receiver = parcels.people(one).flatMap(ParcelPeople::receiver);
        List<String> stops = way(one).stream()
                .filter(site -> !site.equals(one.takenInAt()))
                .map(names::site)
                .toList();
        return new ParcelLabel(
                one.sscc(),
                goal(one, areas),
                Optional.empty(),
                stops,
                receiver.map(Contact::name)
                        .orElseGet(() -> one.toSite().map(names::site).orElse("–")),
                receiver.map(Contact::telephone).map(ParcelLabel::lastDigits).orElse(""),
                receiver.map(Contact::address).orElse(""),
                Optional.of(one.mass()),
                pickup(one, names),
                one.takenIn().atZone(clock.getZone()).toLocalDate());
    }

    /// The region with the one above it: a township's name alone stands for several.
    private static Multilingual goal(Parcel one, Map<RegionId, Region> areas) {
        List<Region> path = new ArrayList<>();
        Optional<Region> at = Optional.ofNullable(areas.get(one.toRegion()));
        while (at.isPresent() && at.get().kind() != RegionKind.COUNTRY && path.size() < 2) {
            path.addFirst(at.get());
            at = at.get().parent().map(areas::get);
        }
        if (path.isEmpty()) return same("–");
        return new Multilingual(
                joined(path, Languages.ENGLISH), joined(path, Languages.CHINESE), joined(path, Languages.UYGHUR));
    }

    private static String joined(List<Region> path, Locale language) {
        String whole = String.join(
                " ", path.stream().map(region -> region.name().in(language)).toList());
        return whole.length() <= Multilingual.LONGEST
                ? whole
                : path.getLast().name().in(language);
    }

    private Multilingual pickup(Parcel one, ParcelNames names) {
        if (one.toSite().isEmpty()) return said("parcel.next.outside");
        return one.toDoor()
                ? said("parcel.next.round")
                : same(names.site(one.toSite().get()));
    }

    private Multilingual said(String key) {
        return new Multilingual(
                said(key, Languages.ENGLISH), said(key, Languages.CHINESE), said(key, Languages.UYGHUR));
    }

    private String said(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private static Multilingual same(String words) {
        return new Multilingual(words, words, words);
    }
}
