package org.farmgate.stock.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.stock.Component;
import org.farmgate.stock.Lot;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Movement;
import org.farmgate.stock.NewQuality;
import org.farmgate.stock.Position;
import org.farmgate.stock.Positions;
import org.farmgate.stock.Qualities;
import org.farmgate.stock.QualityChange;
import org.farmgate.stock.QualityChangeId;
import org.farmgate.stock.QualityStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A lot: its composition, where all of it lies, its quality everywhere.
@Controller
@Needs({Right.SEE_STOCK, Right.KEEP_STOCK})
class LotPages {
    private final Positions positions;
    private final Qualities qualities;
    private final Names names;
    private final Clock clock;

    LotPages(Positions positions, Qualities qualities, Names names, Clock clock) {
        this.positions = positions;
        this.qualities = qualities;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/stock/lots/{lot}")
    String one(Actor actor, @PathVariable LotId lot, Model model) {
        return one(actor, lot, FormErrors.none(), model);
    }

    private String one(Actor actor, LotId id, FormErrors errors, Model model) {
        Lot lot = positions.seeLot(actor, id);
        var places = positions.ofLot(actor, id);
        var history = qualities.history(id);
        NameBook book = names.book(
                java.util.Set.of(lot.product()),
                Stream.concat(
                                places.stream().map(Position::site),
                                history.stream().flatMap(change -> change.site().stream()))
                        .collect(Collectors.toSet()),
                history.stream()
                        .flatMap(change -> Stream.concat(change.by().stream(), change.person().stream()))
                        .toList(),
                Stream.concat(
                                Stream.of(lot.origin()),
                                lot.composition().stream().map(Component::origin))
                        .collect(Collectors.toSet()));
        model.addAttribute(
                "page",
                new LotPage(
                        lot,
                        qualities.ofLot(id),
                        places,
                        history.stream().filter(change -> seen(change, places)).toList(),
                        book,
                        LocalDate.now(clock),
                        qualities.mayJudge(actor, lot),
                        errors));
        return "stock/lot";
    }

    /// What was said of a place is told to who sees that place.
    private static boolean seen(QualityChange change, java.util.List<Position> places) {
        return change.site()
                .map(site -> places.stream().anyMatch(place -> place.site().equals(site)))
                .orElse(true);
    }

    @PostMapping("/stock/lots/{lot}/quality")
    @Needs(Right.KEEP_STOCK)
    String judge(
            Actor actor,
            @PathVariable LotId lot,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletResponse response) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    QualityChangeId id = fields.id("id", QualityChangeId::new);
                    QualityStatus status = fields.choice("status", QualityStatus.class);
                    String reason = fields.text("reason", Movement.LONGEST_REASON);
                    fields.check();
                    qualities.judge(actor, new NewQuality(id, lot, Optional.empty(), status, reason));
                    return "redirect:/stock/lots/" + lot + "?saved";
                },
                errors -> one(actor, lot, errors, model));
    }
}
