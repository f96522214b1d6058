package org.farmgate.trade;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.LongList;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads demands; [DemandStore] writes them.
@Repository
class DemandReadStore {
    private final JdbcClient jdbc;

    DemandReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A demand without its places.
    private record Head(DemandId id, Function<List<ShipTo>, Demand> reaching) {}

    private record Place(DemandId demand, int version, ShipTo place) {}

    List<Demand> byIds(Collection<DemandId> ids) {
        if (ids.isEmpty()) return List.of();
        return assemble(jdbc.sql("select * from trade.demand where id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(DemandReadStore::head)
                .list());
    }

    Map<String, DemandId> byReferences(PartyId buyer, Collection<String> references) {
        Map<String, DemandId> found = new HashMap<>();
        jdbc.sql("""
                select reference, id from trade.demand
                where buyer_id = :buyer and reference = any(:references) and reference <> ''
                """)
                .param("buyer", buyer.value())
                .param("references", references.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("reference"), new DemandId(uuid(row, "id")));
                });
        return found;
    }

    /// Not withdrawn, and wanting something in these weeks.
    List<Demand> openIn(WeekSpan season) {
        return assemble(jdbc.sql("""
                select * from trade.demand
                where withdrawn_at is null and last_week >= :first and first_week <= :last
                order by id
                """)
                .param("first", season.first().number())
                .param("last", season.last().number())
                .query(DemandReadStore::head)
                .list());
    }

    /// What contracts do not hold yet; places that have all they want are left out.
    Map<DemandId, List<ShipTo>> stillWanted(Collection<DemandId> ids) {
        return places("""
                select demand_id, 0 as version, site_id, grams - committed_grams as grams from trade.demand_place
                where demand_id = any(:ids::uuid[]) and committed_grams < grams
                order by demand_id, site_id
                """, ids).stream()
                .collect(Collectors.groupingBy(Place::demand, Collectors.mapping(Place::place, Collectors.toList())));
    }

    /// Newest first.
    List<DemandVersion> versions(DemandId id) {
        Map<Integer, List<ShipTo>> places = places("""
                select demand_id, version, site_id, grams from trade.demand_version_place
                where demand_id = any(:ids::uuid[])
                order by version, site_id
                """, List.of(id)).stream()
                .collect(Collectors.groupingBy(Place::version, Collectors.mapping(Place::place, Collectors.toList())));
        return jdbc.sql("select * from trade.demand_version where demand_id = :id order by version desc")
                .param("id", id.value())
                .query((row, number) -> new DemandVersion(
                        row.getInt("version"),
                        row.getInt("minimum_grade"),
                        weeks(row),
                        new Price(row.getLong("highest_fen_per_tonne")),
                        new Mass(row.getLong("wanted_grams")),
                        places.getOrDefault(row.getInt("version"), List.of()),
                        row.getString("note"),
                        instant(row, "written_at"),
                        new PartyId(uuid(row, "written_by"))))
                .list();
    }

    /// Newest first.
    ///
    /// @param buyer whose demands are seen; empty for everybody's
    /// @param thisWeek what decides which are past
    Slice<DemandListing> search(DemandQuery query, Optional<PartyId> buyer, IsoWeek thisWeek) {
        List<String> where = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        switch (query.show()) {
            case OPEN -> where.add("d.withdrawn_at is null and d.last_week >= :week");
            case PAST -> where.add("d.withdrawn_at is null and d.last_week < :week");
            case WITHDRAWN -> where.add("d.withdrawn_at is not null");
            case ALL -> {}
        }
        values.put("week", thisWeek.number());
        buyer.ifPresent(party -> {
            where.add("d.buyer_id = :buyer");
            values.put("buyer", party.value());
        });
        query.product().ifPresent(product -> {
            where.add("d.product_id = :product");
            values.put("product", product.value());
        });
        if (!query.paging().search().isEmpty()) {
            where.add("d.search like :search escape '\\'");
            values.put("search", query.paging().pattern().toLowerCase(java.util.Locale.ROOT));
        }
        return new LongList(
                        "trade.demand d",
                        where,
                        values,
                        "d.id",
                        "select d.* from page join trade.demand d using (id)",
                        List.of("d.posted_at desc", "d.id desc"))
                .read(jdbc, query.paging(), DemandReadStore::listing);
    }

    private List<Demand> assemble(List<Head> heads) {
        Map<DemandId, List<ShipTo>> places = places(
                        """
                select demand_id, 0 as version, site_id, grams from trade.demand_place
                where demand_id = any(:ids::uuid[])
                order by demand_id, site_id
                """, heads.stream().map(Head::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Place::demand, Collectors.mapping(Place::place, Collectors.toList())));
        return heads.stream()
                .map(head -> head.reaching().apply(places.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private List<Place> places(String sql, Collection<DemandId> ids) {
        return jdbc.sql(sql)
                .param("ids", Batch.array(ids))
                .query((row, number) -> new Place(
                        new DemandId(uuid(row, "demand_id")),
                        row.getInt("version"),
                        new ShipTo(new SiteId(uuid(row, "site_id")), new Mass(row.getLong("grams")))))
                .list();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        var id = new DemandId(uuid(row, "id"));
        var buyer = new PartyId(uuid(row, "buyer_id"));
        var product = new ProductId(uuid(row, "product_id"));
        int grade = row.getInt("minimum_grade");
        WeekSpan window = weeks(row);
        var price = new Price(row.getLong("highest_fen_per_tonne"));
        String reference = row.getString("reference");
        String note = row.getString("note");
        int version = row.getInt("version");
        DemandState state = row.getObject("withdrawn_at") == null
                ? new DemandState.Open()
                : new DemandState.Withdrawn(
                        instant(row, "withdrawn_at"),
                        new PartyId(uuid(row, "withdrawn_by")),
                        row.getString("withdrawn_reason"));
        return new Head(
                id,
                places ->
                        new Demand(id, buyer, product, grade, window, price, places, reference, note, state, version));
    }

    private static DemandListing listing(ResultSet row, int number) throws SQLException {
        return new DemandListing(
                new DemandId(uuid(row, "id")),
                new PartyId(uuid(row, "buyer_id")),
                new ProductId(uuid(row, "product_id")),
                row.getInt("minimum_grade"),
                weeks(row),
                new Price(row.getLong("highest_fen_per_tonne")),
                new Mass(row.getLong("wanted_grams")),
                new Mass(row.getLong("committed_grams")),
                row.getInt("places"),
                row.getString("reference"),
                row.getObject("withdrawn_at") != null,
                instant(row, "posted_at"));
    }

    static WeekSpan weeks(ResultSet row) throws SQLException {
        return new WeekSpan(IsoWeek.fromNumber(row.getInt("first_week")), IsoWeek.fromNumber(row.getInt("last_week")));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
