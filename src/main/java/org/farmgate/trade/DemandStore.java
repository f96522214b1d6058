package org.farmgate.trade;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes demands; [DemandReadStore] reads them.
@Repository
class DemandStore {
    private final JdbcClient jdbc;

    DemandStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that were new; ids and references that are there already are left alone.
    int insert(Collection<Demand> demands, Map<DemandId, String> search, PartyId by, Instant at) {
        return jdbc.sql("""
                insert into trade.demand (id, buyer_id, product_id, version, minimum_grade, first_week, last_week,
                  highest_fen_per_tonne, wanted_grams, places, reference, note, search, posted_at, posted_by)
                select n.*, :at, :by
                from unnest(:ids::uuid[], :buyers::uuid[], :products::uuid[], :versions::int[], :grades::smallint[],
                  :firsts::int[], :lasts::int[], :prices::bigint[], :wanted::bigint[], :places::int[],
                  :references::text[], :notes::text[], :search::text[]) as n
                on conflict do nothing
                """)
                .params(Batch.of(demands)
                        .ids("ids", Demand::id)
                        .ids("buyers", Demand::buyer)
                        .ids("products", Demand::product)
                        .ints("versions", Demand::version)
                        .ints("grades", Demand::minimumGrade)
                        .ints("firsts", demand -> demand.window().first().number())
                        .ints("lasts", demand -> demand.window().last().number())
                        .longs("prices", demand -> demand.highestDelivered().fenPerTonne())
                        .longs("wanted", demand -> demand.wanted().grams())
                        .ints("places", demand -> demand.shipTo().size())
                        .texts("references", Demand::reference)
                        .texts("notes", Demand::note)
                        .texts("search", demand -> search.getOrDefault(demand.id(), ""))
                        .params())
                .param("at", time(at))
                .param("by", by.value())
                .update();
    }

    /// Keeps each demand's present version among all that there were.
    void insertVersions(Collection<Demand> demands, PartyId by, Instant at) {
        jdbc.sql("""
                insert into trade.demand_version (demand_id, version, minimum_grade, first_week, last_week,
                  highest_fen_per_tonne, wanted_grams, note, written_at, written_by)
                select n.*, :at, :by
                from unnest(:ids::uuid[], :versions::int[], :grades::smallint[], :firsts::int[], :lasts::int[],
                  :prices::bigint[], :wanted::bigint[], :notes::text[]) as n
                """)
                .params(Batch.of(demands)
                        .ids("ids", Demand::id)
                        .ints("versions", Demand::version)
                        .ints("grades", Demand::minimumGrade)
                        .ints("firsts", demand -> demand.window().first().number())
                        .ints("lasts", demand -> demand.window().last().number())
                        .longs("prices", demand -> demand.highestDelivered().fenPerTonne())
                        .longs("wanted", demand -> demand.wanted().grams())
                        .texts("notes", Demand::note)
                        .params())
                .param("at", time(at))
                .param("by", by.value())
                .update();
        jdbc.sql("""
                insert into trade.demand_version_place (demand_id, version, site_id, grams)
                select * from unnest(:demands::uuid[], :versions::int[], :sites::uuid[], :grams::bigint[])
                """)
                .params(placesOf(demands)
                        .ints("versions", row -> row.demand().version())
                        .params())
                .update();
    }

    private record Place(Demand demand, ShipTo place) {}

    private static Batch<Place> placesOf(Collection<Demand> demands) {
        return Batch.of(demands.stream()
                        .flatMap(demand -> demand.shipTo().stream().map(place -> new Place(demand, place)))
                        .toList())
                .ids("demands", row -> row.demand().id())
                .ids("sites", row -> row.place().site())
                .longs("grams", row -> row.place().mass().grams());
    }

    void insertPlaces(Collection<Demand> demands) {
        jdbc.sql("""
                insert into trade.demand_place (demand_id, site_id, grams)
                select * from unnest(:demands::uuid[], :sites::uuid[], :grams::bigint[])
                """).params(placesOf(demands).params()).update();
    }

