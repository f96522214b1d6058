package org.farmgate.supply.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.farmgate.measure.Mass;
import org.farmgate.platform.print.Sheet;
import org.farmgate.platform.print.Signature;
import org.farmgate.platform.print.Words;
import org.farmgate.platform.web.Formats;
import org.farmgate.platform.web.Languages;
import org.farmgate.supply.Deduction;
import org.farmgate.supply.Ticket;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Prints a ticket in two languages side by side: Chinese, and the grower's. Each figure stands with its
/// name, so that it can be checked against the scale's own slip.
@Component
class TicketPapers {
    private final MessageSource messages;

    TicketPapers(MessageSource messages) {
        this.messages = messages;
    }

    /// @param wanted the language beside Chinese; where none is named, the reader's, and Uyghur for who
    ///     reads Chinese
    byte[] print(TicketPage page, String wanted, Locale reader) {
        Locale asked = wanted.isBlank() ? reader : Languages.nearest(Locale.forLanguageTag(wanted));
        Locale other = asked.getLanguage().equals("zh") ? Languages.UYGHUR : asked;
        return new Paper(page, List.of(Languages.CHINESE, other)).print();
    }

    private final class Paper {
        private final TicketPage page;
        private final Ticket ticket;
        private final List<Locale> languages;

        Paper(TicketPage page, List<Locale> languages) {
            this.page = page;
            this.ticket = page.ticket();
            this.languages = languages;
        }

        byte[] print() {
            Sheet sheet = Sheet.a4(languages.toArray(Locale[]::new))
                    .title(said("supply.ticket"))
                    .paragraph(ticket.number());
            if (!ticket.stands()) sheet.paragraph(said("supply.ticket.cancelled"));
            parties(sheet);
            weights(sheet);
            money(sheet);
            sheet.paragraph(said("supply.ticket.paper.text"));
            List<Signature> boxes = new ArrayList<>();
            boxes.add(box("supply.grower", page.names().party(ticket.grower())));
            boxes.add(box("supply.ticket.buyer", page.names().party(ticket.buyer())));
            boxes.add(box("supply.ticket.witness", ticket.witness()));
            return sheet.signatures(boxes)
                    .footer(ticket.number() + " · " + ticket.id())
                    .print();
        }

        private void parties(Sheet sheet) {
            fact(sheet, "supply.grower", _ -> page.names().party(ticket.grower()));
            fact(sheet, "supply.ticket.buyer", _ -> page.names().party(ticket.buyer()));
            fact(sheet, "supply.product", language -> product(language));
            fact(sheet, "supply.origin", language -> region(language));
            fact(sheet, "supply.ticket.site", _ -> page.siteName());
            fact(
                    sheet,
                    "supply.ticket.weighed-at",
                    language -> formats(language).instant(ticket.weighedAt()));
        }

        private void weights(Sheet sheet) {
            mass(sheet, "supply.ticket.gross", ticket.weighing().gross());
            mass(sheet, "supply.ticket.tare", ticket.weighing().tare());
            for (Deduction deduction : ticket.weighing().deductions())
                mass(sheet, "supply.deduction." + deduction.kind(), deduction.mass());
            mass(sheet, "supply.ticket.net", ticket.weighing().net());
        }

        private void money(Sheet sheet) {
            fact(sheet, "supply.ticket.title", language -> say("supply.title." + ticket.title(), language));
            ticket.price()
                    .ifPresent(price -> fact(
                            sheet,
                            "supply.ticket.price",
                            language -> formats(language).price(price)));
            ticket.worth()
                    .ifPresent(worth -> fact(
                            sheet,
                            "supply.ticket.worth",
                            language -> formats(language).money(worth)));
            if (ticket.awaitsPrice())
                fact(sheet, "supply.ticket.price", language -> say("supply.ticket.to-price", language));
        }

        private void mass(Sheet sheet, String label, Mass mass) {
            fact(sheet, label, language -> formats(language).mass(mass));
        }

        private void fact(Sheet sheet, String label, Function<Locale, String> value) {
            sheet.fact(
                    Words.of(said(label)),
                    Words.of(languages.stream().map(value).toArray(String[]::new)));
        }

        private String product(Locale language) {
            var product = page.names().products().get(ticket.product());
            String grade = page.names().grades().getOrDefault(ticket.product(), List.of()).stream()
                    .filter(each -> each.rank() == ticket.grade())
                    .map(each -> each.name().in(language))
                    .findFirst()
                    .orElse(String.valueOf(ticket.grade()));
            return product == null ? grade : product.name().in(language) + ", " + grade;
        }

        private String region(Locale language) {
            var region = page.names().regions().get(ticket.origin());
            return region == null ? "–" : region.name().in(language);
        }

        private Signature box(String role, String name) {
            return new Signature(Words.of(said(role)), Words.of(name), Words.of(""));
        }

        private String[] said(String key) {
            return languages.stream().map(language -> say(key, language)).toArray(String[]::new);
        }

        private String say(String key, Locale language) {
            return messages.getMessage(key, null, language);
        }

        private Formats formats(Locale language) {
            return new Formats(messages, language);
        }
    }
}
