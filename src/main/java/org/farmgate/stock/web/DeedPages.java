package org.farmgate.stock.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.farmgate.stock.Move;
import org.farmgate.stock.Movement;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.NewQuality;
import org.farmgate.stock.Position;
import org.farmgate.stock.PositionKey;
import org.farmgate.stock.Positions;
import org.farmgate.stock.Qualities;
import org.farmgate.stock.QualityChangeId;
import org.farmgate.stock.QualityStatus;
import org.farmgate.stock.WriteOff;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What one does with goods by hand: move them, write them off, judge them.
@Controller
@Needs(Right.KEEP_STOCK)
class DeedPages {
    private static final String POSITION = "/stock/positions/{lot}/{site}";

    private final Positions positions;
    private final Qualities qualities;
    private final Lots lots;
    private final Names names;
    private final Clock clock;

    DeedPages(Positions positions, Qualities qualities, Lots lots, Names names, Clock clock) {
        this.positions = positions;
        this.qualities = qualities;
        this.lots = lots;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping(POSITION + "/move")
    String move(Actor actor, @PathVariable LotId lot, @PathVariable SiteId site, Model model) {
        return form(Deed.MOVE, actor, lot, site, FormErrors.none(), model);
    }

    @GetMapping(POSITION + "/write-off")
    String writeOff(Actor actor, @PathVariable LotId lot, @PathVariable SiteId site, Model model) {
        return form(Deed.WRITE_OFF, actor, lot, site, FormErrors.none(), model);
    }

    @GetMapping(POSITION + "/quality")
    String judge(Actor actor, @PathVariable LotId lot, @PathVariable SiteId site, Model model) {
        return form(Deed.QUALITY, actor, lot, site, FormErrors.none(), model);
    }

    @PostMapping(POSITION + "/move")
    String move(
            Actor actor,
            @PathVariable LotId lot,
            @PathVariable SiteId site,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletResponse response) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    MovementId id = fields.id("id", MovementId::new);
                    SiteId to = fields.id("to", SiteId::new);
                    Mass mass = fields.mass("mass");
                    fields.check();
                    positions.move(actor, new Move(id, lot, site, to, mass, clock.instant()));
                    return done(lot, site);
                },
                errors -> form(Deed.MOVE, actor, lot, site, errors, model));
    }

    @PostMapping(POSITION + "/write-off")
    String writeOff(
            Actor actor,
            @PathVariable LotId lot,
            @PathVariable SiteId site,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletResponse response) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    MovementId id = fields.id("id", MovementId::new);
                    Mass mass = fields.mass("mass");
                    String reason = fields.text("reason", Movement.LONGEST_REASON);
                    fields.check();
                    positions.writeOff(actor, new WriteOff(id, lot, site, mass, reason, clock.instant()));
                    return done(lot, site);
                },
                errors -> form(Deed.WRITE_OFF, actor, lot, site, errors, model));
    }

    @PostMapping(POSITION + "/quality")
    String judge(
            Actor actor,
            @PathVariable LotId lot,
            @PathVariable SiteId site,
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
                    qualities.judge(actor, new NewQuality(id, lot, Optional.of(site), status, reason));
                    return done(lot, site);
                },
                errors -> form(Deed.QUALITY, actor, lot, site, errors, model));
    }

    private static String done(LotId lot, SiteId site) {
        return "redirect:/stock/positions/" + lot + "/" + site + "?saved";
    }

    private String form(Deed deed, Actor actor, LotId lot, SiteId site, FormErrors errors, Model model) {
        PositionKey key = new PositionKey(
                lots.find(lot).orElseThrow(() -> new NotFound("position", lot)).origin(), lot, site);
        Position position = positions.see(actor, key);
        Map<String, String> sites =
                new java.util.LinkedHashMap<>(deed == Deed.MOVE ? names.knownSites(actor) : Map.of());
        sites.remove(site.toString());
        model.addAttribute("page", new DeedPage(deed, position, names.of(List.of(position)), sites, errors));
        return "stock/deed";
    }
}
