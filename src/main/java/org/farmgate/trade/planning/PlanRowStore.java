package org.farmgate.trade.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.DemandId;
import org.farmgate.trade.PlanId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads a plan's rows. Each list is one query, whole or one page of it.
@Repository
class PlanRowStore {
    /// Longer than any list that a page shows; for reading all of them.
    static final int ALL = Integer.MAX_VALUE;

    private final JdbcClient jdbc;

    PlanRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The greatest unsold masses first.
    List<PlanSupply> supplies(PlanId plan, int size, long offset) {
        return page("""
                select * from trade.plan_supply where plan_id = :plan
                order by (offered_grams - placed_grams) desc, supply_key limit :size offset :offset""", plan, size, offset, PlanRowStore::supply);
    }

    /// The greatest unmet masses first.
    List<PlanDemand> demands(PlanId plan, int size, long offset) {
        return page("""
                select * from trade.plan_demand where plan_id = :plan
                order by (wanted_grams - placed_grams) desc, demand_key limit :size offset :offset""", plan, size, offset, PlanRowStore::demand);
    }

    List<PlanSupply> suppliesByKeys(PlanId plan, List<String> keys) {
        return jdbc.sql("select * from trade.plan_supply where plan_id = :plan and supply_key = any(:keys)")
                .param("plan", plan.value())
                .param("keys", keys.toArray(String[]::new))
                .query((RowMapper<PlanSupply>) PlanRowStore::supply)
                .list();
    }

    List<PlanDemand> demandsByKeys(PlanId plan, List<String> keys) {
        return jdbc.sql("select * from trade.plan_demand where plan_id = :plan and demand_key = any(:keys)")
                .param("plan", plan.value())
                .param("keys", keys.toArray(String[]::new))
                .query((RowMapper<PlanDemand>) PlanRowStore::demand)
                .list();
    }

    List<PlanLine> lines(PlanId plan, int size, long offset) {
        return page("""
                select * from trade.plan_line where plan_id = :plan order by line limit :size offset :offset""", plan, size, offset, PlanRowStore::line);
    }

    Optional<PlanLine> findLine(PlanId plan, int line) {
        return jdbc.sql("select * from trade.plan_line where plan_id = :plan and line = :line")
                .param("plan", plan.value())
                .param("line", line)
                .query((RowMapper<PlanLine>) PlanRowStore::line)
                .optional();
    }

    List<PlanTrip> trips(PlanId plan, int size, long offset) {
        return page("""
                select * from trade.plan_trip where plan_id = :plan order by week, trip limit :size offset :offset""", plan, size, offset, PlanRowStore::trip);
    }

    /// How many rows of each kind a plan has.
    PlanCounts counts(PlanId plan) {
        return jdbc.sql("""
                        select (select count(*) from trade.plan_supply where plan_id = :plan) as supplies,
                          (select count(*) from trade.plan_demand where plan_id = :plan) as demands,
                          (select count(*) from trade.plan_line where plan_id = :plan) as lines,
                          (select count(*) from trade.plan_trip where plan_id = :plan) as trips""").param("plan", plan.value()).query(PlanCounts.class).single();
    }

    Mass massOfPair(PlanId plan, String supplyKey, String demandKey) {
        return jdbc.sql("""
                        select coalesce(sum(grams), 0)::bigint from trade.plan_line
                        where plan_id = :plan and supply_key = :supply and demand_key = :demand""")
                .param("plan", plan.value())
                .param("supply", supplyKey)
                .param("demand", demandKey)
                .query((row, number) -> new Mass(row.getLong(1)))
                .single();
    }

