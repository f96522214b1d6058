package org.farmgate.place.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farmgate.place.Division;
import org.farmgate.place.DivisionId;
import org.farmgate.place.Divisions;
import org.farmgate.place.Region;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
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

/// Organisations across regions for people.
@Controller
@Needs
class DivisionPages {
    private final Divisions divisions;
    private final Regions regions;
    private final PlaceForms forms;

    DivisionPages(Divisions divisions, Regions regions, PlaceForms forms) {
        this.divisions = divisions;
        this.regions = regions;
        this.forms = forms;
    }

    @GetMapping("/divisions")
    String list(Paging paging, Model model) {
        model.addAttribute("page", new DivisionsPage(divisions.search(paging), paging.search()));
        return "place/divisions";
    }

    @GetMapping("/divisions/{id}")
    String show(@PathVariable DivisionId id, @RequestParam(defaultValue = "") String done, Model model) {
        Division division = divisions.get(id);
        model.addAttribute("page", new DivisionPage(division, lies(division), done));
        return "place/division";
    }

    @GetMapping("/divisions/new")
    @Needs(Right.MANAGE_PLACES)
    String fresh(Shell shell, Model model) {
        return form(Optional.empty(), FormErrors.none(), shell, model);
    }

    @PostMapping("/divisions")
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
                    Division division = forms.division(fields, PlaceForms.id(fields, DivisionId::new));
                    return "redirect:/divisions/"
                            + divisions.register(actor, division).id() + "?done=registered";
                },
                errors -> form(Optional.empty(), errors, shell, model));
    }

    @GetMapping("/divisions/{id}/edit")
    @Needs(Right.MANAGE_PLACES)
    String edit(@PathVariable DivisionId id, Shell shell, Model model) {
        Division division = divisions.get(id);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("code", division.code());
        values.put("nameEn", division.name().english());
        values.put("nameZh", division.name().chinese());
        values.put("nameUg", division.name().uyghur());
        values.put("regions", lies(division).stream().map(Region::code).collect(Collectors.joining("\n")));
        return form(Optional.of(division), FormErrors.startingWith(values), shell, model);
    }

    @PostMapping("/divisions/{id}")
    @Needs(Right.MANAGE_PLACES)
    String amend(
            Actor actor,
            @PathVariable DivisionId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Division before = divisions.get(id);
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    divisions.amend(actor, forms.division(fields, id));
                    return "redirect:/divisions/" + id + "?done=amended";
                },
                errors -> form(Optional.of(before), errors, shell, model));
    }

    private List<Region> lies(Division division) {
        return regions.byIds(division.regions()).values().stream()
                .sorted(java.util.Comparator.comparing(Region::kind).thenComparing(Region::code))
                .toList();
    }

    private static String form(Optional<Division> division, FormErrors errors, Shell shell, Model model) {
        model.addAttribute(
                "page",
                new FormPage(
                        division.map(d -> d.id().toString()),
                        division.map(d -> d.name().in(shell.locale())).orElse(""),
                        errors,
                        Map.of()));
        return "place/divisionForm";
    }
}
