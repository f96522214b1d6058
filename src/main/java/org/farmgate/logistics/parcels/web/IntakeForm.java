package org.farmgate.logistics.parcels.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentQuery;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.parcels.Contact;
import org.farmgate.logistics.parcels.NewParcel;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.logistics.parcels.ParcelSource;
import org.farmgate.logistics.parcels.ParcelTarget;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionTexts;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.springframework.stereotype.Component;

/// Reads what a clerk typed, scanned, weighed and measured at the counter.
@Component
class IntakeForm {
    /// Of an edge, in centimetres.
    static final int LONGEST_EDGE = 200;

    private static final int CUBIC_CENTIMETRES_PER_LITRE = 1_000;

    private final ParcelNetwork network;
    private final RegionTexts regions;
    private final Consignments consignments;

    IntakeForm(ParcelNetwork network, RegionTexts regions, Consignments consignments) {
        this.network = network;
        this.regions = regions;
        this.consignments = consignments;
    }

    NewParcel read(Actor actor, SiteId site, IntakeKind kind, Fields fields, Instant at) {
        ParcelId id = fields.id("id", ParcelId::new);
        return switch (kind) {
            case VILLAGER -> {
                Contact sender = contact(fields, "sender", false);
                Contact receiver = contact(fields, "receiver", isDoor(fields));
                ParcelTarget to = target(fields);
                yield new NewParcel.FromVillager(id, site, sender, receiver, to, size(fields), at);
            }
            case INBOUND -> {
                String carrier = fields.text("carrier", ParcelSource.Inbound.LONGEST_CARRIER);
                String waybill = fields.text("waybill", ParcelSource.Inbound.LONGEST_WAYBILL);
                Contact receiver = contact(fields, "receiver", isDoor(fields));
                ParcelTarget to = target(fields);
                NewParcel.Size size = size(fields);
                yield new NewParcel.Inbound(
                        id, site, new ParcelSource.Inbound(carrier, waybill), receiver, to, size, at);
            }
            case ORDER -> {
                ConsignmentId consignment = fields.read("consignment", text -> consignment(actor, text));
                Long number = fields.number("package", 1, 1_000_000);
                NewParcel.Size size = size(fields);
                yield new NewParcel.OfOrder(id, site, consignment, number.intValue(), size, at);
            }
        };
    }

    private static Contact contact(Fields fields, String who, boolean withAddress) {
        String name = fields.text(who + "Name", Contact.LONGEST_NAME);
        String telephone = fields.text(who + "Telephone", Contact.LONGEST_TELEPHONE);
        String address = withAddress
                ? fields.text(who + "Address", Contact.LONGEST_ADDRESS)
                : fields.optionalText(who + "Address", Contact.LONGEST_ADDRESS).orElse("");
        return fields.errors().isEmpty() ? new Contact(name, telephone, address) : NOBODY;
    }

    /// Stands in until [Fields#check] refuses the whole.
    private static final Contact NOBODY = new Contact("–", "–", "");

    private static boolean isDoor(Fields fields) {
        return fields.raw("how").equals("door");
    }

    /// `how`: `door` or `pickup`; `station` of this county, or the one that serves a region.
    private ParcelTarget target(Fields fields) {
        if (isDoor(fields)) return new ParcelTarget.Door(region(fields));
        if (!fields.isEmpty("station")) return new ParcelTarget.Pickup(fields.id("station", SiteId::new));
        RegionId region = region(fields);
        if (!fields.errors().isEmpty()) return new ParcelTarget.Door(region);
        Optional<SiteId> serving = network.siteFor(region);
        if (serving.isEmpty()) fields.wrong("region", "no-station-there", fields.raw("region"));
        return serving.<ParcelTarget>map(ParcelTarget.Pickup::new).orElse(new ParcelTarget.Door(region));
    }

    private RegionId region(Fields fields) {
        return fields.read("region", regions::read);
    }

    /// Checks all that was typed: what follows is sound.
    private static NewParcel.Size size(Fields fields) {
        var mass = fields.mass("mass");
        Long length = fields.number("length", 1, LONGEST_EDGE);
        Long width = fields.number("width", 1, LONGEST_EDGE);
        Long height = fields.number("height", 1, LONGEST_EDGE);
        fields.check();
        long litres = Math.ceilDiv(length * width * height, (long) CUBIC_CENTIMETRES_PER_LITRE);
        return new NewParcel.Size(mass, Math.toIntExact(litres));
    }

    /// By its id, as a delivery note's foot has it, or by the number on it.
    private ConsignmentId consignment(Actor actor, String text) {
        String typed = text.strip();
        try {
            return new ConsignmentId(UUID.fromString(typed.substring(typed.lastIndexOf(' ') + 1)));
        } catch (IllegalArgumentException _) {
            if (!actor.may(Right.MOVE_GOODS)) throw new InputBroken("", "no-such-consignment", typed);
            return consignments
                    .search(actor, new ConsignmentQuery(new Paging(0, 5, typed), java.util.Set.of()))
                    .rows()
                    .stream()
                    .filter(one -> one.number().equalsIgnoreCase(typed))
                    .map(Consignment::id)
                    .findFirst()
                    .orElseThrow(() -> new InputBroken("", "no-such-consignment", typed));
        }
    }
}