    boolean hasSupply(PlanId plan, String key) {
        return jdbc.sql("select exists (select 1 from trade.plan_supply where plan_id = :plan and supply_key = :key)")
                .param("plan", plan.value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    boolean hasDemand(PlanId plan, String key) {
        return jdbc.sql("select exists (select 1 from trade.plan_demand where plan_id = :plan and demand_key = :key)")
                .param("plan", plan.value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /// Whether a truck of the plan takes that way.
    boolean hasTrip(PlanId plan, LaneKey lane) {
        return jdbc.sql("""
                        select exists (select 1 from trade.plan_trip where plan_id = :plan and origin_id = :origin
                          and (to_city_id = :end or to_warehouse_id = :end))
                        """)
                .param("plan", plan.value())
                .param("origin", lane.origin().value())
                .param("end", lane.end())
                .query(Boolean.class)
                .single();
    }

    /// Lines that no contract holds, of one buyer or product where those are named, or those with these
    /// numbers and whatever else goes from the same supply to the same place in the same week: that is one
    /// line of a contract.
    List<PlanLine> free(PlanId plan, Selection selection) {
        return jdbc.sql("""
                        select * from trade.plan_line where plan_id = :plan and contract_id is null
                          and (cast(:buyer as uuid) is null or buyer_id = :buyer)
                          and (cast(:product as uuid) is null or product_id = :product)
                          and (:everyLine or (supply_key, demand_key, delivery_week) in (
                            select supply_key, demand_key, delivery_week from trade.plan_line
                            where plan_id = :plan and line = any(:lines))) order by line""")
                .param("plan", plan.value())
                .param("buyer", selection.buyer().map(PartyId::value).orElse(null), java.sql.Types.OTHER)
                .param("product", selection.product().map(ProductId::value).orElse(null), java.sql.Types.OTHER)
                .param("everyLine", selection.lines().isEmpty())
                .param(
                        "lines",
                        selection.lines().stream().mapToInt(Integer::intValue).toArray())
                .query((RowMapper<PlanLine>) PlanRowStore::line)
                .list();
    }

    /// Marks lines as accepted, in one statement; says how many were still free.
    ///
    /// @param byContract the line numbers that went into each contract
    int accept(PlanId plan, java.util.Map<String, List<Integer>> byContract, java.time.Instant at) {
        List<String> contracts = new java.util.ArrayList<>();
        List<Integer> lines = new java.util.ArrayList<>();
        byContract.forEach((contract, numbers) -> numbers.forEach(number -> {
            contracts.add(contract);
            lines.add(number);
        }));
        return jdbc.sql("""
                        update trade.plan_line as l set contract_id = n.contract, accepted_at = :at
                        from unnest(:contracts::uuid[], :lines::int[]) as n (contract, line)
                        where l.plan_id = :plan and l.line = n.line and l.contract_id is null""")
                .param("plan", plan.value())
                .param("contracts", contracts.toArray(String[]::new))
                .param("lines", lines.stream().mapToInt(Integer::intValue).toArray())
                .param("at", PlanStore.time(at))
                .update();
    }

    private <T> List<T> page(String sql, PlanId plan, int size, long offset, RowMapper<T> mapper) {
        return jdbc.sql(sql)
                .param("plan", plan.value())
                .param("size", size)
                .param("offset", offset)
                .query(mapper)
                .list();
    }

    private static PlanSupply supply(ResultSet row, int number) throws SQLException {
        return new PlanSupply(
                row.getString("supply_key"),
                id(row, "grower_id", PartyId::new),
                id(row, "origin_id", RegionId::new),
                optional(row, "division_id", DivisionId::new),
                id(row, "product_id", ProductId::new),
                row.getInt("grade"),
                weeks(row),
                new Mass(row.getLong("offered_grams")),
                new Mass(row.getLong("placed_grams")),
                new Price(row.getLong("floor_price")),
                new Money(row.getLong("grower_fen")),
                Optional.ofNullable(row.getObject("local_price", Long.class)).map(Price::new),
                row.getInt("equal_group"),
                row.getString("reason"));
    }

    private static PlanDemand demand(ResultSet row, int number) throws SQLException {
        return new PlanDemand(
                row.getString("demand_key"),
                id(row, "demand_id", DemandId::new),
                id(row, "site_id", SiteId::new),
                id(row, "city_id", RegionId::new),
                id(row, "buyer_id", PartyId::new),
                id(row, "product_id", ProductId::new),
                row.getInt("grade"),
                weeks(row),
                new Mass(row.getLong("wanted_grams")),
                new Mass(row.getLong("placed_grams")),
                new Price(row.getLong("highest_price")),
                row.getString("reason"));
    }

    private static PlanLine line(ResultSet row, int number) throws SQLException {
        return new PlanLine(
                id(row, "origin_id", RegionId::new),
                row.getInt("line"),
                row.getString("supply_key"),
                row.getString("demand_key"),
                id(row, "grower_id", PartyId::new),
                id(row, "buyer_id", PartyId::new),
                id(row, "product_id", ProductId::new),
                row.getInt("grade"),
                id(row, "city_id", RegionId::new),
                id(row, "site_id", SiteId::new),
                optional(row, "warehouse_id", SiteId::new),
                IsoWeek.fromNumber(row.getInt("loading_week")),
                IsoWeek.fromNumber(row.getInt("delivery_week")),
                new Mass(row.getLong("grams")),
                buildUp(row),
                optional(row, "contract_id", ContractId::new));
    }

    private static PlanLine.BuildUp buildUp(ResultSet row) throws SQLException {
        return new PlanLine.BuildUp(
                row.getLong("floor_price"),
                row.getLong("grower_gain"),
                row.getLong("trucking_price"),
                row.getLong("storage_price"),
                row.getLong("onward_price"),
                row.getLong("last_leg_price"),
                row.getLong("buyer_gain"),
                row.getLong("highest_price"));
    }

    private static PlanTrip trip(ResultSet row, int number) throws SQLException {
        return new PlanTrip(
                id(row, "origin_id", RegionId::new),
                row.getInt("trip"),
                optional(row, "to_city_id", RegionId::new),
                optional(row, "to_warehouse_id", SiteId::new),
                IsoWeek.fromNumber(row.getInt("week")),
                id(row, "truck_kind_id", TruckKindId::new),
                row.getInt("trucks"),
                new Mass(row.getLong("grams")),
                new Mass(row.getLong("capacity_grams")),
                row.getInt("kilometres"),
                new Money(row.getLong("cost_fen")));
    }

    private static WeekSpan weeks(ResultSet row) throws SQLException {
        return new WeekSpan(IsoWeek.fromNumber(row.getInt("first_week")), IsoWeek.fromNumber(row.getInt("last_week")));
    }

    private static <I> I id(ResultSet row, String column, Function<UUID, I> type) throws SQLException {
        return type.apply(row.getObject(column, UUID.class));
    }

    private static <I> Optional<I> optional(ResultSet row, String column, Function<UUID, I> type) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(type);
    }
}
