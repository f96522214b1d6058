package org.farmgate.logistics.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.Unsealed;
import org.farmgate.place.Region;
import org.farmgate.platform.print.Sheet;
import org.farmgate.platform.print.Signature;
import org.farmgate.platform.print.Words;
import org.farmgate.platform.web.Formats;
import org.farmgate.platform.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Prints the paper that goes with a consignment: who sends what to whom, with boxes for three signatures.
@Component
class DeliveryNotes {
    private final ConsignmentViews views;
    private final MessageSource messages;

    DeliveryNotes(ConsignmentViews views, MessageSource messages) {
        this.views = views;
        this.messages = messages;
    }

    byte[] print(Consignment one, Unsealed unsealed, Locale reader) {
        List<Locale> languages = new ArrayList<>(List.of(Languages.CHINESE));
        if (!reader.getLanguage().equals("zh")) languages.add(reader);
        return new Note(one, unsealed, languages, views.names(one)).print();
    }

    private final class Note {
        private final Consignment one;
        private final Unsealed unsealed;
        private final List<Locale> languages;
        private final ConsignmentPage.Names names;

        Note(Consignment one, Unsealed unsealed, List<Locale> languages, ConsignmentPage.Names names) {
            this.one = one;
            this.unsealed = unsealed;
            this.languages = languages;
            this.names = names;
        }

        byte[] print() {
            Sheet sheet = Sheet.a4(languages.toArray(Locale[]::new))
                    .title(said("consignment.note"))
                    .paragraph(one.number());
            fact(sheet, "consignment.sender", _ -> names.party(one.sender()));
            fact(sheet, "consignment.from", _ -> join(names.site(one.from()), names.address(one.from())));
            fact(sheet, "consignment.to", this::to);
            fact(sheet, "consignment.origin", language -> region(one.origin(), language));
            if (!one.products().isEmpty()) fact(sheet, "consignment.goods", this::products);
            fact(sheet, "consignment.packages", language -> formats(language).number(one.packages()));
            fact(sheet, "consignment.mass", language -> formats(language).mass(one.sent()));
            fact(
                    sheet,
                    "consignment.days",
                    language -> formats(language).date(one.firstDay()) + " – "
                            + formats(language).date(one.lastDay()));
            one.state().handedOver().ifPresent(sent -> {
                fact(sheet, "consignment.carrier", _ -> sent.to().name());
                fact(
                        sheet,
                        "consignment.handed-over-at",
                        language -> formats(language).instant(sent.at()));
            });
            sheet.paragraph(said("consignment.note.text"));
            return sheet.signatures(List.of(box("consignment.sender"), box("consignment.carrier"), box("receiver")))
                    .footer(one.number() + " · " + one.id())
                    .print();
        }

        private String to(Locale language) {
            Optional<Delivery.ToDoor> door = unsealed.door();
            if (door.isPresent())
                return join(
                        door.get().name(),
                        door.get().telephone(),
                        region(one.toRegion(), language),
                        door.get().address());
            return one.toSite()
                    .map(site -> join(names.site(site), names.address(site)))
                    .orElseGet(() -> region(one.toRegion(), language));
        }

        private String products(Locale language) {
            return one.products().stream()
                    .map(id -> Optional.ofNullable(names.products().get(id))
                            .map(product -> product.name().in(language))
                            .orElse("–"))
                    .collect(java.util.stream.Collectors.joining(", "));
        }

        private String region(org.farmgate.place.RegionId id, Locale language) {
            Region region = names.regions().get(id);
            return region == null ? "–" : region.name().in(language);
        }

        private Signature box(String role) {
            return new Signature(
                    Words.of(said(role.startsWith("consignment") ? role : "consignment." + role)),
                    Words.of(""),
                    Words.of(""));
        }

        private void fact(Sheet sheet, String label, Function<Locale, String> value) {
            sheet.fact(
                    Words.of(said(label)),
                    Words.of(languages.stream().map(value).toArray(String[]::new)));
        }

        private String[] said(String key) {
            return languages.stream()
                    .map(language -> messages.getMessage("logistics." + key, null, language))
                    .toArray(String[]::new);
        }

        private Formats formats(Locale language) {
            return new Formats(messages, language);
        }

        private static String join(String... parts) {
            return java.util.Arrays.stream(parts)
                    .filter(part -> !part.isBlank())
                    .collect(java.util.stream.Collectors.joining(", "));
        }
    }
}
