package org.farmgate.supply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.party.Reach;
import org.farmgate.platform.Batch;
import org.farmgate.platform.LongList;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.stock.LotId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HarvestStore {
    private final JdbcClient jdbc;

    HarvestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many were added; those whose id or lot is taken are not.
    int insert(Collection<Harvest> harvests) {
        return jdbc.sql("""
                insert into supply.harvest (origin_id, id, lot_id, plot_id, grower_id, product_id, grade, forecast_id,
                                            harvested_on, best_before, harvested_grams, offered_grams,
                                            floor_fen_per_tonne, recorded_by, recorded_person, recorded_at)
                select * from unnest(:origin::uuid[], :id::uuid[], :lot::uuid[], :plot::uuid[], :grower::uuid[],
                                     :product::uuid[], :grade::int[], :forecast::uuid[], :on::date[], :before::date[],
                                     :harvested::bigint[], :offered::bigint[], :floor::bigint[], :by::uuid[],
                                     :person::uuid[], :at::timestamptz[])
                on conflict do nothing
                """)
                .params(Batch.of(harvests)
                        .ids("origin", Harvest::origin)
                        .ids("id", Harvest::id)
                        .ids("lot", Harvest::lot)
                        .ids("plot", Harvest::plot)
                        .ids("grower", Harvest::grower)
                        .ids("product", Harvest::product)
                        .ints("grade", Harvest::grade)
                        .optionalIds("forecast", Harvest::forecast)
                        .dates("on", Harvest::harvestedOn)
                        .dates("before", Harvest::bestBefore)
                        .longs("harvested", harvest -> harvest.harvested().grams())
                        .longs("offered", harvest -> harvest.offered().grams())
                        .longs("floor", harvest -> harvest.floor().fenPerTonne())
                        .ids("by", harvest -> harvest.recorded().organisation())
                        .ids("person", harvest -> harvest.recorded().person())
                        .instants("at", harvest -> harvest.recorded().at())
                        .params())
                .update();
    }

    /// False when somebody else was faster.
    boolean withdraw(Harvest harvest, HarvestState.Withdrawn withdrawn) {
        return jdbc.sql("""
                update supply.harvest
                set withdrawn_at = :at::timestamptz, withdrawn_by = :by, withdrawn_reason = :reason
                where origin_id = :origin and id = :id and withdrawn_at is null
                """)
                        .param("at", withdrawn.at().toString())
                        .param("by", withdrawn.by().value())
                        .param("reason", withdrawn.reason())
                        .param("origin", harvest.origin().value())
                        .param("id", harvest.id().value())
                        .update()
                == 1;
    }

    /// A ticket takes goods over. False when less is left, or it is withdrawn: of two at once one waits
    /// here.
    boolean takeOver(Harvest harvest, Mass mass) {
        return jdbc.sql("""
                        update supply.harvest set taken_grams = taken_grams + :mass
                        where origin_id = :origin and id = :id and withdrawn_at is null
                          and taken_grams + :mass <= harvested_grams
                        """)
                        .param("mass", mass.grams())
                        .param("origin", harvest.origin().value())
                        .param("id", harvest.id().value())
                        .update()
                == 1;
    }

    void giveBack(Harvest harvest, Mass mass) {
        jdbc.sql("""
                update supply.harvest set taken_grams = taken_grams - :mass where origin_id = :origin and id = :id
                """)
                .param("mass", mass.grams())
                .param("origin", harvest.origin().value())
                .param("id", harvest.id().value())
                .update();
    }

    Mass left(Harvest harvest) {
        return left(List.of(harvest)).getOrDefault(harvest.id(), Mass.ZERO);
    }

    /// What no ticket has taken over.
    Map<HarvestId, Mass> left(Collection<Harvest> harvests) {
        if (harvests.isEmpty()) return Map.of();
        Map<HarvestId, Mass> left = new HashMap<>();
        jdbc.sql(
                        "select id, harvested_grams - taken_grams as left_grams from supply.harvest where id = any(:ids::uuid[])")
                .param("ids", Batch.array(harvests.stream().map(Harvest::id).toList()))
                .query((rs, _) ->
                        left.put(new HarvestId(rs.getObject("id", UUID.class)), new Mass(rs.getLong("left_grams"))))
                .list();
        return left;
    }

    /// A harvest that a cancelled ticket had made: it never was, so its forecast stands as before.
    void unmake(Harvest harvest, Recorded by, String reason) {
        jdbc.sql("""
                update supply.harvest set withdrawn_at = :at::timestamptz, withdrawn_by = :by,
                  withdrawn_reason = :reason, forecast_id = null
                where origin_id = :origin and id = :id
                """)
                .param("at", by.at().toString())
                .param("by", by.organisation().value())
                .param("reason", reason)
                .param("origin", harvest.origin().value())
                .param("id", harvest.id().value())
                .update();
    }

    Optional<Harvest> find(HarvestId id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    Map<HarvestId, Harvest> byIds(Collection<HarvestId> ids) {
        if (ids.isEmpty()) return Map.of();
        Map<HarvestId, Harvest> harvests = new LinkedHashMap<>();
        jdbc.sql("select * from supply.harvest where id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(Rows::harvest)
                .list()
                .forEach(harvest -> harvests.put(harvest.id(), harvest));
        return harvests;
    }

    List<Harvest> byLots(Collection<LotId> lots) {
        if (lots.isEmpty()) return List.of();
        return jdbc.sql("select * from supply.harvest where lot_id = any(:lots::uuid[]) order by harvested_on, id")
                .param("lots", Batch.array(lots))
                .query(Rows::harvest)
                .list();
    }

    /// Of these plots, the latest first.
    List<Harvest> ofPlots(Collection<PlotId> plots) {
        if (plots.isEmpty()) return List.of();
        return jdbc.sql(
                        "select * from supply.harvest where plot_id = any(:plots::uuid[]) order by harvested_on desc, id")
                .param("plots", Batch.array(plots))
                .query(Rows::harvest)
                .list();
    }

    Slice<HarvestListing> search(Reach reach, HarvestQuery query, Collection<PartyId> growersNamedSo) {
        Within within = Within.of(reach, "h");
        Map<String, Object> values = new HashMap<>(within.params());
        List<String> where = new ArrayList<>(List.of(within.sql()));
        query.product().ifPresent(product -> {
            where.add("h.product_id = :product");
            values.put("product", product.value());
        });
        query.grower().ifPresent(grower -> {
            where.add("h.grower_id = :grower");
            values.put("grower", grower.value());
        });
        if (query.onlyOffered()) where.add("h.withdrawn_at is null and h.offered_grams > 0");
        Optional<String> called = PlotStore.called(query.paging(), growersNamedSo, values);
        called.ifPresent(where::add);
        String plot = ForecastReadStore.PLOT.formatted("h");
        return new LongList(
                        "supply.harvest h" + (called.isEmpty() ? "" : plot),
                        where,
                        values,
                        "h.origin_id, h.id",
                        "select h.*, p.name as plot_name from page join supply.harvest h using (origin_id, id)" + plot,
                        List.of("h.harvested_on desc", "h.id desc"))
                .read(
                        jdbc,
                        query.paging(),
                        (rs, number) -> new HarvestListing(Rows.harvest(rs, number), rs.getString("plot_name")));
    }
}
