package org.farmgate.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What sellable rows were offered as. Its row is also the lock for whoever changes what backs one: selling, which
/// changes numbers alone, never waits for it.
@Repository
class OfferingStore {
    private final JdbcClient jdbc;

    OfferingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether it is new.
    boolean insert(Offering offering, Instant at) {
        return jdbc.sql("""
                insert into stock.offering (origin_id, sellable_id, listing_id, show_id, owner_id, product_id,
                                            worst_grade, pack_grams, packs, sites, offered_at)
                values (:origin, :id, :listing, :show, :owner, :product, :grade, :pack, :packs, :sites::uuid[], :at)
                on conflict do nothing
                """)
                        .param("origin", offering.origin().value())
                        .param("id", offering.id().value())
                        .param("listing", offering.listing())
                        .param("show", offering.show().orElse(null), Types.OTHER)
                        .param("owner", offering.owner().value())
                        .param("product", offering.product().value())
                        .param("grade", offering.worstGrade())
                        .param("pack", offering.pack().grams())
                        .param("packs", offering.packs())
                        .param("sites", Batch.array(offering.sites()))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Whether it is new.
    boolean insertAddition(RegionId origin, SellableId sellable, HoldingId id, long packs, Instant at) {
        return jdbc.sql("""
                insert into stock.addition (origin_id, id, sellable_id, packs, added_at)
                values (:origin, :id, :sellable, :packs, :at)
                on conflict do nothing
                """)
                        .param("origin", origin.value())
                        .param("id", id.value())
                        .param("sellable", sellable.value())
                        .param("packs", packs)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean isAddition(RegionId origin, SellableId sellable, HoldingId id, long packs) {
        return jdbc.sql("""
                select count(*) from stock.addition
                where origin_id = :origin and id = :id and sellable_id = :sellable and packs = :packs
                """)
                        .param("origin", origin.value())
                        .param("id", id.value())
                        .param("sellable", sellable.value())
                        .param("packs", packs)
                        .query(Long.class)
                        .single()
                == 1;
    }

    Optional<Offering> find(RegionId origin, SellableId id) {
        return byIds(origin, List.of(id)).stream().findFirst();
    }

    Optional<Offering> lock(RegionId origin, SellableId id) {
        return jdbc.sql("select * from stock.offering where origin_id = :origin and sellable_id = :id for update")
                .param("origin", origin.value())
                .param("id", id.value())
                .query(OfferingStore::offering)
                .optional();
    }

    List<Offering> byIds(RegionId origin, Collection<SellableId> ids) {
        return jdbc.sql("select * from stock.offering where origin_id = :origin and sellable_id = any(:ids::uuid[])")
                .param("origin", origin.value())
                .param("ids", Batch.array(ids))
                .query(OfferingStore::offering)
                .list();
    }

    List<Offering> ofListing(RegionId origin, UUID listing) {
        return jdbc.sql("""
                select * from stock.offering where origin_id = :origin and listing_id = :listing order by sellable_id
                """)
                .param("origin", origin.value())
                .param("listing", listing)
                .query(OfferingStore::offering)
                .list();
    }

    private static Offering offering(ResultSet row, int number) throws SQLException {
        return new Offering(
                new SellableId(Rows.uuid(row, "sellable_id")),
                new RegionId(Rows.uuid(row, "origin_id")),
                Rows.uuid(row, "listing_id"),
                Optional.ofNullable(row.getObject("show_id", UUID.class)),
                new PartyId(Rows.uuid(row, "owner_id")),
                new ProductId(Rows.uuid(row, "product_id")),
                row.getInt("worst_grade"),
                new Mass(row.getLong("pack_grams")),
                row.getLong("packs"),
                Arrays.stream((UUID[]) row.getArray("sites").getArray())
                        .map(SiteId::new)
                        .toList());
    }
}
