package org.farmgate.trade.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.farmgate.platform.print.Sheet;
import org.farmgate.platform.print.Words;
import org.farmgate.platform.web.Formats;
import org.farmgate.platform.web.Languages;
import org.farmgate.trade.Invoice;
import org.farmgate.trade.InvoicePayment;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Prints an invoice: who owes whom what for which delivery, and how the price was found, so that both can
/// reckon it again.
@Component
class InvoicePapers {
    private final MessageSource messages;

    InvoicePapers(MessageSource messages) {
        this.messages = messages;
    }

    byte[] print(MoneyPage.OfInvoice page, Locale reader) {
        List<Locale> languages = new ArrayList<>(List.of(Languages.CHINESE));
        if (!reader.getLanguage().equals("zh")) languages.add(reader);
        return new Paper(page, languages).print();
    }

    private final class Paper {
        private final MoneyPage.OfInvoice page;
        private final Invoice invoice;
        private final List<Locale> languages;

        Paper(MoneyPage.OfInvoice page, List<Locale> languages) {
            this.page = page;
            this.invoice = page.invoice();
            this.languages = languages;
        }

        byte[] print() {
            Sheet sheet = Sheet.a4(languages.toArray(Locale[]::new))
                    .title(said("trade.invoice"))
                    .paragraph(invoice.number());
            fact(sheet, "trade.side.SELLER", _ -> page.names().of(invoice.seller()));
            fact(sheet, "trade.side.BUYER", _ -> page.names().of(invoice.buyer()));
            fact(sheet, "trade.invoice.contract", _ -> page.contract().number());
            fact(sheet, "trade.demand.product", this::product);
            fact(sheet, "trade.invoice.origin", this::origin);
            invoice.site()
                    .ifPresent(site ->
                            fact(sheet, "trade.call.place", _ -> page.names().of(site)));
            fact(
                    sheet,
                    "trade.invoice.delivered-at",
                    language -> formats(language).instant(invoice.deliveredAt()));
            fact(sheet, "trade.invoice.accepted", language -> formats(language).mass(invoice.accepted()));
            if (!invoice.beyond().isZero())
                fact(
                        sheet,
                        "trade.invoice.beyond",
                        language -> formats(language).mass(invoice.beyond()));
            fact(sheet, "trade.invoice.price", language -> formats(language).price(invoice.price()));
            fact(sheet, "trade.invoice.price.how", this::how);
            fact(sheet, "trade.invoice.amount", language -> formats(language).money(invoice.amount()));
            fact(sheet, "trade.invoice.due-on", language -> formats(language).date(invoice.dueOn()));
            for (InvoicePayment payment : page.payments())
                fact(
                        sheet,
                        "trade.invoice.paid",
                        language -> formats(language).money(payment.amount()) + ", "
                                + formats(language).date(payment.on()));
            fact(sheet, "trade.invoice.open", language -> formats(language).money(invoice.open()));
            return sheet.footer(invoice.number() + " · " + invoice.id()).print();
        }

        private String product(Locale language) {
            return Optional.ofNullable(page.names().products().get(invoice.product()))
                    .map(product -> product.name().in(language))
                    .orElse("–");
        }

        private String origin(Locale language) {
            return Optional.ofNullable(page.names().regions().get(invoice.origin()))
                    .map(region -> region.name().in(language))
                    .orElse("–");
        }

        private String how(Locale language) {
            return invoice.quote()
                    .map(quote -> messages.getMessage(
                            "trade.invoice.quote",
                            new Object[] {
                                quote.index().name(),
                                quote.index().source(),
                                formats(language).date(quote.quotedOn()),
                                formats(language).price(quote.price())
                            },
                            language))
                    .orElseGet(() -> messages.getMessage(
                            page.contract().terms().price().index().isPresent()
                                    ? "trade.invoice.no-quote"
                                    : "trade.invoice.fixed",
                            null,
                            language));
        }

        private void fact(Sheet sheet, String label, Function<Locale, String> value) {
            sheet.fact(
                    Words.of(said(label)),
                    Words.of(languages.stream().map(value).toArray(String[]::new)));
        }

        private String[] said(String key) {
            return languages.stream()
                    .map(language -> messages.getMessage(key, null, language))
                    .toArray(String[]::new);
        }

        private Formats formats(Locale language) {
            return new Formats(messages, language);
        }
    }
}
