package org.farmgate.place.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.place.Distances;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionTexts;
import org.farmgate.place.Regions;
import org.farmgate.place.Road;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How far it is, and the road distances that are known.
@Controller
@Needs
class DistancePages {
    private final Distances distances;
    private final Regions regions;
    private final RegionTexts texts;

    DistancePages(Distances distances, Regions regions, RegionTexts texts) {
        this.distances = distances;
        this.regions = regions;
        this.texts = texts;
    }

    @GetMapping("/distances")
    String show(
            Paging paging,
            Fields query,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") String done,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        if (query.isEmpty("from") && query.isEmpty("to"))
            return shown(paging, FormErrors.none(), Optional.empty(), done, model);
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    RegionId from = query.read("from", texts::read);
                    RegionId to = query.read("to", texts::read);
                    query.check();
                    var answer = new DistancesPage.Answer(
                            regions.get(from), regions.get(to), distances.between(from, to), distances.road(from, to));
                    return shown(paging, FormErrors.startingWith(typed), Optional.of(answer), done, model);
                },
                errors -> shown(paging, errors, Optional.empty(), done, model));
    }

    @GetMapping("/distances/new")
    @Needs(Right.MANAGE_PLACES)
    String fresh(Model model) {
        return form(FormErrors.none(), model);
    }

    private static String form(FormErrors errors, Model model) {
        model.addAttribute("page", new FormPage(Optional.empty(), "", errors, Map.of()));
        return "place/roadForm";
    }

    @PostMapping("/distances")
    @Needs(Right.MANAGE_PLACES)
    String record(
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
                    RegionId from = fields.read("from", texts::read);
                    RegionId to = fields.read("to", texts::read);
                    Long kilometres = fields.number("kilometres", 1, Road.GREATEST_METRES / 1000);
                    String source = fields.text("source", 200);
                    fields.check();
                    distances.record(actor, from, to, kilometres * 1000, source);
                    return "redirect:/distances?done=recorded&from=" + from + "&to=" + to;
                },
                errors -> form(errors, model));
    }

    @PostMapping("/distances/removal")
    @Needs(Right.MANAGE_PLACES)
    String forget(Actor actor, Fields fields) {
        RegionId from = fields.id("from", RegionId::new);
        RegionId to = fields.id("to", RegionId::new);
        fields.check();
        distances.forget(actor, from, to);
        return "redirect:/distances?done=removed";
    }

    private String shown(
            Paging paging, FormErrors question, Optional<DistancesPage.Answer> answer, String done, Model model) {
        Slice<Road> roads = distances.roads(paging);
        Set<RegionId> named = new HashSet<>();
        roads.rows().forEach(road -> named.addAll(Set.of(road.from(), road.to())));
        model.addAttribute(
                "page", new DistancesPage(roads, regions.byIds(named), paging.search(), question, answer, done));
        return "place/distances";
    }
}
