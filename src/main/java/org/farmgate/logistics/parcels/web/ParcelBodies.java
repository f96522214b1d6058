package org.farmgate.logistics.parcels.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.parcels.Contact;
import org.farmgate.logistics.parcels.NewParcel;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ParcelSource;
import org.farmgate.logistics.parcels.ParcelTarget;
import org.farmgate.logistics.parcels.Scan;
import org.farmgate.logistics.parcels.ScanId;
import org.farmgate.logistics.parcels.ScanKind;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what programs and forms send.
@Component
class ParcelBodies {
    private final Clock clock;

    ParcelBodies(Clock clock) {
        this.clock = clock;
    }

    /// What kind of parcel it is shows in what is there: a consignment, a waybill, or a sender.
    NewParcel parcel(Fields fields) {
        ParcelId id = fields.id("id", ParcelId::new);
        SiteId site = fields.id("site", SiteId::new);
        Long grams = fields.number("massGrams", 1, NewParcel.Size.GREATEST_MASS.grams());
        Long litres = fields.number("litres", 1, NewParcel.Size.MOST_LITRES);
        Instant at = at(fields);
        if (!fields.isEmpty("consignment")) {
            ConsignmentId consignment = fields.id("consignment", ConsignmentId::new);
            Long number =
                    fields.isEmpty("packageNumber") ? Long.valueOf(1) : fields.number("packageNumber", 1, 1_000_000);
            fields.check();
            return new NewParcel.OfOrder(id, site, consignment, number.intValue(), size(grams, litres), at);
        }
        Contact receiver = contact(fields, "receiver");
        ParcelTarget to = fields.isEmpty("toSite")
                ? fields.read("toRegion", text -> new ParcelTarget.Door(new RegionId(uuid("toRegion", text))))
                : fields.read("toSite", text -> new ParcelTarget.Pickup(new SiteId(uuid("toSite", text))));
        if (fields.isEmpty("waybill")) {
            Contact sender = contact(fields, "sender");
            fields.check();
            return new NewParcel.FromVillager(id, site, sender, receiver, to, size(grams, litres), at);
        }
        String carrier = fields.text("carrier", ParcelSource.Inbound.LONGEST_CARRIER);
        String waybill = fields.text("waybill", ParcelSource.Inbound.LONGEST_WAYBILL);
        fields.check();
        return new NewParcel.Inbound(
                id, site, new ParcelSource.Inbound(carrier, waybill), receiver, to, size(grams, litres), at);
    }

    private static java.util.UUID uuid(String field, String text) {
        try {
            return java.util.UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new InputBroken(field, "no-such-id", text);
        }
    }

    private static NewParcel.Size size(long grams, long litres) {
        return new NewParcel.Size(new Mass(grams), (int) litres);
    }

    /// `<end>Name`, `<end>Telephone`, `<end>Address`.
    private static Contact contact(Fields fields, String end) {
        String name = fields.text(end + "Name", Contact.LONGEST_NAME);
        String telephone = fields.text(end + "Telephone", Contact.LONGEST_TELEPHONE);
        String address =
                fields.optionalText(end + "Address", Contact.LONGEST_ADDRESS).orElse("");
        boolean read = name != null && telephone != null;
        return read ? new Contact(name, telephone, address) : new Contact("-", "-", "");
    }

    Scan scan(Fields fields) {
        ScanId id = fields.id("id", ScanId::new);
        String code = fields.text("code", Scan.LONGEST_CODE);
        SiteId site = fields.id("site", SiteId::new);
        ScanKind kind = fields.choice("kind", ScanKind.class);
        Instant at = at(fields);
        Optional<String> into = fields.optionalText("into", Scan.LONGEST_CODE);
        Optional<Mass> weighed = weighed(fields);
        String note = fields.optionalText("note", Scan.LONGEST_NOTE).orElse("");
        fields.check();
        return new Scan(id, code, site, kind, at, into, weighed, note);
    }

    Optional<Mass> weighed(Fields fields) {
        if (fields.isEmpty("weighedGrams")) return Optional.empty();
        return Optional.ofNullable(fields.read("weighedGrams", text -> {
            Mass mass = Mass.parse(text, Mass.Unit.GRAM);
            if (mass.isZero()) throw new InputBroken("weighedGrams", "zero");
            return mass;
        }));
    }

    /// ISO 8601 with an offset; now where it is missing.
    Instant at(Fields fields) {
        if (fields.isEmpty("at")) return clock.instant();
        return fields.read("at", text -> {
            try {
                return Scan.moment(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException _) {
                throw new InputBroken("at", "no-such-date", text);
            }
        });
    }

    /// Of one in a batch; nothing where it is no object.
    static Fields fields(@Nullable Object one) {
        Map<String, Object> members = new HashMap<>();
        if (one instanceof Map<?, ?> map)
            map.forEach((name, value) -> {
                if (name != null && value != null) members.put(String.valueOf(name), value);
            });
        return fields(members);
    }

    /// Which scan it was to be, as far as that can be read.
    static @Nullable ScanId id(Fields fields) {
        try {
            return new ScanId(java.util.UUID.fromString(fields.raw("id").strip()));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    static Fields fields(Map<String, Object> body) {
        return new Fields(body.entrySet().stream()
                .filter(member -> member.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, member -> String.valueOf(member.getValue()))));
    }
}
