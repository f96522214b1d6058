package org.farmgate.trade.planning;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.trade.PlanId;
import org.farmgate.trade.planning.PlanFigures.Acceptable;
import org.farmgate.trade.planning.PlanFigures.EqualGroup;
import org.farmgate.trade.planning.PlanFigures.Flow;
import org.farmgate.trade.planning.PlanFigures.Paid;
import org.farmgate.trade.planning.PlanFigures.WeekBalance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sums over a plan's rows, each figure one query.
@Repository
class FigureStore {
    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WeekBalance> weeks(PlanId plan, WeekSpan season) {
        TreeMap<IsoWeek, Long> supply = spread(plan, "trade.plan_supply", "offered_grams", season);
        TreeMap<IsoWeek, Long> demand = spread(plan, "trade.plan_demand", "wanted_grams", season);
        return season.stream()
                .map(week -> new WeekBalance(
                        week, new Mass(supply.getOrDefault(week, 0L)), new Mass(demand.getOrDefault(week, 0L))))
                .toList();
    }

    private TreeMap<IsoWeek, Long> spread(PlanId plan, String table, String column, WeekSpan season) {
        TreeMap<IsoWeek, Long> weeks = new TreeMap<>();
        jdbc.sql(
                        "select first_week, last_week, sum(%s) as grams from %s where plan_id = :plan group by first_week, last_week"
                                .formatted(column, table))
                .param("plan", plan.value())
                .query(row -> {
                    var window = new WeekSpan(
                            IsoWeek.fromNumber(row.getInt("first_week")), IsoWeek.fromNumber(row.getInt("last_week")));
                    List<IsoWeek> inSeason =
                            window.stream().filter(season::contains).toList();
                    long each = inSeason.isEmpty() ? 0 : row.getLong("grams") / inSeason.size();
                    inSeason.forEach(week -> weeks.merge(week, each, Long::sum));
                });
        return weeks;
    }

    /// Trucks from the counties, and what goes on from warehouses.
    List<Flow> flows(PlanId plan, int most) {
        return jdbc.sql("""
                        select origin_id as from_county, null::uuid as from_warehouse, to_city_id as to_city,
                          to_warehouse_id as to_warehouse, sum(grams)::bigint as grams
                        from trade.plan_trip where plan_id = :plan group by origin_id, to_city_id, to_warehouse_id
                        union all
                        select null, warehouse_id, city_id, null, sum(grams)::bigint
                        from trade.plan_line where plan_id = :plan and warehouse_id is not null group by warehouse_id, city_id
                        order by grams desc limit :most""")
                .param("plan", plan.value())
                .param("most", most)
                .query((row, number) -> new Flow(
                        id(row, "from_county").map(RegionId::new),
                        id(row, "from_warehouse").map(SiteId::new),
                        id(row, "to_city").map(RegionId::new),
                        id(row, "to_warehouse").map(SiteId::new),
                        new Mass(row.getLong("grams"))))
                .list();
    }

    /// The parts' averages by mass; what rounding leaves goes to the buyer's gain, so that they still add up.
    Optional<PlanLine.BuildUp> averagePrice(PlanId plan) {
        return jdbc.sql("""
                        select coalesce(sum(grams), 0)::numeric as mass, sum(grams::numeric * floor_price) as floor,
                          sum(grams::numeric * grower_gain) as grower_gain, sum(grams::numeric * trucking_price) as trucking,
                          sum(grams::numeric * storage_price) as storage, sum(grams::numeric * onward_price) as onward,
                          sum(grams::numeric * last_leg_price) as last_leg, sum(grams::numeric * highest_price) as highest
                        from trade.plan_line where plan_id = :plan""")
                .param("plan", plan.value())
                .query((row, number) -> {
                    BigDecimal mass = row.getBigDecimal("mass");
                    return mass.signum() == 0 ? Optional.<PlanLine.BuildUp>empty() : Optional.of(average(row, mass));
                })
                .single();
    }

    private static PlanLine.BuildUp average(ResultSet row, BigDecimal mass) throws SQLException {
        long floor = average(row, "floor", mass);
        long growerGain = average(row, "grower_gain", mass);
        long trucking = average(row, "trucking", mass);
        long storage = average(row, "storage", mass);
        long onward = average(row, "onward", mass);
        long lastLeg = average(row, "last_leg", mass);
        long highest = average(row, "highest", mass);
        long buyerGain = highest - floor - growerGain - trucking - storage - onward - lastLeg;
        return new PlanLine.BuildUp(floor, growerGain, trucking, storage, onward, lastLeg, buyerGain, highest);
    }

