package org.farmgate.logistics.rounds.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.farmgate.logistics.rounds.DriverScan.PictureId;
import org.farmgate.logistics.rounds.OpenGoods;
import org.farmgate.logistics.rounds.Round;
import org.farmgate.logistics.rounds.RoundFigures;
import org.farmgate.logistics.rounds.RoundId;
import org.farmgate.logistics.rounds.RoundProofs;
import org.farmgate.logistics.rounds.Rounds;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Rounds for dispatchers: a day beside one another, one with all that may be done, a new one.
@Controller
@Needs(Right.PLAN_TRIPS)
class RoundPages {
    private final Rounds rounds;
    private final RoundProofs proofs;
    private final RoundFigures figures;
    private final RoundViews views;
    private final Clock clock;

    RoundPages(Rounds rounds, RoundProofs proofs, RoundFigures figures, RoundViews views, Clock clock) {
        this.rounds = rounds;
        this.proofs = proofs;
        this.figures = figures;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/rounds")
    String board(Actor actor, @RequestParam(defaultValue = "") String day, Shell shell, Model model) {
        LocalDate today = LocalDate.now(clock);
        LocalDate shown = RoundViews.day(day, today);
        List<Round> found = rounds.ofDay(actor, shown);
        RoundNames names = views.names(actor, found, List.of());
        model.addAttribute("page", new BoardPage(shown, found, names, RoundViews.routes(shell, found, names), today));
        return "logistics/rounds/board";
    }

    @GetMapping("/rounds/new")
    String form(Actor actor, @RequestParam(defaultValue = "") String day, Model model) {
        return form(actor, RoundViews.day(day, LocalDate.now(clock)).toString(), FormErrors.none(), model);
    }

    private String form(Actor actor, String day, FormErrors errors, Model model) {
        model.addAttribute(
                "page",
                new RoundFormPage(day, views.depots(actor), views.vehicles(actor), views.drivers(actor), errors));
        return "logistics/rounds/form";
    }

    @PostMapping("/rounds")
    String make(Actor actor, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> "redirect:/rounds/"
                        + rounds.make(actor, RoundForms.round(fields)).id(),
                errors -> form(actor, fields.raw("day"), errors, model));
    }

    @GetMapping("/rounds/{id}")
    String one(Actor actor, @PathVariable RoundId id, Shell shell, Model model) {
        return one(actor, id, FormErrors.none(), shell, model);
    }

    private String one(Actor actor, RoundId id, FormErrors errors, Shell shell, Model model) {
        Round round = rounds.get(actor, id);
        List<OpenGoods> open = round.state().isOpen() && !round.locked()
                ? rounds.open(actor, List.of(round.depot()), round.day())
                : List.of();
        RoundNames names = views.names(actor, List.of(round), open);
        model.addAttribute(
                "page",
                new RoundPage(
                        round,
                        names,
                        RoundViews.routes(shell, List.of(round), names),
                        open,
                        views.drivers(actor),
                        rounds.history(actor, id),
                        proofs.of(actor, id),
                        proofs.counts(actor, id),
                        figures.of(actor, id),
                        errors));
        return "logistics/rounds/round";
    }

    /// Done and shown, or shown again with what was wrong.
    private String act(
            Actor actor,
            RoundId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model,
            Supplier<Round> act) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> "redirect:/rounds/" + act.get().id() + "?saved",
                errors -> one(actor, id, errors, shell, model));
    }

    @PostMapping("/rounds/{id}/goods")
    String add(
            Actor actor,
            @PathVariable RoundId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return act(actor, id, fields, shell, response, model, () -> {
            int version = RoundForms.version(fields);
            List<UUID> chosen = fields.typed().keySet().stream()
                    .filter(name -> name.startsWith("goods-"))
                    .sorted()
                    .map(name -> uuid(name.substring("goods-".length())))
                    .toList();
            if (chosen.isEmpty()) throw new InputBroken("goods", "missing");
            return rounds.add(actor, id, version, chosen);
        });
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new InputBroken("goods", "no-such-id", text);
        }
    }

    @PostMapping("/rounds/{id}/driver")
    String assign(
            Actor actor,
            @PathVariable RoundId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return act(actor, id, fields, shell, response, model, () -> {
            var driver = RoundForms.driver(fields);
            return rounds.assign(actor, id, RoundForms.version(fields), driver);
        });
    }

    @PostMapping("/rounds/{id}/publication")
    String publish(
            Actor actor,
            @PathVariable RoundId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return act(
                actor, id, fields, shell, response, model, () -> rounds.publish(actor, id, RoundForms.version(fields)));
    }

    @PostMapping("/rounds/{id}/lock")
    String lock(
            Actor actor,
            @PathVariable RoundId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return act(
                actor,
                id,
                fields,
                shell,
                response,
                model,
                () -> rounds.lock(actor, id, RoundForms.version(fields), fields.checked("locked")));
    }

    @PostMapping("/rounds/{id}/cancellation")
    String cancel(
            Actor actor,
            @PathVariable RoundId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return act(
                actor,
                id,
                fields,
                shell,
                response,
                model,
                () -> rounds.cancel(actor, id, RoundForms.version(fields), fields.raw("reason")));
    }

    @PostMapping("/rounds/{id}/rest")
    String closeRest(
            Actor actor,
            @PathVariable RoundId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return act(
                actor,
                id,
                fields,
                shell,
                response,
                model,
                () -> rounds.closeRest(actor, id, RoundForms.version(fields), fields.raw("reason")));
    }

    /// A picture that a driver took when goods were handed over.
    @GetMapping("/rounds/{id}/pictures/{picture}")
    ResponseEntity<byte[]> picture(Actor actor, @PathVariable RoundId id, @PathVariable UUID picture) {
        RoundProofs.Picture found = proofs.picture(actor, id, new PictureId(picture));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(found.mediaType()))
                .body(found.bytes());
    }
}
