package org.farmgate.stock.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.stock.LotId;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Positions;
import org.farmgate.stock.Receipt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Goods that came in by hand.
@Controller
@Needs(Right.KEEP_STOCK)
class ReceiptPages {
    private final Positions positions;
    private final Names names;
    private final Clock clock;

    ReceiptPages(Positions positions, Names names, Clock clock) {
        this.positions = positions;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/stock/receipts/new")
    String receipt(
            Actor actor,
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String site,
            Model model) {
        return receipt(actor, FormErrors.startingWith(Map.of("lot", lot, "site", site)), model);
    }

    private String receipt(Actor actor, FormErrors errors, Model model) {
        model.addAttribute("page", new ReceiptPage(names.ownSites(actor), errors));
        return "stock/receipt";
    }

    @PostMapping("/stock/receipts")
    String receive(Actor actor, Fields fields, Shell shell, Model model, HttpServletResponse response) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    MovementId id = fields.id("id", MovementId::new);
                    LotId lot = fields.id("lot", LotId::new);
                    SiteId site = fields.id("site", SiteId::new);
                    Mass mass = fields.mass("mass");
                    fields.check();
                    positions.receive(actor, new Receipt(id, lot, site, mass, clock.instant(), "receipt", id.value()));
                    return "redirect:/stock/positions/" + lot + "/" + site + "?saved";
                },
                errors -> receipt(actor, errors, model));
    }
}
