package org.farmgate.supply.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.product.ProductId;
import org.farmgate.supply.NewQuote;
import org.farmgate.supply.Quote;
import org.farmgate.supply.QuoteId;
import org.farmgate.supply.QuoteQuery;
import org.farmgate.supply.Quotes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Local prices: the list and a new one.
@Controller
@Needs({Right.SEE_SUPPLY, Right.REGISTER_SUPPLY})
class QuotePages {
    private final Quotes quotes;
    private final Names names;
    private final Clock clock;

    QuotePages(Quotes quotes, Names names, Clock clock) {
        this.quotes = quotes;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/quotes")
    String list(Actor actor, Paging paging, @RequestParam(defaultValue = "") String product, Shell shell, Model model) {
        Slice<Quote> found =
                quotes.search(actor, new QuoteQuery(paging, Query.id(product, ProductId::new), Optional.empty()));
        model.addAttribute(
                "page",
                new QuotesPage(
                        found,
                        names.book(
                                List.of(),
                                found.rows().stream().map(Quote::product).toList(),
                                found.rows().stream().map(Quote::place).toList()),
                        paging.search(),
                        product,
                        names.productChoices(shell)));
        return "supply/quotes";
    }

    @GetMapping("/quotes/new")
    @Needs(Right.REGISTER_SUPPLY)
    String form(Actor actor, Shell shell, Model model) {
        return form(actor, FormErrors.none(), shell, model);
    }

    private String form(Actor actor, FormErrors errors, Shell shell, Model model) {
        model.addAttribute(
                "page",
                new QuoteFormPage(
                        names.productChoices(shell), names.placeChoices(shell, actor), LocalDate.now(clock), errors));
        return "supply/quote-form";
    }

    @PostMapping("/quotes")
    @Needs(Right.REGISTER_SUPPLY)
    String note(Actor actor, Fields fields, Shell shell, Model model, HttpServletResponse response) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    QuoteId id = fields.id("id", QuoteId::new);
                    ProductId product = fields.id("product", ProductId::new);
                    Long grade = fields.number("grade", 1, 9);
                    RegionId place = fields.id("place", RegionId::new);
                    LocalDate on = fields.date("quotedOn");
                    Price price = fields.price("price");
                    String source = fields.text("source", Quote.LONGEST_SOURCE);
                    fields.check();
                    quotes.note(actor, new NewQuote(id, product, Math.toIntExact(grade), place, on, price, source));
                    return "redirect:/quotes?saved";
                },
                errors -> form(actor, errors, shell, model));
    }
}
