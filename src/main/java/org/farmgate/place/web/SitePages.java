package org.farmgate.place.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.place.Gln;
import org.farmgate.place.Operators;
import org.farmgate.place.RegionTexts;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Sites for people.
@Controller
@Needs
class SitePages {
    private final Sites sites;
    private final Regions regions;
    private final PlaceForms forms;
    private final ObjectProvider<Operators> operators;

    SitePages(Sites sites, Regions regions, PlaceForms forms, ObjectProvider<Operators> operators) {
        this.sites = sites;
        this.regions = regions;
        this.forms = forms;
        this.operators = operators;
    }

    @GetMapping("/sites")
    String list(Actor actor, Paging paging, @RequestParam(defaultValue = "") String kind, Shell shell, Model model) {
        Optional<SiteKind> wanted = Arrays.stream(SiteKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst();
        Slice<Site> found = sites.search(actor, paging, wanted);
        model.addAttribute(
                "page",
                new SitesPage(
                        found,
                        regions.byIds(found.rows().stream().map(Site::region).toList()),
                        names(found.rows().stream().map(Site::operator).toList()),
                        paging.search(),
                        wanted.map(Enum::name).orElse(""),
                        Choices.siteKinds(shell),
                        actor.may(Right.MANAGE_PLACES) || actor.may(Right.MANAGE_OWN_SITES)));
        return "place/sites";
    }

    private Map<PartyId, String> names(List<PartyId> ids) {
        return Optional.ofNullable(operators.getIfAvailable())
                .map(all -> all.names(ids))
                .orElse(Map.of());
    }

    @GetMapping("/sites/{id}")
    String show(Actor actor, @PathVariable SiteId id, @RequestParam(defaultValue = "") String done, Model model) {
        Site site = sites.see(actor, id);
        String operator = names(List.of(site.operator())).getOrDefault(site.operator(), "");
        model.addAttribute(
                "page",
                new SitePage(site, regions.path(site.region()), operator, sites.mayKeep(actor, site.operator()), done));
        return "place/site";
    }

    @GetMapping("/sites/new")
    @Needs({Right.MANAGE_OWN_SITES, Right.MANAGE_PLACES})
    String fresh(Shell shell, Model model) {
        return form(Optional.empty(), FormErrors.none(), shell, model);
    }

    @PostMapping("/sites")
    @Needs({Right.MANAGE_OWN_SITES, Right.MANAGE_PLACES})
    String register(
            Actor actor,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    Site site = forms.site(fields, PlaceForms.id(fields, SiteId::new), actor, false);
                    return "redirect:/sites/" + sites.register(actor, site).id() + "?done=registered";
                },
                errors -> form(Optional.empty(), errors, shell, model));
    }

    @GetMapping("/sites/{id}/edit")
    @Needs({Right.MANAGE_OWN_SITES, Right.MANAGE_PLACES})
    String edit(Actor actor, @PathVariable SiteId id, Shell shell, Model model) {
        Site site = sites.see(actor, id);
        return form(Optional.of(site), FormErrors.startingWith(values(site, shell)), shell, model);
    }

    @PostMapping("/sites/{id}")
    @Needs({Right.MANAGE_OWN_SITES, Right.MANAGE_PLACES})
    String amend(
            Actor actor,
            @PathVariable SiteId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Site before = sites.see(actor, id);
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    sites.amend(actor, forms.site(fields, id, actor, before.closed()));
                    return "redirect:/sites/" + id + "?done=amended";
                },
                errors -> form(Optional.of(before), errors, shell, model));
    }

    @PostMapping("/sites/{id}/closure")
    @Needs({Right.MANAGE_OWN_SITES, Right.MANAGE_PLACES})
    String close(Actor actor, @PathVariable SiteId id) {
        sites.close(actor, id);
        return "redirect:/sites/" + id + "?done=closed";
    }

    @PostMapping("/sites/{id}/reopening")
    @Needs({Right.MANAGE_OWN_SITES, Right.MANAGE_PLACES})
    String reopen(Actor actor, @PathVariable SiteId id) {
        sites.reopen(actor, id);
        return "redirect:/sites/" + id + "?done=reopened";
    }

    private static String form(Optional<Site> site, FormErrors errors, Shell shell, Model model) {
        model.addAttribute(
                "page",
                new FormPage(
                        site.map(s -> s.id().toString()),
                        site.map(Site::name).orElse(""),
                        errors,
                        Choices.siteKinds(shell)));
        return "place/siteForm";
    }

    private Map<String, String> values(Site site, Shell shell) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", site.kind().name());
        values.put("name", site.name());
        values.put("gln", site.gln().map(Gln::digits).orElse(""));
        values.put("region", RegionTexts.of(regions.get(site.region()), shell.locale()));
        values.put("latitude", String.valueOf(site.at().latitude()));
        values.put("longitude", String.valueOf(site.at().longitude()));
        values.put("operator", site.operator().toString());
        values.put("address", site.address());
        return values;
    }
}
