package org.farmgate.logistics.parcels.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farmgate.logistics.parcels.NetworkLink;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which station belongs to which centre.
@Controller
@Needs({Right.PLAN_TRIPS, Right.HANDLE_PARCELS})
class NetworkPages {
    private static final int MOST_SITES = 500;

    private final ParcelNetwork network;
    private final Sites sites;
    private final Regions regions;

    NetworkPages(ParcelNetwork network, Sites sites, Regions regions) {
        this.network = network;
        this.sites = sites;
        this.regions = regions;
    }

    @GetMapping("/parcel-network")
    String show(Actor actor, @RequestParam(required = false) Optional<RegionId> county, Shell shell, Model model) {
        return page(actor, county, FormErrors.none(), shell, model);
    }

    /// `site`; `parent` is empty for the centre.
    @PostMapping("/parcel-network")
    String put(Actor actor, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        Optional<RegionId> county = fields.optional("county", one -> one.id("county", RegionId::new));
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    SiteId site = fields.id("site", SiteId::new);
                    Optional<SiteId> parent = fields.optional("parent", one -> one.id("parent", SiteId::new));
                    fields.check();
                    return "redirect:/parcel-network?county="
                            + network.put(actor, site, parent).county() + "&saved";
                },
                errors -> page(actor, county, errors, shell, model));
    }

    @PostMapping("/parcel-network/{site}/removal")
    String remove(
            Actor actor,
            @PathVariable SiteId site,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        RegionId county = regions.countyOf(sites.see(actor, site).region());
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    network.remove(actor, site);
                    return "redirect:/parcel-network?county=" + county;
                },
                errors -> page(actor, Optional.of(county), errors, shell, model));
    }

    private String page(Actor actor, Optional<RegionId> asked, FormErrors errors, Shell shell, Model model) {
        List<Region> counties = counties(actor);
        Region county = asked.map(regions::get)
                .or(() -> counties.stream().findFirst())
                .or(() -> regions.all(RegionKind.COUNTY).stream().findFirst())
                .orElseThrow(() -> new NotFound("region", ""));
        List<NetworkLink> links = network.ofCounty(county.id());
        Map<SiteId, Site> known =
                sites.byIds(links.stream().map(NetworkLink::site).toList());
        Map<String, String> choices = new LinkedHashMap<>();
        if (counties.size() > 1) counties.forEach(one -> choices.put(one.id().toString(), shell.pick(one.name())));
        boolean keeps = network.mayKeep(actor);
        model.addAttribute(
                "page",
                new NetworkPage(
                        county,
                        choices,
                        links.stream()
                                .filter(link -> link.parent().isEmpty())
                                .findFirst()
                                .map(top -> branch(top, links, known)),
                        keeps ? free(actor, county.id(), known.keySet()) : Map.of(),
                        named(known.values()),
                        keeps,
                        errors));
        return "logistics/parcels/network";
    }

    /// Their own first; whoever reaches more sees those that have a network.
    private List<Region> counties(Actor actor) {
        Set<RegionId> reached = actor.may(Right.HANDLE_PARCELS)
                ? network.handledBy(actor).stream()
                        .flatMap(site -> network.find(site).stream())
                        .map(NetworkLink::county)
                        .collect(Collectors.toSet())
                : Set.of();
        Stream<Region> own = actor.region().map(RegionId::new).stream()
                .flatMap(region ->
                        Optional.ofNullable(regions.countiesOf(List.of(region)).get(region)).stream())
                .map(regions::get);
        if (actor.everywhere())
            return Stream.concat(own, regions.all(RegionKind.COUNTY).stream())
                    .distinct()
                    .toList();
        return Stream.concat(own, regions.byIds(reached).values().stream().sorted(Comparator.comparing(Region::code)))
                .distinct()
                .toList();
    }

    private static NetworkPage.Branch branch(NetworkLink link, List<NetworkLink> links, Map<SiteId, Site> known) {
        return new NetworkPage.Branch(
                Objects.requireNonNull(known.get(link.site())),
                links.stream()
                        .filter(one -> one.parent().equals(Optional.of(link.site())))
                        .map(one -> branch(one, links, known))
                        .sorted(Comparator.comparing(one -> one.site().name()))
                        .toList());
    }

    private Map<String, String> free(Actor actor, RegionId county, Set<SiteId> taken) {
        List<Site> all = Stream.of(SiteKind.SORTING_CENTRE, SiteKind.STATION)
                .flatMap(kind -> sites.search(actor, new Paging(0, MOST_SITES, ""), Optional.of(kind)).rows().stream())
                .filter(site -> !site.closed() && !taken.contains(site.id()))
                .toList();
        Map<RegionId, RegionId> where =
                regions.countiesOf(all.stream().map(Site::region).collect(Collectors.toSet()));
        return named(all.stream()
                .filter(site -> county.equals(where.get(site.region())))
                .toList());
    }

    private static Map<String, String> named(Collection<Site> some) {
        Map<String, String> names = new LinkedHashMap<>();
        some.stream()
                .sorted(Comparator.comparing(Site::kind, Comparator.reverseOrder())
                        .thenComparing(Site::name))
                .forEach(site -> names.put(site.id().toString(), site.name()));
        return names;
    }
}
