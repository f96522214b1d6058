package org.farmgate.logistics.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.farmgate.logistics.Carrier;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Incident;
import org.farmgate.logistics.IncidentId;
import org.farmgate.logistics.Incidents;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.logistics.NewIncident;
import org.farmgate.logistics.Returns;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Component;

/// Reads what is said about a consignment, from a form (kilograms, now) or from JSON (grams, and when).
@Component
class ConsignmentForms {
    private final Consignments consignments;
    private final Incidents incidents;
    private final Returns returns;
    private final ConsignmentViews views;
    private final Clock clock;

    ConsignmentForms(
            Consignments consignments, Incidents incidents, Returns returns, ConsignmentViews views, Clock clock) {
        this.incidents = incidents;
        this.returns = returns;
        this.consignments = consignments;
        this.views = views;
        this.clock = clock;
    }

    /// The carrier by party, or by name where it has no account here.
    Consignment handOver(Actor actor, ConsignmentId id, Fields fields) {
        Optional<PartyId> party = fields.optional("carrier", f -> f.id("carrier", PartyId::new));
        String name = party.isPresent() ? "" : fields.text("carrierName", Carrier.LONGEST_NAME);
        Optional<Mass> loaded = mass(fields, "loaded");
        Instant at = at(fields);
        fields.check();
        Carrier carrier = party.map(known -> new Carrier(party, views.carrierName(known)))
                .orElseGet(() -> new Carrier(Optional.empty(), name));
        return consignments.handOver(actor, id, carrier, loaded, at);
    }

    Consignment deliver(Actor actor, ConsignmentId id, Fields fields) {
        String receiver = fields.text("receiver", Consignments.LONGEST_NAME);
        Optional<Mass> accepted = mass(fields, "accepted");
        Instant at = at(fields);
        fields.check();
        Mass taken = accepted.orElseGet(() -> consignments.see(actor, id).sent());
        return consignments.deliver(actor, id, receiver, taken, at);
    }

    Consignment fail(Actor actor, ConsignmentId id, Fields fields) {
        String reason = fields.text("reason", Consignments.LONGEST_REASON);
        Instant at = at(fields);
        fields.check();
        return consignments.fail(actor, id, reason, at);
    }

    void raise(Actor actor, ConsignmentId id, Fields fields) {
        IncidentId incident = fields.id("incident", IncidentId::new);
        Incident.Kind kind = fields.choice("kind", Incident.Kind.class);
        String text = fields.text("text", NewIncident.LONGEST_TEXT);
        Money damage = fields.optional("damage", f -> f.money("damage")).orElse(Money.ZERO);
        Optional<PartyId> payer = fields.optional("payer", f -> f.id("payer", PartyId::new));
        fields.check();
        incidents.raise(actor, new NewIncident(incident, id, kind, text, damage, payer));
    }

    Consignment sendBack(Actor actor, ConsignmentId id, Fields fields) {
        Optional<Mass> mass = mass(fields, "back");
        Long packages = fields.number("backPackages", 1, NewConsignment.MOST_PACKAGES);
        LocalDate first = fields.date("backFirst");
        LocalDate last = fields.date("backLast");
        fields.check();
        Mass back = mass.orElseGet(() -> consignments.see(actor, id).sent());
        return returns.book(actor, id, back, packages.intValue(), first, last);
    }

    /// `<field>Grams`, or `<field>` in the unit chosen beside it.
    private static Optional<Mass> mass(Fields fields, String field) {
        String inGrams = field + "Grams";
        if (!fields.isEmpty(inGrams))
            return Optional.ofNullable(fields.read(inGrams, text -> Mass.parse(text, Mass.Unit.GRAM)));
        return fields.optional(field, f -> f.mass(field));
    }

    private Instant at(Fields fields) {
        if (fields.isEmpty("at")) return clock.instant();
        return fields.read("at", text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException _) {
                throw new InputBroken("at", "no-such-date", text);
            }
        });
    }
}
