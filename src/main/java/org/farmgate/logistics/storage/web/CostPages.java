package org.farmgate.logistics.storage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.farmgate.logistics.storage.BillId;
import org.farmgate.logistics.storage.Shelves;
import org.farmgate.logistics.storage.StorageBill;
import org.farmgate.logistics.storage.StorageCosts;
import org.farmgate.measure.IsoWeek;
import org.farmgate.place.SiteId;
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

/// What storage costs, week by week and lot by lot.
@Controller
@Needs({Right.SEE_STOCK, Right.KEEP_STOCK})
class CostPages {
    private final StorageCosts costs;
    private final Shelves shelves;
    private final Books books;
    private final Clock clock;

    CostPages(StorageCosts costs, Shelves shelves, Books books, Clock clock) {
        this.costs = costs;
        this.shelves = shelves;
        this.books = books;
        this.clock = clock;
    }

    @GetMapping("/storage/{site}/costs")
    String list(Actor actor, @PathVariable SiteId site, Paging paging, Model model) {
        return list(actor, site, paging, FormErrors.none(), model);
    }

    private String list(Actor actor, SiteId site, Paging paging, FormErrors errors, Model model) {
        List<StorageBill> rows = costs.at(actor, site, paging);
        Book book = books.of(
                List.of(), List.of(site), rows.stream().map(StorageBill::owner).toList(), List.of());
        model.addAttribute(
                "page",
                new CostsPage(
                        site,
                        book,
                        shelves.terms(site),
                        rows,
                        paging.page(),
                        paging.size(),
                        IsoWeek.of(LocalDate.now(clock)).plusWeeks(-1),
                        shelves.mayKeep(actor, site),
                        errors));
        return "logistics/storage/costs";
    }

    @PostMapping("/storage/{site}/costs")
    @Needs(Right.KEEP_STOCK)
    String reckon(
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
                    IsoWeek first = fields.week("first");
                    IsoWeek last = fields.week("last");
                    fields.check();
                    costs.reckon(actor, site, first, last);
                    return "redirect:/storage/" + site + "/costs?saved";
                },
                errors -> list(actor, site, Paging.first(), errors, model));
    }

    @GetMapping("/storage/bills/{id}")
    @Needs({Right.SEE_STOCK, Right.KEEP_STOCK, Right.SEE_BOOKS})
    String bill(Actor actor, @PathVariable BillId id, Model model) {
        StorageBill bill = costs.see(actor, id);
        Book book = books.of(
                List.of(),
                List.of(bill.site()),
                List.of(bill.owner(), bill.operator()),
                bill.lines().stream().map(StorageBill.Line::lot).toList());
        model.addAttribute("page", new BillPage(bill, book));
        return "logistics/storage/bill";
    }
}
