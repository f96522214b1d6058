package org.farmgate.stock.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.stock.CountSheet;
import org.farmgate.stock.CountedLine;
import org.farmgate.stock.Counts;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Movement;
import org.farmgate.stock.Position;
import org.farmgate.stock.PositionQuery;
import org.farmgate.stock.Positions;
import org.farmgate.stock.SheetId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The count sheet of a site.
@Controller
@Needs(Right.KEEP_STOCK)
class CountPages {
    private final Positions positions;
    private final Counts counts;
    private final Names names;
    private final Clock clock;

    CountPages(Positions positions, Counts counts, Names names, Clock clock) {
        this.positions = positions;
        this.counts = counts;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/stock/counts/new")
    String sheet(Actor actor, @RequestParam(defaultValue = "") String site, Paging paging, Model model) {
        return sheet(actor, site, paging, FormErrors.none(), model);
    }

    private String sheet(Actor actor, String site, Paging paging, FormErrors errors, Model model) {
        Optional<SiteId> place = Query.id(site, SiteId::new);
        Slice<Position> rows = place.isEmpty()
                ? Slice.of(List.of(), paging, 0)
                : positions.search(actor, new PositionQuery(paging, place, Optional.empty(), PositionQuery.Show.THERE));
        model.addAttribute(
                "page",
                new CountPage(
                        place.map(SiteId::toString).orElse(""),
                        names.ownSites(actor),
                        rows,
                        names.of(rows.rows()),
                        LocalDate.now(clock),
                        errors));
        return "stock/count";
    }

    /// Lines left empty were not counted.
    @PostMapping("/stock/counts")
    String enter(Actor actor, Fields fields, Paging paging, Shell shell, Model model, HttpServletResponse response) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    SheetId id = fields.id("id", SheetId::new);
                    SiteId site = fields.id("site", SiteId::new);
                    List<CountedLine> lines = lines(fields);
                    if (lines.isEmpty() && fields.errors().isEmpty()) fields.wrong("lines", "missing");
                    fields.check();
                    counts.enter(actor, new CountSheet(id, site, lines));
                    return "redirect:/stock?site=" + site + "&saved";
                },
                errors -> sheet(actor, fields.raw("site"), paging, errors, model));
    }

    private static List<CountedLine> lines(Fields fields) {
        List<CountedLine> lines = new ArrayList<>();
        for (String name : fields.typed().keySet()) {
            if (!name.startsWith("counted-") || fields.isEmpty(name)) continue;
            String lot = name.substring("counted-".length());
            Mass counted = fields.read(name, text -> Mass.parse(text, Mass.Unit.KILOGRAM));
            Long moves = fields.number("moves-" + lot, 0, Integer.MAX_VALUE);
            String reason = fields.optionalText("reason-" + lot, Movement.LONGEST_REASON)
                    .orElse("");
            LotId id = new Fields(new HashMap<>(Map.of(name, lot))).id(name, LotId::new);
            if (id == null) fields.wrong(name, "no-such-id", lot);
            else if (counted != null && moves != null)
                lines.add(new CountedLine(id, Math.toIntExact(moves), counted, reason));
        }
        return lines;
    }
}
