package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.farmgate.live.HostPermit;
import org.farmgate.live.Hosts;
import org.farmgate.live.NewShow;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
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

/// Announcing shows, changing and calling them off.
@Controller
@Needs(Right.HOLD_SHOWS)
class PlanPages {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int MOST_HOSTS = 200;

    private final Shows shows;
    private final Hosts hosts;
    private final Regions regions;
    private final ShowViews views;

    PlanPages(Shows shows, Hosts hosts, Regions regions, ShowViews views) {
        this.shows = shows;
        this.hosts = hosts;
        this.regions = regions;
        this.views = views;
    }

    @GetMapping("/shows/new")
    String fresh(Actor actor, Shell shell, Model model) {
        Map<String, String> start = new LinkedHashMap<>();
        start.put("id", shell.freshId());
        start.put("time", "20:00");
        start.put("times", "1");
        start.put("everyDays", "2");
        actor.region().ifPresent(region -> start.put("region", region.toString()));
        if (hosts.permitOf(actor.person()).isPresent())
            start.put("host", actor.person().toString());
        return form(Optional.empty(), FormErrors.startingWith(start), shell, model);
    }

    private String form(Optional<Show> show, FormErrors errors, Shell shell, Model model) {
        Map<String, String> people = views.people(hosts.list(new Paging(0, MOST_HOSTS, "")).rows().stream()
                .map(HostPermit::person)
                .toList());
        Map<String, String> counties = new LinkedHashMap<>();
        regions.all(RegionKind.COUNTY).forEach(one -> counties.put(one.id().toString(), shell.pick(one.name())));
        model.addAttribute("page", new PlanPage(show, people, counties, errors));
        return "live/plan";
    }

    @PostMapping("/shows")
    String plan(Actor actor, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> "redirect:" + shows.plan(actor, read(fields)).path() + "/line-up?planned",
                errors -> form(Optional.empty(), errors, shell, model));
    }

    private static NewShow read(Fields fields) {
        ShowId id = fields.id("id", ShowId::new);
        PartyId host = fields.id("host", PartyId::new);
        RegionId region = fields.id("region", RegionId::new);
        String title = fields.text("title", NewShow.LONGEST_TITLE);
        String words = fields.optionalText("words", NewShow.LONGEST_WORDS).orElse("");
        Instant startsAt = startsAt(fields);
        Long times = fields.number("times", 1, NewShow.Repeat.MOST_TIMES);
        Long everyDays = fields.number("everyDays", 1, NewShow.Repeat.MOST_DAYS);
        fields.check();
        return new NewShow(
                id,
                host,
                region,
                title,
                words,
                startsAt,
                times == 1
                        ? Optional.empty()
                        : Optional.of(new NewShow.Repeat(everyDays.intValue(), times.intValue())));
    }

    private static Instant startsAt(Fields fields) {
        LocalDate day = fields.date("day");
        LocalTime time = fields.read("time", PlanPages::time);
        return day == null || time == null
                ? Instant.EPOCH
                : ZonedDateTime.of(day, time, CHINA).toInstant();
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text, DateTimeFormatter.ofPattern("H:mm", Locale.ROOT));
        } catch (DateTimeParseException _) {
            throw new InputBroken("time", "no-such-time", text);
        }
    }

    private Show led(Actor actor, ShowId id) {
        Show show = shows.get(id);
        if (!Shows.leads(actor, show)) throw new NotFound("show", id);
        return show;
    }

    @GetMapping("/shows/{id}/edit")
    String edit(Actor actor, @PathVariable ShowId id, Shell shell, Model model) {
        Show show = led(actor, id);
        ZonedDateTime at = show.startsAt().atZone(CHINA);
        return form(
                Optional.of(show),
                FormErrors.startingWith(Map.of(
                        "title", show.title(),
                        "words", show.words(),
                        "day", at.toLocalDate().toString(),
                        "time",
                                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                                        .format(at))),
                shell,
                model);
    }

    @PostMapping("/shows/{id}")
    String change(
            Actor actor,
            @PathVariable ShowId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Show show = led(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    String title = fields.text("title", NewShow.LONGEST_TITLE);
                    String words =
                            fields.optionalText("words", NewShow.LONGEST_WORDS).orElse("");
                    Instant at = startsAt(fields);
                    fields.check();
                    shows.change(actor, id, title, words, at);
                    return "redirect:" + show.path() + "/line-up?saved";
                },
                errors -> form(Optional.of(show), errors, shell, model));
    }

    /// What calling it off means, before it is done.
    @GetMapping("/shows/{id}/cancellation")
    String asked(Actor actor, @PathVariable ShowId id, Model model) {
        model.addAttribute("page", new PlanPage(Optional.of(led(actor, id)), Map.of(), Map.of(), FormErrors.none()));
        return "live/cancel";
    }

    @PostMapping("/shows/{id}/cancellation")
    String cancel(Actor actor, @PathVariable ShowId id) {
        return "redirect:" + shows.cancel(actor, id).path();
    }
}
