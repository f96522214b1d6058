package org.farmgate.ledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.slip.Slip;
import org.farmgate.ledger.slip.SlipLine;
import org.farmgate.measure.Mass;
import org.farmgate.party.Party;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.print.Column;
import org.farmgate.platform.print.Sheet;
import org.farmgate.platform.print.Words;
import org.farmgate.platform.web.Formats;
import org.farmgate.platform.web.Languages;
import org.farmgate.product.Product;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Prints a pay slip in one language: that of whoever is paid.
@Component
class SlipPapers {
    private final MessageSource messages;

    SlipPapers(MessageSource messages) {
        this.messages = messages;
    }

    static Locale language(String wanted, Locale reader) {
        return wanted.isBlank() ? reader : Languages.nearest(Locale.forLanguageTag(wanted));
    }

    byte[] print(Slip slip, LedgerBook names, Locale language) {
        return new Paper(slip, names, language, new Formats(messages, language)).print();
    }

    private final class Paper {
        private final Slip slip;
        private final LedgerBook names;
        private final Locale language;
        private final Formats formats;

        Paper(Slip slip, LedgerBook names, Locale language, Formats formats) {
            this.slip = slip;
            this.names = names;
            this.language = language;
            this.formats = formats;
        }

        byte[] print() {
            Sheet sheet = Sheet.a4(language)
                    .title(say("ledger.slip.title"))
                    .fact(Words.of(say("ledger.slip.payee")), Words.of(party(slip.payee())))
                    .fact(Words.of(say("ledger.slip.holder")), Words.of(party(slip.holder())))
                    .fact(
                            Words.of(say("ledger.slip.days")),
                            Words.of(say("ledger.slip.from-to", formats.date(slip.from()), formats.date(slip.to()))));
            sheet.heading(say("ledger.slip.lines"));
            if (slip.lines().isEmpty()) sheet.paragraph(say("ledger.slip.none"));
            else sheet.table(columns(), rows());
            return sheet.heading(say("ledger.slip.sums"))
                    .fact(Words.of(say("ledger.slip.earlier")), Words.of(formats.money(slip.earlier())))
                    .fact(Words.of(say("ledger.slip.earned")), Words.of(formats.money(slip.earned())))
                    .fact(Words.of(say("ledger.slip.taken")), Words.of(formats.money(slip.taken())))
                    .fact(Words.of(say("ledger.slip.paid-out")), Words.of(formats.money(slip.paidOut())))
                    .fact(Words.of(say("ledger.slip.carried")), Words.of(formats.money(slip.carriedOver())))
                    .footer(say(
                            "ledger.slip.footer",
                            party(slip.payee()),
                            formats.date(slip.from()),
                            formats.date(slip.to())))
                    .print();
        }

        private List<Column> columns() {
            return List.of(
                    Column.text(7, say("ledger.on")),
                    Column.text(10, say("ledger.slip.what")),
                    Column.number(7, say("ledger.slip.mass")),
                    Column.number(7, say("ledger.slip.price")),
                    Column.text(8, say("ledger.slip.deductions")),
                    Column.number(7, say("ledger.amount")));
        }

        private List<List<Words>> rows() {
            List<List<Words>> rows = new ArrayList<>();
            for (SlipLine line : slip.lines()) {
                Particulars particulars = line.particulars();
                rows.add(List.of(
                        Words.of(formats.date(line.on())),
                        Words.of(what(particulars)),
                        Words.of(particulars.mass().map(this::kilograms).orElse("")),
                        Words.of(particulars.price().map(formats::price).orElse("")),
                        Words.of(deductions(particulars)),
                        Words.of(formats.money(line.amount()))));
            }
            return rows;
        }

        /// The rule, the product, the document: one under the other would need a table of its own.
        private String what(Particulars particulars) {
            List<String> parts = new ArrayList<>();
            parts.add(
                    particulars.rule().isEmpty()
                            ? say("ledger.rule.none")
                            : orElse("ledger.rule." + particulars.rule(), particulars.rule()));
            particulars
                    .product()
                    .map(names.products()::get)
                    .map(Product::name)
                    .ifPresent(name -> parts.add(name.in(language)));
            particulars
                    .document()
                    .ifPresent(id -> parts.add(
                            orElse("ledger.document." + particulars.documentKind(), particulars.documentKind()) + " "
                                    + names.number(particulars.documentKind(), id)));
            return String.join(say("ledger.slip.list"), parts);
        }

        private String deductions(Particulars particulars) {
            return String.join(
                    say("ledger.slip.list"),
                    particulars.deductions().stream()
                            .map(one ->
                                    orElse("ledger.deduction." + one.word(), one.word()) + " " + kilograms(one.mass()))
                            .toList());
        }

        /// To the gram: a slip rounds nothing.
        private String kilograms(Mass mass) {
            return messages.getMessage(
                    "unit.kilogram", new Object[] {formats.decimal(mass.in(Mass.Unit.KILOGRAM), 0, 3)}, language);
        }

        private String party(PartyId id) {
            Party party = names.parties().get(id);
            return party == null ? "–" : say("ledger.slip.party", party.name(), party.code());
        }

        private String say(String key, Object... arguments) {
            return messages.getMessage(key, arguments, language);
        }

        private String orElse(String key, String fallback) {
            return Objects.requireNonNull(messages.getMessage(key, null, fallback, language));
        }
    }
}
