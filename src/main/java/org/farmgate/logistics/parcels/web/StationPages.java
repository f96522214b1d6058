package org.farmgate.logistics.parcels.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.logistics.parcels.NetworkLink;
import org.farmgate.logistics.parcels.Next;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelKey;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.logistics.parcels.ParcelQuery;
import org.farmgate.logistics.parcels.ParcelStage;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.parcels.ScanKind;
import org.farmgate.logistics.parcels.Scans;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What lies at one's sites, and the field to scan into.
@Controller
@Needs(Right.HANDLE_PARCELS)
class StationPages {
    private static final int ROWS = 20;

    private final Parcels parcels;
    private final Scans scans;
    private final ParcelNetwork network;
    private final Sites sites;
    private final ParcelNaming naming;
    private final ScanForms forms;
    private final Clock clock;

    StationPages(
            Parcels parcels,
            Scans scans,
            ParcelNetwork network,
            Sites sites,
            ParcelNaming naming,
            ScanForms forms,
            Clock clock) {
        this.parcels = parcels;
        this.scans = scans;
        this.network = network;
        this.sites = sites;
        this.naming = naming;
        this.forms = forms;
        this.clock = clock;
    }

    /// One's sites; whoever has one alone comes straight to it. `q` looks a number up at all of them.
    @GetMapping("/parcels")
    String all(Actor actor, Paging paging, Model model) {
        List<Site> own = sites.byIds(network.handledBy(actor)).values().stream()
                .sorted(Comparator.comparing(Site::kind, Comparator.reverseOrder())
                        .thenComparing(Site::name))
                .toList();
        if (own.size() == 1 && paging.search().isEmpty())
            return "redirect:/parcels/at/" + own.getFirst().id();
        Slice<Parcel> found = paging.search().isEmpty()
                ? Slice.of(List.of(), paging, 0)
                : parcels.search(actor, new ParcelQuery(paging, Optional.empty(), Set.of()));
        model.addAttribute(
                "page", new StationPage.All(own, paging.search(), found, naming.ofParcels(found.rows(), List.of())));
        return "logistics/parcels/stations";
    }

    /// `stage`: which parcels are listed; `kind`: what a scan is to say.
    @GetMapping("/parcels/at/{site}")
    String station(
            Actor actor,
            @PathVariable SiteId site,
            @RequestParam(required = false) Optional<ParcelStage> stage,
            @RequestParam(required = false) Optional<ScanKind> kind,
            Paging paging,
            Model model) {
        return page(actor, site, stage, kind.orElse(ScanKind.IN), paging, Optional.empty(), model);
    }

    /// `code`, `kind`, `scan`, `at`. The answer stands in the page.
    @PostMapping("/parcels/at/{site}/scans")
    String scan(Actor actor, @PathVariable SiteId site, Fields fields, Shell shell, Model model) {
        ScanKind kind = StationPage.KINDS.stream()
                .filter(one -> one.name().equals(fields.raw("kind")))
                .findFirst()
                .orElse(ScanKind.IN);
        ScanView answer = forms.answer(
                fields, shell, sent -> scans.record(actor, forms.read(sent, site, kind, Optional.empty())));
        return page(actor, site, Optional.empty(), kind, Paging.first(), Optional.of(answer), model);
    }

    private String page(
            Actor actor,
            SiteId id,
            Optional<ParcelStage> stage,
            ScanKind kind,
            Paging asked,
            Optional<ScanView> answer,
            Model model) {
        Paging paging = new Paging(asked.page(), ROWS, asked.search());
        Slice<Parcel> rows = parcels.search(
                actor,
                new ParcelQuery(paging, Optional.of(id), stage.map(Set::of).orElse(Set.of())));
        Map<ParcelKey, Next> next = network.next(rows.rows());
        List<SiteId> named = new ArrayList<>(List.of(id));
        next.values().forEach(one -> {
            if (one instanceof Next.To(SiteId to)) named.add(to);
        });
        Optional<NetworkLink> link = network.find(id);
        Optional<SiteId> parent = link.flatMap(NetworkLink::parent);
        boolean sorts = link.stream()
                .flatMap(one -> network.ofCounty(one.county()).stream())
                .anyMatch(other -> other.parent().equals(Optional.of(id)));
        parent.ifPresent(named::add);
        ParcelNames names = naming.ofParcels(rows.rows(), named);
        Site site = sites.get(id);
        model.addAttribute(
                "page",
                new StationPage(
                        site,
                        parent.map(names.sites()::get),
                        sorts,
                        kind,
                        answer,
                        stage,
                        rows,
                        next,
                        names,
                        clock.instant()));
        return "logistics/parcels/station";
    }
}
