package org.farmgate.logistics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Sealing.Sealed;
import org.farmgate.product.ProductId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes consignments. Each step is one update that looks at the stage it comes from: of two at once one
/// wins.
@Repository
class ConsignmentStore {
    private final JdbcClient jdbc;

    ConsignmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A consignment as it is written.
    ///
    /// @param door sealed; empty for a site
    /// @param cold also where only its products ask for it
    record Row(
            NewConsignment wanted, Optional<SiteId> toSite, RegionId toRegion, Optional<Sealed> door, boolean cold) {}

    /// Those that were added; those whose id is taken are not.
    Set<ConsignmentId> insert(Collection<Row> rows, Instant at) {
        return jdbc.sql("""
                insert into logistics.consignment (origin_id, id, number, sender_id, from_site, to_site, to_region,
                  door_key, door_sealed, mass_grams, packages, products, litres, cold, payer_id, first_day, last_day,
                  cause_kind, cause_id, booked_at)
                select origin, id, number, sender, site, to_site, to_region, door_key, decode(door, 'hex'), mass,
                  packages, string_to_array(products, ' ')::uuid[], litres, cold = 1, payer, first_day, last_day, cause_kind, cause, :at
                from unnest(:origins::uuid[], :ids::uuid[], :numbers::text[], :senders::uuid[], :sites::uuid[],
                  :toSites::uuid[], :toRegions::uuid[], :doorKeys::text[], :doors::text[], :masses::bigint[],
                  :packages::int[], :products::text[], :litres::int[], :colds::int[], :payers::uuid[], :firstDays::date[], :lastDays::date[], :causeKinds::text[],
                  :causes::uuid[])
                  as n (origin, id, number, sender, site, to_site, to_region, door_key, door, mass, packages, products,
                        litres, cold, payer, first_day, last_day, cause_kind, cause)
                on conflict do nothing
                returning id
                """)
                .params(Batch.of(rows)
                        .ids("origins", row -> row.wanted().origin())
                        .ids("ids", row -> row.wanted().id())
                        .texts("numbers", row -> Consignment.number(row.wanted().id()))
                        .ids("senders", row -> row.wanted().sender())
                        .ids("sites", row -> row.wanted().from())
                        .optionalIds("toSites", Row::toSite)
                        .ids("toRegions", Row::toRegion)
                        .params())
                .params(Batch.of(rows)
                        .longs("masses", row -> row.wanted().mass().grams())
                        .ints("packages", row -> row.wanted().packages())
                        .texts("products", row -> words(row.wanted().products()))
                        .ints("litres", row -> row.wanted().handling().litres())
                        .ints("colds", row -> row.cold() ? 1 : 0)
                        .optionalIds("payers", row -> row.wanted().handling().payer())
                        .dates("firstDays", row -> row.wanted().firstDay())
                        .dates("lastDays", row -> row.wanted().lastDay())
                        .texts("causeKinds", row -> row.wanted().causeKind())
                        .texts("causes", row -> row.wanted().cause().toString())
                        .params())
                .param("doorKeys", doors(rows, Sealed::keyId))
                .param("doors", doors(rows, seal -> HexFormat.of().formatHex(seal.bytes())))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new ConsignmentId(row.getObject("id", UUID.class)))
                .set();
    }

    private static String words(Collection<ProductId> products) {
        return String.join(" ", Batch.array(products));
    }

    @SuppressWarnings("NullAway")
    private static @Nullable String[] doors(Collection<Row> rows, java.util.function.Function<Sealed, String> part) {
        return rows.stream().map(row -> row.door().map(part).orElse(null)).toArray(String[]::new);
    }

    /// @param trip that has taken it; what a trip has taken goes with no other carrier
    boolean handOver(Consignment before, ConsignmentState.HandedOver now, Optional<UUID> trip) {
        return jdbc.sql("""
                        update logistics.consignment set stage = 'HANDED_OVER', handed_over_at = :at,
                          carrier_id = :carrier::uuid, carrier_name = :name, loaded_grams = :loaded
                        where origin_id = :origin and id = :id and stage = 'BOOKED'
                          and trip_id is not distinct from :trip::uuid
                        """)
                        .params(key(before))
                        .param("trip", trip.map(UUID::toString).orElse(null))
                        .param("at", now.at().atOffset(ZoneOffset.UTC))
                        .param("carrier", now.to().party().map(Object::toString).orElse(null))
                        .param("name", now.to().name())
                        .param("loaded", now.loaded().grams())
                        .update()
                == 1;
    }

    boolean deliver(Consignment before, ConsignmentState.Delivered now, Sealed receiver) {
        return jdbc.sql("""
                        update logistics.consignment set stage = 'DELIVERED', delivered_at = :at,
                          accepted_grams = :accepted, receiver_key = :key, receiver_sealed = :sealed
                        where origin_id = :origin and id = :id and stage = 'HANDED_OVER'
                        """)
                        .params(key(before))
                        .param("at", now.at().atOffset(ZoneOffset.UTC))
                        .param("accepted", now.accepted().grams())
                        .param("key", receiver.keyId())
                        .param("sealed", receiver.bytes())
                        .update()
                == 1;
    }

    /// Locks its row until the transaction ends.
    void hold(Consignment one) {
        jdbc.sql("select id from logistics.consignment where origin_id = :origin and id = :id for update")
                .params(key(one))
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    /// @param from the stages that it may come from
    boolean fail(Consignment before, ConsignmentState.Failed now, Collection<ConsignmentStage> from) {
        return jdbc.sql("""
                        update logistics.consignment set stage = 'FAILED', failed_at = :at, failed_reason = :reason
                        where origin_id = :origin and id = :id and stage = any(:from::text[])
                        """)
                        .params(key(before))
                        .param("at", now.at().atOffset(ZoneOffset.UTC))
                        .param("reason", now.reason())
                        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    /// @param by empty where the platform did it
    void step(Collection<? extends HasKey> of, ConsignmentStage stage, Instant at, Optional<Actor> by, String note) {
        jdbc.sql("""
                insert into logistics.consignment_step (origin_id, consignment_id, stage, at, person_id, person_name,
                  organisation_name, note)
                select n.*, :stage, :at, :person::uuid, :name, :organisation, :note
                from unnest(:origins::uuid[], :ids::uuid[]) as n
                """)
                .params(Batch.of(java.util.List.copyOf(of))
                        .ids("origins", HasKey::origin)
                        .ids("ids", HasKey::id)
                        .params())
                .param("stage", stage.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", by.map(actor -> actor.person().toString()).orElse(null))
                .param("name", by.map(Actor::personName).orElse(""))
                .param("organisation", by.map(Actor::organisationName).orElse(""))
                .param("note", note)
                .update();
    }

    private static Map<String, Object> key(Consignment of) {
        return Map.of("origin", of.origin().value(), "id", of.id().value());
    }

    /// What names a row.
    interface HasKey {
        RegionId origin();

        ConsignmentId id();
    }
}