    /// Writes the next version. False when it is not open or its version has moved on.
    boolean update(Demand demand, int seenVersion, String search) {
        return jdbc.sql("""
                        update trade.demand
                        set version = :version, minimum_grade = :grade, first_week = :first, last_week = :last,
                          highest_fen_per_tonne = :price, wanted_grams = :wanted, places = :places, note = :note,
                          search = :search
                        where id = :id and version = :seen and withdrawn_at is null
                        """)
                        .param("version", demand.version())
                        .param("grade", demand.minimumGrade())
                        .param("first", demand.window().first().number())
                        .param("last", demand.window().last().number())
                        .param("price", demand.highestDelivered().fenPerTonne())
                        .param("wanted", demand.wanted().grams())
                        .param("places", demand.shipTo().size())
                        .param("note", demand.note())
                        .param("search", search)
                        .param("id", demand.id().value())
                        .param("seen", seenVersion)
                        .update()
                == 1;
    }

    /// Writes a changed demand's places. False when contracts hold more than is now wanted at one of them: the
    /// condition stands in the statement itself, so a contract drafted at the same moment is seen.
    boolean replacePlaces(Demand demand) {
        Map<String, Object> places = Batch.of(demand.shipTo())
                .ids("sites", ShipTo::site)
                .longs("grams", place -> place.mass().grams())
                .params();
        int written = jdbc.sql("""
                insert into trade.demand_place as p (demand_id, site_id, grams)
                select :demand, site_id, grams from unnest(:sites::uuid[], :grams::bigint[]) as n (site_id, grams)
                order by site_id
                on conflict (demand_id, site_id) do update set grams = excluded.grams
                where p.committed_grams <= excluded.grams
                """)
                .params(places)
                .param("demand", demand.id().value())
                .update();
        if (written < demand.shipTo().size()) return false;
        jdbc.sql("""
                delete from trade.demand_place
                where demand_id = :demand and committed_grams = 0 and site_id <> all(:sites::uuid[])
                """).params(places).param("demand", demand.id().value()).update();
        return jdbc.sql("select count(*) from trade.demand_place where demand_id = :demand")
                        .param("demand", demand.id().value())
                        .query(Integer.class)
                        .single()
                == demand.shipTo().size();
    }

    boolean withdraw(DemandId id, PartyId by, String reason, Instant at) {
        return jdbc.sql("""
                        update trade.demand set withdrawn_at = :at, withdrawn_by = :by, withdrawn_reason = :reason
                        where id = :id and withdrawn_at is null
                        """)
                        .param("at", time(at))
                        .param("by", by.value())
                        .param("reason", reason)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// Sets masses aside for contracts, or gives them back where negative. False when a place has not as much
    /// left.
    boolean commit(Collection<Taking> takings) {
        Map<String, Object> rows = Batch.of(Taking.summed(takings))
                .ids("demands", Taking::demand)
                .ids("sites", Taking::site)
                .longs("grams", Taking::grams)
                .params();
        // Rows are locked in one order, so that two plans accepted at once wait for one another instead of dying.
        jdbc.sql("""
                select 1 from trade.demand_place p
                join unnest(:demands::uuid[], :sites::uuid[]) as n (demand_id, site_id) using (demand_id, site_id)
                order by p.demand_id, p.site_id for update of p
                """).params(rows).query((row, number) -> 1).list();
        int written = jdbc.sql("""
                update trade.demand_place p set committed_grams = p.committed_grams + n.grams
                from unnest(:demands::uuid[], :sites::uuid[], :grams::bigint[]) as n (demand_id, site_id, grams)
                where p.demand_id = n.demand_id and p.site_id = n.site_id
                  and p.committed_grams + n.grams between 0 and p.grams
                """).params(rows).update();
        jdbc.sql("""
                update trade.demand d set committed_grams = d.committed_grams + n.grams
                from (select demand_id, sum(grams) as grams
                      from unnest(:demands::uuid[], :grams::bigint[]) as x (demand_id, grams)
                      group by demand_id) n
                where d.id = n.demand_id
                """).params(rows).update();
        return written == Taking.summed(takings).size();
    }

    /// A mass taken from, or given back to, one place of one demand.
    record Taking(DemandId demand, SiteId site, long grams) {
        static List<Taking> summed(Collection<Taking> takings) {
            record Place(DemandId demand, SiteId site) {}
            return takings.stream()
                    .collect(Collectors.groupingBy(
                            taking -> new Place(taking.demand(), taking.site()), Collectors.summingLong(Taking::grams)))
                    .entrySet()
                    .stream()
                    .map(entry ->
                            new Taking(entry.getKey().demand(), entry.getKey().site(), entry.getValue()))
                    .toList();
        }
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
