package org.farmgate.logistics.storage.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.storage.Arrival;
import org.farmgate.logistics.storage.ArrivalId;
import org.farmgate.logistics.storage.NewArrival;
import org.farmgate.logistics.storage.Received;
import org.farmgate.measure.Mass;
import org.farmgate.measure.MeasureBroken;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.LotId;
import org.springframework.stereotype.Component;

/// Reads what is said of an arrival, from a form or from JSON.
@Component
class ArrivalForms {
    private final Parties parties;
    private final Clock clock;

    ArrivalForms(Parties parties, Clock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    /// `lines`: one lot a line, its number and its kilograms with a space between; an error names its
    /// line.
    NewArrival announced(Actor actor, SiteId site, Fields fields) {
        ArrivalId id = fields.id("id", ArrivalId::new);
        PartyId owner = owner(actor, fields);
        LocalDate on = fields.date("expectedOn");
        String note = fields.optionalText("note", Arrival.LONGEST_NOTE).orElse("");
        List<NewArrival.Announced> lines = lines(fields);
        fields.check();
        return new NewArrival(id, site, owner, on, note, lines);
    }

    /// By the party's code; one's own organisation where it is left out.
    PartyId owner(Actor actor, Fields fields) {
        Optional<String> code = fields.optionalText("owner", 40);
        if (code.isEmpty()) return actor.organisation();
        Party found = parties.byCode(List.of(code.get())).get(code.get());
        if (found == null) return fields.wrong("owner", "no-such-operator", code.get());
        return found.id();
    }

    private static List<NewArrival.Announced> lines(Fields fields) {
        List<NewArrival.Announced> lines = new ArrayList<>();
        int number = 0;
        for (String text : fields.raw("lines").split("\\R")) {
            number++;
            if (text.isBlank()) continue;
            String[] parts = text.strip().split("[\\s,;]+");
            if (parts.length != 2) {
                fields.wrong("lines", "lot-line", (long) number, text.strip());
                continue;
            }
            try {
                lines.add(new NewArrival.Announced(
                        new LotId(UUID.fromString(parts[0])), Mass.parse(parts[1], Mass.Unit.KILOGRAM)));
            } catch (IllegalArgumentException | MeasureBroken _) {
                fields.wrong("lines", "lot-line", (long) number, text.strip());
            }
        }
        return lines;
    }

    /// Kilograms from a form, `grams` from JSON; nothing came where it is zero.
    Received received(Fields fields) {
        LotId lot = fields.id("lot", LotId::new);
        Mass mass = fields.isEmpty("grams")
                ? fields.read("mass", text -> Mass.parse(text, unit(fields)))
                : fields.read("grams", text -> Mass.parse(text, Mass.Unit.GRAM));
        Arrival.How how = fields.choice("how", Arrival.How.class);
        Optional<Arrival.Difference> difference = ArrivalPages.difference(fields);
        String note = fields.optionalText("note", Arrival.LONGEST_NOTE).orElse("");
        Instant at = Books.at(fields, clock.instant());
        fields.check();
        return new Received(lot, mass, how, difference, note, at);
    }

    private static Mass.Unit unit(Fields fields) {
        String unit = fields.raw("massUnit");
        return unit.isBlank() ? Mass.Unit.KILOGRAM : Mass.Unit.of(unit);
    }

    /// `id`, `owner` (a code) or none, `expectedOn`, `note`, `lines`: each `lot` and `grams`; an error
    /// names its place.
    NewArrival announcedByProgram(Actor actor, SiteId site, Map<String, Object> body) {
        Fields fields = Books.fields(body);
        ArrivalId id = fields.id("id", ArrivalId::new);
        PartyId owner = owner(actor, fields);
        LocalDate on = fields.date("expectedOn");
        String note = fields.optionalText("note", Arrival.LONGEST_NOTE).orElse("");
        List<FieldError> errors = new ArrayList<>(fields.errors());
        List<NewArrival.Announced> lines = new ArrayList<>();
        List<Fields> rows = rows(body, "lines", errors);
        for (int i = 0; i < rows.size(); i++) {
            Fields line = rows.get(i);
            LotId lot = line.id("lot", LotId::new);
            Mass mass = line.read("grams", text -> Mass.parse(text, Mass.Unit.GRAM));
            if (line.errors().isEmpty()) lines.add(new NewArrival.Announced(lot, mass));
            add(errors, "lines", i, line);
        }
        if (!errors.isEmpty()) throw new InputBroken(errors);
        return new NewArrival(id, site, owner, on, note, lines);
    }

    /// The objects of an array; none where it is missing, and an error where it is none.
    static List<Fields> rows(Map<String, Object> body, String field, List<FieldError> errors) {
        Object value = body.get(field);
        if (value == null) return List.of();
        if (!(value instanceof List<?> list)) {
            errors.add(FieldError.of(field, "missing"));
            return List.of();
        }
        List<Fields> rows = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map<?, ?> row) rows.add(Books.fields(row));
            else errors.add(FieldError.of(field + "[" + i + "]", "missing"));
        }
        return rows;
    }

    static void add(List<FieldError> errors, String field, int index, Fields row) {
        for (FieldError error : row.errors())
            errors.add(new FieldError(field + "[" + index + "]." + error.field(), error.code(), error.arguments()));
    }
}
