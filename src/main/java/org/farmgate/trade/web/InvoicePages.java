package org.farmgate.trade.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.trade.ContractDeposits;
import org.farmgate.trade.Contracts;
import org.farmgate.trade.GrowerPortion;
import org.farmgate.trade.Invoice;
import org.farmgate.trade.InvoiceId;
import org.farmgate.trade.InvoiceQuery;
import org.farmgate.trade.Invoices;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Invoices of deliveries under contracts, for both sides: the list, one with what came in for it, its
/// paper.
@Controller
@Needs(Right.SEE_BOOKS)
class InvoicePages {
    private final Invoices invoices;
    private final Contracts contracts;
    private final ContractDeposits deposits;
    private final MoneyForms forms;
    private final InvoicePapers papers;
    private final NameBook names;
    private final Clock clock;

    InvoicePages(
            Invoices invoices,
            Contracts contracts,
            ContractDeposits deposits,
            MoneyForms forms,
            InvoicePapers papers,
            NameBook names,
            Clock clock) {
        this.invoices = invoices;
        this.contracts = contracts;
        this.deposits = deposits;
        this.forms = forms;
        this.papers = papers;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/invoices")
    String list(Actor actor, Paging paging, @RequestParam(defaultValue = "all") String show, Shell shell, Model model) {
        boolean onlyOpen = show.equals("open");
        Slice<Invoice> found = invoices.search(actor, new InvoiceQuery(paging, Optional.empty(), onlyOpen));
        var ids = new NameBook.Ids();
        for (Invoice invoice : found.rows()) {
            ids.parties.add(invoice.seller());
            ids.parties.add(invoice.buyer());
            ids.products.add(invoice.product());
        }
        model.addAttribute(
                "page", new MoneyPage.Listing(found, names.names(ids, shell.locale()), paging.search(), onlyOpen));
        return "trade/invoices";
    }

    @GetMapping("/invoices/{id}")
    String one(Actor actor, @PathVariable InvoiceId id, Shell shell, Model model) {
        return one(actor, id, FormErrors.none(), shell, model);
    }

    private String one(Actor actor, InvoiceId id, FormErrors errors, Shell shell, Model model) {
        model.addAttribute("page", page(actor, id, errors, shell));
        return "trade/invoice";
    }

    private MoneyPage.OfInvoice page(Actor actor, InvoiceId id, FormErrors errors, Shell shell) {
        Invoice invoice = invoices.see(actor, id);
        var ids = new NameBook.Ids();
        ids.parties.add(invoice.seller());
        ids.parties.add(invoice.buyer());
        ids.products.add(invoice.product());
        ids.regions.add(invoice.origin());
        invoice.site().ifPresent(ids.sites::add);
        List<GrowerPortion> portions = invoices.portions(actor, id);
        portions.forEach(portion -> ids.parties.add(portion.grower()));
        return new MoneyPage.OfInvoice(
                invoice,
                contracts.get(actor, invoice.contract()),
                invoices.payments(actor, id),
                names.names(ids, shell.locale()),
                deposits.of(actor, invoice.contract()).held().fen(),
                portions,
                invoices.settledFee(actor, id),
                invoices.keeps(actor, invoice),
                LocalDate.now(clock).toString(),
                errors);
    }

    @PostMapping("/invoices/{id}/payments")
    String pay(
            Actor actor,
            @PathVariable InvoiceId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return submitted(actor, id, fields, shell, response, model, () -> {
            forms.pay(actor, id, fields);
            return "redirect:/invoices/" + id + "?saved";
        });
    }

    /// Growers are owed what their goods brought, less the fee in percent.
    @PostMapping("/invoices/{id}/settlement")
    String settle(
            Actor actor,
            @PathVariable InvoiceId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return submitted(actor, id, fields, shell, response, model, () -> {
            forms.settle(actor, id, fields);
            return "redirect:/invoices/" + id + "?saved";
        });
    }

    /// Part of the deposit pays it.
    @PostMapping("/invoices/{id}/deposit")
    String apply(
            Actor actor,
            @PathVariable InvoiceId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return submitted(actor, id, fields, shell, response, model, () -> {
            forms.apply(actor, id, fields);
            return "redirect:/invoices/" + id + "?saved";
        });
    }

    private String submitted(
            Actor actor,
            InvoiceId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model,
            Supplier<String> act) {
        return Submission.of(fields.typed(), shell, response, act, errors -> one(actor, id, errors, shell, model));
    }

    /// The printable invoice, in Chinese and the reader's language.
    @GetMapping("/invoices/{id}/invoice.pdf")
    ResponseEntity<byte[]> paper(Actor actor, @PathVariable InvoiceId id, Shell shell) {
        MoneyPage.OfInvoice page = page(actor, id, FormErrors.none(), shell);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        "inline; filename=\"" + page.invoice().number() + ".pdf\"")
                .body(papers.print(page, shell.locale()));
    }
}
