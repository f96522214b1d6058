package org.farmgate.logistics.rounds.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.farmgate.logistics.rounds.Round;
import org.farmgate.logistics.rounds.RoundId;
import org.farmgate.logistics.rounds.RoundMoves;
import org.farmgate.logistics.rounds.Rounds;
import org.farmgate.logistics.rounds.Stop;
import org.farmgate.logistics.rounds.Stop.StopId;
import org.farmgate.logistics.rounds.StopMove;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.NotFound;
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

/// One stop, for those who move it without a mouse: asks what it costs elsewhere, then moves it.
@Controller
@Needs(Right.PLAN_TRIPS)
class StopPages {
    private final Rounds rounds;
    private final RoundMoves moves;
    private final RoundViews views;

    StopPages(Rounds rounds, RoundMoves moves, RoundViews views) {
        this.rounds = rounds;
        this.moves = moves;
        this.views = views;
    }

    /// With `to` and `place`: what it would cost there.
    @GetMapping("/rounds/{id}/stops/{stop}")
    String one(
            Actor actor,
            @PathVariable RoundId id,
            @PathVariable StopId stop,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        if (fields.isEmpty("to")) return shown(actor, id, stop, Optional.empty(), FormErrors.none(), model);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    StopMove move = move(actor, id, stop, fields);
                    var asked = new StopPage.Asked(
                            move.to().toString(), move.toVersion(), move.place(), moves.cost(actor, move));
                    return shown(actor, id, stop, Optional.of(asked), FormErrors.startingWith(fields.typed()), model);
                },
                errors -> shown(actor, id, stop, Optional.empty(), errors, model));
    }

    /// People count places from 1. The versions are those of now, for asking; a form that moves names what it saw.
    private StopMove move(Actor actor, RoundId id, StopId stop, Fields fields) {
        RoundId to = fields.id("to", RoundId::new);
        Long place = fields.number("place", 1, Round.MOST_STOPS + 1L);
        fields.check();
        int fromVersion = fields.isEmpty("version") ? rounds.get(actor, id).version() : RoundForms.version(fields);
        int toVersion =
                fields.isEmpty("toVersion") ? rounds.get(actor, to).version() : RoundForms.version(fields, "toVersion");
        return new StopMove(stop, id, fromVersion, to, toVersion, place.intValue() - 1);
    }

    private String shown(
            Actor actor, RoundId id, StopId stopId, Optional<StopPage.Asked> asked, FormErrors errors, Model model) {
        Round round = rounds.get(actor, id);
        Stop stop = round.stops().stream()
                .filter(one -> one.id().equals(stopId))
                .findFirst()
                .orElseThrow(() -> new NotFound("stop", stopId));
        List<Round> targets = rounds.ofDay(actor, round.day()).stream()
                .filter(other -> other.depot().equals(round.depot()) && BoardPage.isMovable(other))
                .toList();
        RoundNames names = views.names(actor, List.of(round), List.of());
        Map<String, String> choices = new LinkedHashMap<>();
        for (Round other : targets)
            choices.put(other.id().toString(), other.number() + " · " + names.plate(other.vehicle()));
        model.addAttribute("page", new StopPage(round, stop, names, choices, asked, errors));
        return "logistics/rounds/stop";
    }

    private String act(
            Actor actor,
            RoundId id,
            StopId stop,
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
                errors -> shown(actor, id, stop, Optional.empty(), errors, model));
    }

    @PostMapping("/rounds/{id}/stops/{stop}/move")
    String move(
            Actor actor,
            @PathVariable RoundId id,
            @PathVariable StopId stop,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return act(
                actor,
                id,
                stop,
                fields,
                shell,
                response,
                model,
                () -> moves.move(actor, move(actor, id, stop, fields)));
    }

    @PostMapping("/rounds/{id}/stops/{stop}/window")
    String window(
            Actor actor,
            @PathVariable RoundId id,
            @PathVariable StopId stop,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return act(actor, id, stop, fields, shell, response, model, () -> {
            LocalTime opens = RoundForms.time(fields, "opens");
            LocalTime closes = RoundForms.time(fields, "closes");
            int version = RoundForms.version(fields);
            return rounds.window(actor, id, version, stop, opens, closes, fields.checked("remembered"));
        });
    }

    @PostMapping("/rounds/{id}/stops/{stop}/removal")
    String takeOff(
            Actor actor,
            @PathVariable RoundId id,
            @PathVariable StopId stop,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return act(
                actor,
                id,
                stop,
                fields,
                shell,
                response,
                model,
                () -> rounds.takeOff(actor, id, RoundForms.version(fields), stop));
    }
}