    private static long average(ResultSet row, String column, BigDecimal mass) throws SQLException {
        return row.getBigDecimal(column)
                .divide(mass, 0, java.math.RoundingMode.HALF_UP)
                .longValueExact();
    }

    Optional<Paid> paid(PlanId plan) {
        return jdbc.sql("""
                        select sum(placed_grams)::numeric as mass, sum(grower_fen)::numeric * 1000000 as pay,
                          sum(placed_grams::numeric * local_price) as local
                        from trade.plan_supply where plan_id = :plan and local_price is not null and placed_grams > 0""")
                .param("plan", plan.value())
                .query((row, number) -> {
                    BigDecimal mass = row.getBigDecimal("mass");
                    if (mass == null || mass.signum() == 0) return Optional.<Paid>empty();
                    return Optional.of(
                            new Paid(new Price(average(row, "pay", mass)), new Price(average(row, "local", mass))));
                })
                .single();
    }

    /// The groups of two and more, the largest first.
    List<EqualGroup> equalGroups(PlanId plan, int size, long offset) {
        return jdbc.sql("""
                        select origin_id, product_id, grade, first_week, last_week, floor_price, count(*) as growers,
                          sum(offered_grams)::bigint as offered, sum(placed_grams)::bigint as placed,
                          floor(min(placed_grams::numeric * 10000 / offered_grams))::int as least_share,
                          ceil(max(placed_grams::numeric * 10000 / offered_grams))::int as most_share,
                          coalesce(min(grower_fen::numeric * 1000000 / nullif(placed_grams, 0)), 0)::bigint as least_price,
                          coalesce(max(grower_fen::numeric * 1000000 / nullif(placed_grams, 0)), 0)::bigint as most_price
                        from trade.plan_supply where plan_id = :plan
                        group by equal_group, origin_id, product_id, grade, first_week, last_week, floor_price
                        having count(*) > 1 order by count(*) desc, equal_group limit :size offset :offset""")
                .param("plan", plan.value())
                .param("size", size)
                .param("offset", offset)
                .query((row, number) -> new EqualGroup(
                        new RegionId(row.getObject("origin_id", UUID.class)),
                        new ProductId(row.getObject("product_id", UUID.class)),
                        row.getInt("grade"),
                        new WeekSpan(
                                IsoWeek.fromNumber(row.getInt("first_week")),
                                IsoWeek.fromNumber(row.getInt("last_week"))),
                        new Price(row.getLong("floor_price")),
                        row.getInt("growers"),
                        new Mass(row.getLong("offered")),
                        new Mass(row.getLong("placed")),
                        row.getInt("least_share"),
                        row.getInt("most_share"),
                        new Price(row.getLong("least_price")),
                        new Price(row.getLong("most_price"))))
                .list();
    }

    long countEqualGroups(PlanId plan) {
        return jdbc.sql("""
                        select count(*) from (select 1 from trade.plan_supply where plan_id = :plan
                          group by equal_group having count(*) > 1) as several""").param("plan", plan.value()).query(Long.class).single();
    }

    Acceptable acceptable(PlanId plan) {
        return jdbc.sql("""
                        select count(*)::int as lines, coalesce(sum(grams), 0)::bigint as grams
                        from trade.plan_line where plan_id = :plan and contract_id is null""")
                .param("plan", plan.value())
                .query((row, number) -> new Acceptable(row.getInt("lines"), new Mass(row.getLong("grams"))))
                .single();
    }

    /// Who still buys something that is not accepted.
    List<PartyId> buyers(PlanId plan) {
        return jdbc.sql("select distinct buyer_id from trade.plan_line where plan_id = :plan and contract_id is null")
                .param("plan", plan.value())
                .query((row, number) -> new PartyId(row.getObject(1, UUID.class)))
                .list();
    }

    List<ProductId> products(PlanId plan) {
        return jdbc.sql("select distinct product_id from trade.plan_line where plan_id = :plan and contract_id is null")
                .param("plan", plan.value())
                .query((row, number) -> new ProductId(row.getObject(1, UUID.class)))
                .list();
    }

    /// How many (supply, demand) pairs ship in both plans.
    long sharedPairs(PlanId one, PlanId other) {
        return jdbc.sql("""
                        select count(*) from (select supply_key, demand_key from trade.plan_line where plan_id = :one
                          intersect select supply_key, demand_key from trade.plan_line where plan_id = :other) as shared""")
                .param("one", one.value())
                .param("other", other.value())
                .query(Long.class)
                .single();
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }
}
