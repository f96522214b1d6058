package org.farmgate.logistics.parcels.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.farmgate.logistics.parcels.Container;
import org.farmgate.logistics.parcels.ScanId;
import org.farmgate.logistics.parcels.Wave;
import org.farmgate.logistics.parcels.WaveAnswer;
import org.farmgate.logistics.parcels.WaveId;
import org.farmgate.logistics.parcels.WaveScan;
import org.farmgate.logistics.parcels.Waves;
import org.farmgate.logistics.parcels.figures.CentreFigures;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
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

/// Sorting waves: open, scan, close, print what goes on the bags.
@Controller
@Needs(Right.HANDLE_PARCELS)
class SortingPages {
    private static final int EARLIER = 10;

    private final Waves waves;
    private final CentreFigures figures;
    private final Sites sites;
    private final ParcelNaming naming;
    private final ScanForms forms;
    private final ContainerLabelling labelling;
    private final Clock clock;

    SortingPages(
            Waves waves,
            CentreFigures figures,
            Sites sites,
            ParcelNaming naming,
            ScanForms forms,
            ContainerLabelling labelling,
            Clock clock) {
        this.waves = waves;
        this.figures = figures;
        this.sites = sites;
        this.naming = naming;
        this.forms = forms;
        this.labelling = labelling;
        this.clock = clock;
    }

    @GetMapping("/parcels/at/{site}/sorting")
    String show(Actor actor, @PathVariable SiteId site, Shell shell, Model model) {
        return page(actor, site, shell.freshId(), Optional.empty(), OptionalInt.empty(), FormErrors.none(), model);
    }

    /// `id` of the wave.
    @PostMapping("/parcels/at/{site}/sorting")
    String open(
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
                    WaveId id = fields.id("id", WaveId::new);
                    fields.check();
                    waves.open(actor, id, site);
                    return "redirect:/parcels/at/" + site + "/sorting";
                },
                errors -> page(actor, site, shell.freshId(), Optional.empty(), OptionalInt.empty(), errors, model));
    }

    /// `code`, `scan`, `at`. The answer is the chute, large.
    @PostMapping("/parcels/waves/{id}/scans")
    String scan(Actor actor, @PathVariable WaveId id, Fields fields, Shell shell, Model model) {
        Wave wave = waves.see(actor, id);
        List<WaveAnswer> answered = new ArrayList<>();
        ScanView answer = forms.answer(fields, shell, sent -> {
            ScanId scan = sent.id("scan", ScanId::new);
            var at = forms.at(sent);
            sent.check();
            answered.add(waves.scan(actor, id, new WaveScan(scan, sent.raw("code"), at, Optional.empty())));
            return answered.getFirst().scan();
        });
        OptionalInt chute =
                answered.isEmpty() ? OptionalInt.empty() : answered.getFirst().chute();
        ScanView shown = chute.isPresent() ? answer.saying(String.valueOf(chute.getAsInt()), answer.big()) : answer;
        return page(actor, wave.site(), shell.freshId(), Optional.of(shown), chute, FormErrors.none(), model);
    }

    @PostMapping("/parcels/waves/{id}/closing")
    String close(Actor actor, @PathVariable WaveId id) {
        waves.close(actor, id);
        return "redirect:/parcels/waves/" + id;
    }

    @GetMapping("/parcels/waves/{id}")
    String wave(Actor actor, @PathVariable WaveId id, Model model) {
        Wave wave = waves.see(actor, id);
        if (wave.isOpen()) return "redirect:/parcels/at/" + wave.site() + "/sorting";
        List<Container> made = waves.containers(actor, id);
        List<SiteId> named = new ArrayList<>(List.of(wave.site()));
        made.forEach(one -> one.to().ifPresent(named::add));
        model.addAttribute(
                "page", new SortingPage.Closed(sites.get(wave.site()), wave, made, naming.of(named, List.of())));
        return "logistics/parcels/wave";
    }

    /// All of the wave's bags and cages on one paper.
    @GetMapping("/parcels/waves/{id}/labels")
    ResponseEntity<byte[]> labels(Actor actor, @PathVariable WaveId id) {
        return ParcelPages.pdf(labelling.print(waves.containers(actor, id)), "wave-" + id);
    }

    private String page(
            Actor actor,
            SiteId site,
            String fresh,
            Optional<ScanView> answer,
            OptionalInt now,
            FormErrors errors,
            Model model) {
        List<Wave> newest = waves.of(actor, site, new Paging(0, EARLIER, ""));
        Optional<Wave> open = newest.stream().filter(Wave::isOpen).findFirst().map(one -> waves.see(actor, one.id()));
        List<SiteId> named = new ArrayList<>(List.of(site));
        open.ifPresent(wave -> wave.chutes().forEach(chute -> chute.to().ifPresent(named::add)));
        model.addAttribute(
                "page",
                new SortingPage(
                        sites.get(site),
                        open,
                        fresh,
                        answer,
                        now,
                        newest.stream().filter(one -> !one.isOpen()).toList(),
                        figures.byHour(actor, site),
                        figures.punctuality(actor, site),
                        clock.getZone(),
                        naming.of(named, List.of()),
                        errors));
        return "logistics/parcels/sorting";
    }
}
