package org.farmgate.logistics.parcels.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.parcels.Container;
import org.farmgate.logistics.parcels.ContainerId;
import org.farmgate.logistics.parcels.ContainerKind;
import org.farmgate.logistics.parcels.Containers;
import org.farmgate.logistics.parcels.NetworkLink;
import org.farmgate.logistics.parcels.NewContainer;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.logistics.parcels.ScanKind;
import org.farmgate.logistics.parcels.Scans;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Bags and cages: made, filled by scan, closed, labelled.
@Controller
@Needs(Right.HANDLE_PARCELS)
class ContainerPages {
    private static final int ROWS = 20;

    private final Containers containers;
    private final Scans scans;
    private final ParcelNetwork network;
    private final Sites sites;
    private final ParcelNaming naming;
    private final ScanForms forms;
    private final ContainerLabelling labelling;

    ContainerPages(
            Containers containers,
            Scans scans,
            ParcelNetwork network,
            Sites sites,
            ParcelNaming naming,
            ScanForms forms,
            ContainerLabelling labelling) {
        this.containers = containers;
        this.scans = scans;
        this.network = network;
        this.sites = sites;
        this.naming = naming;
        this.forms = forms;
        this.labelling = labelling;
    }

    @GetMapping("/parcels/at/{site}/containers")
    String list(Actor actor, @PathVariable SiteId site, Paging paging, Shell shell, Model model) {
        return list(actor, site, paging, shell.freshId(), FormErrors.none(), model);
    }

    /// `id`, `kind`, `to` (empty for what another carrier fetches).
    @PostMapping("/parcels/at/{site}/containers")
    String make(
            Actor actor,
            @PathVariable SiteId site,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    ContainerId id = fields.id("id", ContainerId::new);
                    ContainerKind kind = fields.choice("kind", ContainerKind.class);
                    Optional<SiteId> to = fields.optional("to", one -> one.id("to", SiteId::new));
                    fields.check();
                    return "redirect:/parcels/containers/"
                            + containers
                                    .make(actor, new NewContainer(id, kind, site, to))
                                    .id();
                },
                errors -> list(actor, site, Paging.first(), shell.freshId(), errors, model));
    }

    @GetMapping("/parcels/containers/{id}")
    String one(Actor actor, @PathVariable ContainerId id, Model model) {
        return page(actor, id, Optional.empty(), FormErrors.none(), model);
    }

    /// `code`, `scan`, `at`, `kind`: PACK to put in, UNPACK to take out.
    @PostMapping("/parcels/containers/{id}/scans")
    String scan(Actor actor, @PathVariable ContainerId id, Fields fields, Shell shell, Model model) {
        Container one = containers.see(actor, id);
        ScanKind kind = fields.raw("kind").equals(ScanKind.UNPACK.name()) ? ScanKind.UNPACK : ScanKind.PACK;
        Optional<String> into = kind == ScanKind.PACK ? Optional.of(one.sscc().digits()) : Optional.empty();
        ScanView answer =
                forms.answer(fields, shell, sent -> scans.record(actor, forms.read(sent, one.site(), kind, into)));
        return page(actor, id, Optional.of(answer), FormErrors.none(), model);
    }

    @PostMapping("/parcels/containers/{id}/closing")
    String close(
            Actor actor,
            @PathVariable ContainerId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return turned(actor, id, fields, shell, response, model, () -> containers.close(actor, id));
    }

    @PostMapping("/parcels/containers/{id}/opening")
    String reopen(
            Actor actor,
            @PathVariable ContainerId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return turned(actor, id, fields, shell, response, model, () -> containers.reopen(actor, id));
    }

    private String turned(
            Actor actor,
            ContainerId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model,
            Runnable deed) {
        containers.see(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    deed.run();
                    return "redirect:/parcels/containers/" + id;
                },
                errors -> page(actor, id, Optional.empty(), errors, model));
    }

    @GetMapping("/parcels/containers/{id}/label")
    ResponseEntity<byte[]> label(Actor actor, @PathVariable ContainerId id) {
        Container one = containers.see(actor, id);
        return ParcelPages.pdf(
                labelling.print(List.of(one)), "container-" + one.sscc().digits());
    }

    private String page(Actor actor, ContainerId id, Optional<ScanView> answer, FormErrors errors, Model model) {
        Containers.Inside inside = containers.inside(actor, id);
        Container one = inside.container();
        List<SiteId> named = new ArrayList<>(List.of(one.from(), one.site()));
        one.to().ifPresent(named::add);
        inside.bags().forEach(bag -> bag.to().ifPresent(named::add));
        model.addAttribute(
                "page",
                new ContainerPage(
                        one,
                        inside.bags(),
                        inside.parcels(),
                        answer,
                        network.handledBy(actor).contains(one.site()),
                        naming.ofParcels(inside.parcels(), named),
                        errors));
        return "logistics/parcels/container";
    }

    private String list(Actor actor, SiteId site, Paging asked, String id, FormErrors errors, Model model) {
        Slice<Container> rows =
                containers.search(actor, Optional.of(site), new Paging(asked.page(), ROWS, asked.search()));
        NetworkLink here = network.find(site).orElseThrow(() -> new NotFound("site", site));
        List<NetworkLink> county = network.ofCounty(here.county());
        List<SiteId> goals = new ArrayList<>();
        here.parent().ifPresent(goals::add);
        county.stream().filter(link -> link.parent().equals(Optional.of(site))).forEach(link -> goals.add(link.site()));
        county.stream()
                .map(NetworkLink::site)
                .filter(other -> !other.equals(site) && !goals.contains(other))
                .forEach(goals::add);
        List<SiteId> named = new ArrayList<>(goals);
        rows.rows().forEach(one -> {
            named.add(one.site());
            one.to().ifPresent(named::add);
        });
        ParcelNames names = naming.of(named, List.of());
        Map<String, String> choices = new LinkedHashMap<>();
        goals.forEach(goal -> choices.put(goal.toString(), names.site(goal)));
        model.addAttribute("page", new ContainerPage.All(sites.get(site), rows, id, choices, names, errors));
        return "logistics/parcels/containers";
    }
}
