package org.farmgate.trade.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.farmgate.measure.Mass;
import org.farmgate.platform.print.Column;
import org.farmgate.platform.print.Sheet;
import org.farmgate.platform.print.Words;
import org.farmgate.platform.web.Formats;
import org.farmgate.platform.web.Languages;
import org.farmgate.trade.Contract;
import org.farmgate.trade.ContractLine;
import org.farmgate.trade.ContractText;
import org.farmgate.trade.Contracts;
import org.farmgate.trade.Side;
import org.farmgate.trade.Signature;
import org.farmgate.trade.TermsNames;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Prints a contract in two languages side by side: Chinese, which prevails, and that of the other reader.
@Component
class ContractPapers {
    private final Contracts contracts;
    private final MessageSource messages;

    ContractPapers(Contracts contracts, MessageSource messages) {
        this.contracts = contracts;
        this.messages = messages;
    }

    /// The language beside Chinese.
    Locale other(String wanted, Locale reader) {
        Locale asked = wanted.isBlank() ? reader : Languages.nearest(Locale.forLanguageTag(wanted));
        return asked.getLanguage().equals("zh") ? Languages.UYGHUR : asked;
    }

    byte[] print(Contract contract, Locale other) {
        return new Paper(contract, List.of(Languages.CHINESE, other)).print();
    }

    private final class Paper {
        private final Contract contract;
        private final List<Locale> languages;
        private final List<ContractText> texts;

        Paper(Contract contract, List<Locale> languages) {
            this.contract = contract;
            this.languages = languages;
            this.texts = languages.stream()
                    .map(language -> contracts.inWords(contract.terms(), language))
                    .toList();
        }

        byte[] print() {
            Sheet sheet = Sheet.a4(languages.toArray(Locale[]::new))
                    .title(each(ContractText::title))
                    .paragraph(each(text -> text.numbered(contract.number(), contract.version())));
            if (contract.signatures().size() < 2) sheet.paragraph(said("draft"));
            List<List<ContractText.Section>> sections =
                    texts.stream().map(ContractText::sections).toList();
            for (int section = 0; section < sections.getFirst().size(); section++) section(sheet, sections, section);
            sheet.paragraph(said("hash", contract.hash().hex()));
            sheet.signatures(List.of(box(Side.SELLER), box(Side.BUYER)));
            sheet.heading(each(ContractText::annexTitle));
            sheet.table(columns(), rows());
            sheet.paragraph(each(ContractText::annexSum));
            return sheet.footer(say(
                            Languages.CHINESE,
                            "footer",
                            contract.number(),
                            String.valueOf(contract.version()),
                            contract.hash().brief()))
                    .print();
        }

        private void section(Sheet sheet, List<List<ContractText.Section>> sections, int section) {
            sheet.heading(sections.stream()
                    .map(language -> language.get(section).heading())
                    .toArray(String[]::new));
            int paragraphs = sections.getFirst().get(section).paragraphs().size();
            for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
                int number = paragraph;
                sheet.paragraph(sections.stream()
                        .map(language -> language.get(section).paragraphs().get(number))
                        .toArray(String[]::new));
            }
        }

        private org.farmgate.platform.print.Signature box(Side side) {
            TermsNames.PartyName party =
                    texts.getFirst().names().party(contract.terms().party(side));
            return new org.farmgate.platform.print.Signature(
                    words(language -> messages.getMessage("trade.side." + side, null, language)),
                    Words.of(party.name() + " (" + party.code() + ")"),
                    contract.signatureOf(side)
                            .map(this::signed)
                            .orElseGet(() -> words(language -> say(language, "unsigned"))));
        }

        private Words signed(Signature signature) {
            return words(language -> say(
                    language,
                    "signed",
                    signature.personName(),
                    signature.organisationName(),
                    new Formats(messages, language).instant(signature.at()),
                    signature.terms().brief()));
        }

        private List<Column> columns() {
            return List.of(
                    Column.number(2, said("line")),
                    Column.text(8, said("place")),
                    Column.text(12, said("address")),
                    Column.text(9, said("weeks")),
                    Column.number(5, said("mass")));
        }

        private List<List<Words>> rows() {
            List<ContractLine> lines = contract.terms().lines();
            List<List<Words>> rows = new ArrayList<>();
            IntStream.range(0, lines.size()).forEach(i -> {
                ContractLine line = lines.get(i);
                TermsNames.PlaceName place = texts.getFirst().names().place(line.site());
                rows.add(List.of(
                        Words.of(String.valueOf(i + 1)),
                        Words.of(place.name()),
                        Words.of(place.address()),
                        Words.of(
                                line.weeks().first().equals(line.weeks().last())
                                        ? line.weeks().first().toString()
                                        : line.weeks().first() + " – "
                                                + line.weeks().last()),
                        Words.of(line.mass().in(Mass.Unit.KILOGRAM).toPlainString() + " kg")));
            });
            return rows;
        }

        private String[] each(java.util.function.Function<ContractText, String> say) {
            return texts.stream().map(say).toArray(String[]::new);
        }

        private String[] said(String key, Object... arguments) {
            return languages.stream()
                    .map(language -> say(language, key, arguments))
                    .toArray(String[]::new);
        }

        private Words words(java.util.function.Function<Locale, String> say) {
            return Words.of(languages.stream().map(say).toArray(String[]::new));
        }

        private String say(Locale language, String key, Object... arguments) {
            return messages.getMessage("trade.contract.pdf." + key, arguments, language);
        }
    }
}
