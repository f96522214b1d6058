package org.farmgate.place.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.RegionTexts;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
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

/// The tree of regions for people.
@Controller
@Needs
class RegionPages {
    private final Regions regions;
    private final PlaceForms forms;

    RegionPages(Regions regions, PlaceForms forms) {
        this.regions = regions;
        this.forms = forms;
    }

    @GetMapping("/regions")
    String list(Paging paging, @RequestParam(defaultValue = "") String kind, Shell shell, Model model) {
        Optional<RegionKind> wanted = kind(kind);
        Slice<Region> found = regions.search(paging, wanted);
        Map<RegionId, Region> parents = regions.byIds(found.rows().stream()
                .flatMap(region -> region.parent().stream())
                .toList());
        model.addAttribute(
                "page",
                new RegionsPage(
                        found,
                        parents,
                        paging.search(),
                        wanted.map(Enum::name).orElse(""),
                        Choices.regionKinds(shell)));
        return "place/regions";
    }

    /// Suggestions while somebody types: the options of a datalist.
    @GetMapping("/regions/choices")
    String choices(@RequestParam Map<String, String> typed, Model model) {
        String text = typed.getOrDefault("field", "");
        String search = typed.getOrDefault(text, typed.getOrDefault("q", ""));
        List<Region> found = search.isBlank()
                ? List.of()
                : regions.search(new Paging(0, 20, search), Optional.empty()).rows();
        model.addAttribute("regions", found);
        return "place/regionOptions";
    }

    @GetMapping("/regions/{id}")
    String show(@PathVariable RegionId id, @RequestParam(defaultValue = "") String done, Model model) {
        List<Region> path = regions.path(id);
        model.addAttribute("page", new RegionPage(path.getLast(), path, regions.children(id), done));
        return "place/region";
    }

    @GetMapping("/regions/new")
    @Needs(Right.MANAGE_PLACES)
    String fresh(@RequestParam(defaultValue = "") String parent, Shell shell, Model model) {
        Map<String, String> start = parent.isEmpty() ? Map.of() : Map.of("parent", parent);
        return form(Optional.empty(), "", FormErrors.startingWith(start), shell, model);
    }

    @PostMapping("/regions")
    @Needs(Right.MANAGE_PLACES)
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
                    Region region = forms.region(fields, PlaceForms.id(fields, RegionId::new));
                    return "redirect:/regions/"
                            + regions.register(actor, region).id() + "?done=registered";
                },
                errors -> form(Optional.empty(), "", errors, shell, model));
    }

    @GetMapping("/regions/{id}/edit")
    @Needs(Right.MANAGE_PLACES)
    String edit(@PathVariable RegionId id, Shell shell, Model model) {
        Region region = regions.get(id);
        return form(Optional.of(region), "", FormErrors.startingWith(values(region, shell)), shell, model);
    }

    @PostMapping("/regions/{id}")
    @Needs(Right.MANAGE_PLACES)
    String amend(
            Actor actor,
            @PathVariable RegionId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Region before = regions.get(id);
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    regions.amend(actor, forms.region(fields, id));
                    return "redirect:/regions/" + id + "?done=amended";
                },
                errors -> form(Optional.of(before), "", errors, shell, model));
    }

    private static String form(Optional<Region> region, String none, FormErrors errors, Shell shell, Model model) {
        model.addAttribute(
                "page",
                new FormPage(
                        region.map(r -> r.id().toString()),
                        region.map(r -> r.name().in(shell.locale())).orElse(none),
                        errors,
                        Choices.regionKinds(shell)));
        return "place/regionForm";
    }

    private Map<String, String> values(Region region, Shell shell) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", region.kind().name());
        values.put("code", region.code());
        region.parent()
                .flatMap(regions::find)
                .ifPresent(parent -> values.put("parent", RegionTexts.of(parent, shell.locale())));
        values.put("nameEn", region.name().english());
        values.put("nameZh", region.name().chinese());
        values.put("nameUg", region.name().uyghur());
        region.at().ifPresent(at -> {
            values.put("latitude", String.valueOf(at.latitude()));
            values.put("longitude", String.valueOf(at.longitude()));
        });
        return values;
    }

    private static Optional<RegionKind> kind(String text) {
        return java.util.Arrays.stream(RegionKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst();
    }
}
