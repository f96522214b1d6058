package org.farmgate.logistics.trips.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.farmgate.logistics.trips.Trip;
import org.farmgate.logistics.trips.TripLoad;
import org.farmgate.logistics.trips.TripStop;
import org.farmgate.platform.print.Sheet;
import org.farmgate.platform.print.Signature;
import org.farmgate.platform.print.Words;
import org.farmgate.platform.web.Formats;
import org.farmgate.platform.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Prints what is to be loaded and where it goes, in the order of the stops, for the ramp and the driver.
@Component
class LoadingLists {
    private final TripViews views;
    private final MessageSource messages;

    LoadingLists(TripViews views, MessageSource messages) {
        this.views = views;
        this.messages = messages;
    }

    byte[] print(Trip trip, Locale reader) {
        List<Locale> languages = new ArrayList<>(List.of(Languages.CHINESE));
        if (!reader.getLanguage().equals("zh")) languages.add(reader);
        TripNames names = views.names(List.of(trip), List.of(), List.of());
        Sheet sheet = Sheet.a4(languages.toArray(Locale[]::new))
                .title(said(languages, "trips.list.print"))
                .paragraph(trip.number());
        fact(sheet, languages, "trips.day", language -> formats(language).date(trip.day()));
        fact(
                sheet,
                languages,
                "trips.truck",
                language -> names.kinds().containsKey(trip.truckKind())
                        ? names.kinds().get(trip.truckKind()).name().in(language)
                        : "–");
        trip.carriage().ifPresent(carriage -> {
            fact(sheet, languages, "trips.carrier", _ -> names.party(carriage.carrier()));
            fact(sheet, languages, "trips.plate", _ -> carriage.plate());
            fact(sheet, languages, "trips.driver", _ -> carriage.driver());
        });
        for (TripStop stop : trip.stops()) {
            String where = (stop.place() + 1) + "  " + names.site(stop.site());
            List<TripLoad> here = trip.loads().stream()
                    .filter(load ->
                            load.leg() == stop.leg() && stop.site().equals(stop.pickUp() ? load.from() : load.to()))
                    .toList();
            sheet.heading(languages.stream()
                    .map(language -> where + "  ·  "
                            + messages.getMessage(stop.pickUp() ? "trips.pick-up" : "trips.drop", null, language))
                    .toArray(String[]::new));
            for (TripLoad load : here)
                sheet.fact(
                        Words.of(languages.stream().map(_ -> load.number()).toArray(String[]::new)),
                        Words.of(languages.stream()
                                .map(language -> formats(language).mass(load.counted()) + "  ·  "
                                        + formats(language).number(load.packages()) + "  ·  "
                                        + names.site(stop.pickUp() ? load.to() : load.from()))
                                .toArray(String[]::new)));
        }
        return sheet.signatures(
                        List.of(box(languages, "trips.print.sign.sender"), box(languages, "trips.print.sign.carrier")))
                .footer(trip.number() + " · " + trip.id())
                .print();
    }

    private Signature box(List<Locale> languages, String role) {
        return new Signature(Words.of(said(languages, role)), Words.of(""), Words.of(""));
    }

    private void fact(Sheet sheet, List<Locale> languages, String key, Function<Locale, String> value) {
        sheet.fact(
                Words.of(said(languages, key)),
                Words.of(languages.stream().map(value).toArray(String[]::new)));
    }

    private String[] said(List<Locale> languages, String key) {
        return languages.stream()
                .map(language -> messages.getMessage(key, null, language))
                .toArray(String[]::new);
    }

    private Formats formats(Locale language) {
        return new Formats(messages, language);
    }
}
