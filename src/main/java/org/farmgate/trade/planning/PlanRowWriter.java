package org.farmgate.trade.planning;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.farmgate.platform.Id;
import org.farmgate.trade.PlanId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/// Writes a solved plan's rows in batches (the driver turns each batch into multi-row inserts).
@Component
class PlanRowWriter {
    private final NamedParameterJdbcTemplate jdbc;

    PlanRowWriter(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void supplies(PlanId plan, List<PlanSupply> supplies) {
        write(
                """
                insert into trade.plan_supply (origin_id, plan_id, supply_key, grower_id, division_id, product_id, grade,
                  first_week, last_week, offered_grams, placed_grams, floor_price, grower_fen, local_price, equal_group, reason)
                values (:origin, :plan, :key, :grower, :division, :product, :grade, :first, :last, :offered, :placed, :floor,
                  :pay, :local, :group, :reason)""",
                supplies,
                supply -> new MapSqlParameterSource()
                        .addValue("origin", supply.origin().value())
                        .addValue("plan", plan.value())
                        .addValue("key", supply.key())
                        .addValue("grower", supply.grower().value())
                        .addValue("division", uuid(supply.division().orElse(null)))
                        .addValue("product", supply.product().value())
                        .addValue("grade", supply.grade())
                        .addValue("first", supply.ready().first().number())
                        .addValue("last", supply.ready().last().number())
                        .addValue("offered", supply.offered().grams())
                        .addValue("placed", supply.placed().grams())
                        .addValue("floor", supply.floor().fenPerTonne())
                        .addValue("pay", supply.pay().fen())
                        .addValue(
                                "local",
                                supply.localPrice()
                                        .map(price -> price.fenPerTonne())
                                        .orElse(null),
                                java.sql.Types.BIGINT)
                        .addValue("group", supply.equalGroup())
                        .addValue("reason", supply.reason()));
    }

    void demands(PlanId plan, List<PlanDemand> demands) {
        write(
                """
                insert into trade.plan_demand (plan_id, demand_key, demand_id, site_id, city_id, buyer_id, product_id, grade,
                  first_week, last_week, wanted_grams, placed_grams, highest_price, reason)
                values (:plan, :key, :demand, :site, :city, :buyer, :product, :grade, :first, :last, :wanted, :placed,
                  :highest, :reason)""",
                demands,
                demand -> new MapSqlParameterSource()
                        .addValue("plan", plan.value())
                        .addValue("key", demand.key())
                        .addValue("demand", demand.demand().value())
                        .addValue("site", demand.site().value())
                        .addValue("city", demand.city().value())
                        .addValue("buyer", demand.buyer().value())
                        .addValue("product", demand.product().value())
                        .addValue("grade", demand.grade())
                        .addValue("first", demand.window().first().number())
                        .addValue("last", demand.window().last().number())
                        .addValue("wanted", demand.wanted().grams())
                        .addValue("placed", demand.placed().grams())
                        .addValue("highest", demand.highest().fenPerTonne())
                        .addValue("reason", demand.reason()));
    }

    void lines(PlanId plan, List<PlanLine> lines) {
        write(
                """
                insert into trade.plan_line (origin_id, plan_id, line, supply_key, demand_key, grower_id, buyer_id, product_id,
                  grade, city_id, site_id, warehouse_id, loading_week, delivery_week, grams, floor_price, grower_gain,
                  trucking_price, storage_price, onward_price, last_leg_price, buyer_gain, highest_price)
                values (:origin, :plan, :line, :supply, :demand, :grower, :buyer, :product, :grade, :city, :site, :warehouse,
                  :loading, :delivery, :grams, :floor, :growerGain, :trucking, :storage, :onward, :lastLeg, :buyerGain,
                  :highest)""",
                lines,
                line -> new MapSqlParameterSource()
                        .addValue("origin", line.origin().value())
                        .addValue("plan", plan.value())
                        .addValue("line", line.line())
                        .addValue("supply", line.supplyKey())
                        .addValue("demand", line.demandKey())
                        .addValue("grower", line.grower().value())
                        .addValue("buyer", line.buyer().value())
                        .addValue("product", line.product().value())
                        .addValue("grade", line.grade())
                        .addValue("city", line.city().value())
                        .addValue("site", line.site().value())
                        .addValue("warehouse", uuid(line.warehouse().orElse(null)))
                        .addValue("loading", line.loading().number())
                        .addValue("delivery", line.delivery().number())
                        .addValue("grams", line.mass().grams())
                        .addValue("floor", line.price().floor())
                        .addValue("growerGain", line.price().growerGain())
                        .addValue("trucking", line.price().trucking())
                        .addValue("storage", line.price().storage())
                        .addValue("onward", line.price().onward())
                        .addValue("lastLeg", line.price().lastLeg())
                        .addValue("buyerGain", line.price().buyerGain())
                        .addValue("highest", line.price().highest()));
    }

    void trips(PlanId plan, List<PlanTrip> trips) {
        write(
                """
                insert into trade.plan_trip (origin_id, plan_id, trip, to_city_id, to_warehouse_id, week, truck_kind_id, trucks,
                  grams, capacity_grams, kilometres, cost_fen)
                values (:origin, :plan, :trip, :city, :warehouse, :week, :kind, :trucks, :grams, :capacity, :kilometres,
                  :cost)""",
                trips,
                trip -> new MapSqlParameterSource()
                        .addValue("origin", trip.origin().value())
                        .addValue("plan", plan.value())
                        .addValue("trip", trip.trip())
                        .addValue("city", uuid(trip.city().orElse(null)))
                        .addValue("warehouse", uuid(trip.warehouse().orElse(null)))
                        .addValue("week", trip.week().number())
                        .addValue("kind", trip.truckKind().value())
                        .addValue("trucks", trip.trucks())
                        .addValue("grams", trip.mass().grams())
                        .addValue("capacity", trip.capacity().grams())
                        .addValue("kilometres", trip.kilometres())
                        .addValue("cost", trip.cost().fen()));
    }

    private <T> void write(String sql, List<T> rows, Function<T, SqlParameterSource> parameters) {
        if (rows.isEmpty()) return;
        jdbc.batchUpdate(sql, rows.stream().map(parameters).toArray(SqlParameterSource[]::new));
    }

    private static @Nullable UUID uuid(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
