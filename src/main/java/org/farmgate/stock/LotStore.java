package org.farmgate.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LotStore {
    private final JdbcClient jdbc;

    LotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Lots that are there already are left as they are. Two statements for any number of lots.
    void insert(Collection<Lot> lots) {
        jdbc.sql("""
                insert into stock.lot (origin_id, id, product_id, grade, mass_grams, made_on, best_before, parts)
                select * from unnest(:origin::uuid[], :id::uuid[], :product::uuid[], :grade::int[], :mass::bigint[],
                                     :madeOn::date[], :bestBefore::date[], :parts::int[])
                on conflict do nothing
                """)
                .params(Batch.of(lots)
                        .ids("origin", Lot::origin)
                        .ids("id", Lot::id)
                        .ids("product", Lot::product)
                        .ints("grade", Lot::grade)
                        .longs("mass", lot -> lot.mass().grams())
                        .dates("madeOn", Lot::madeOn)
                        .dates("bestBefore", Lot::bestBefore)
                        .ints("parts", lot -> lot.composition().size())
                        .params())
                .update();
        List<Part> parts = new ArrayList<>();
        for (Lot lot : lots)
            for (Component component : lot.composition()) parts.add(new Part(lot, parts.size(), component));
        jdbc.sql("""
                insert into stock.component (origin_id, lot_id, ordinal, parent_id, from_origin_id, mass_grams)
                select origin, lot, row_number() over (partition by lot order by place) - 1, parent, from_origin, mass
                from unnest(:origin::uuid[], :lot::uuid[], :place::int[], :parent::uuid[], :from::uuid[],
                            :mass::bigint[]) as part (origin, lot, place, parent, from_origin, mass)
                on conflict do nothing
                """)
                .params(Batch.of(parts)
                        .ids("origin", part -> part.lot().origin())
                        .ids("lot", part -> part.lot().id())
                        .ints("place", Part::place)
                        .optionalIds("parent", part -> part.component().parent())
                        .ids("from", part -> part.component().origin())
                        .longs("mass", part -> part.component().mass().grams())
                        .params())
                .update();
    }

    Map<LotId, Lot> byIds(Collection<LotId> ids) {
        if (ids.isEmpty()) return Map.of();
        Map<LotId, List<Row>> rows = new LinkedHashMap<>();
        jdbc.sql("""
                select l.id, l.origin_id, l.product_id, l.grade, l.mass_grams, l.made_on, l.best_before, l.parts,
                       c.parent_id, c.from_origin_id, c.mass_grams as part_grams
                from stock.lot l join stock.component c on c.origin_id = l.origin_id and c.lot_id = l.id
                where l.id = any(:ids::uuid[])
                order by l.id, c.ordinal
                """)
                .param("ids", Batch.array(ids))
                .query(LotStore::row)
                .list()
                .forEach(row ->
                        rows.computeIfAbsent(row.id, _ -> new ArrayList<>()).add(row));
        Map<LotId, Lot> lots = new LinkedHashMap<>();
        rows.forEach((id, parts) -> lots.put(id, lot(parts)));
        return lots;
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(
                new LotId(rs.getObject("id", UUID.class)),
                new RegionId(rs.getObject("origin_id", UUID.class)),
                new ProductId(rs.getObject("product_id", UUID.class)),
                rs.getInt("grade"),
                new Mass(rs.getLong("mass_grams")),
                rs.getObject("made_on", LocalDate.class),
                rs.getObject("best_before", LocalDate.class),
                rs.getInt("parts"),
                new Component(
                        Optional.ofNullable(rs.getObject("parent_id", UUID.class))
                                .map(LotId::new),
                        new RegionId(rs.getObject("from_origin_id", UUID.class)),
                        new Mass(rs.getLong("part_grams"))));
    }

    private static Lot lot(List<Row> rows) {
        Row first = rows.getFirst();
        if (rows.size() != first.parts)
            throw new IllegalStateException("lot " + first.id + " has lost a part of its composition");
        List<Component> composition = rows.stream().map(Row::component).toList();
        return new Lot(
                first.id,
                first.origin,
                first.product,
                first.grade,
                first.mass,
                first.madeOn,
                first.bestBefore,
                composition);
    }

    private record Part(Lot lot, int place, Component component) {}

    private record Row(
            LotId id,
            RegionId origin,
            ProductId product,
            int grade,
            Mass mass,
            LocalDate madeOn,
            LocalDate bestBefore,
            int parts,
            Component component) {}
}
