package org.farmgate.trade;

import static org.farmgate.trade.DemandStore.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes contracts and moves them from stage to stage. Their terms are [TermsStore]'s; [ContractReadStore]
/// reads.
@Repository
class ContractStore {
    private final JdbcClient jdbc;

    ContractStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Inserts what is new and says how many that were.
    int insert(Collection<Drafting> drafts) {
        return jdbc.sql("""
                insert into trade.contract (origin_id, id, number, seller_id, buyer_id, product_id, drafted_by, plan_id,
                  version, stage, stage_at, minimum_grade, first_week, last_week, forecast_grams, expected_grams,
                  most_grams, drafted_at, lapses_on, search)
                select origin, id, number, seller, buyer, product, nullif(side, ''), plan, 1, 'DRAFTED', at, grade,
                  first, last, forecast, expected, most, at, lapses, search
                from unnest(:origins::uuid[], :ids::uuid[], :numbers::text[], :sellers::uuid[], :buyers::uuid[],
                  :products::uuid[], :sides::text[], :plans::uuid[], :at::timestamptz[], :grades::smallint[],
                  :firsts::int[], :lasts::int[], :forecasts::bigint[], :expected::bigint[], :most::bigint[],
                  :lapses::date[], :search::text[])
                  as n (origin, id, number, seller, buyer, product, side, plan, at, grade, first, last, forecast,
                    expected, most, lapses, search)
                on conflict (origin_id, id) do nothing
                """)
                .params(Batch.of(drafts)
                        .ids("origins", draft -> draft.terms().origin())
                        .ids("ids", Drafting::id)
                        .texts("numbers", Drafting::number)
                        .ids("sellers", draft -> draft.terms().seller())
                        .ids("buyers", draft -> draft.terms().buyer())
                        .ids("products", draft -> draft.terms().product())
                        .texts("sides", draft -> draft.by().map(Side::name).orElse(""))
                        .optionalIds("plans", Drafting::plan)
                        .instants("at", Drafting::at)
                        .ints("grades", draft -> draft.terms().minimumGrade())
                        .ints("firsts", draft -> draft.terms().window().first().number())
                        .ints("lasts", draft -> draft.terms().window().last().number())
                        .longs("forecasts", draft -> draft.forecast().grams())
                        .longs("expected", draft -> draft.expected().grams())
                        .longs("most", draft -> draft.most().grams())
                        .dates("lapses", Drafting::lapsesOn)
                        .texts("search", Drafting::search)
                        .params())
                .update();
    }

    /// Where a contract lies; then [#lock] and everything else go to one shard.
    Optional<RegionId> originOf(ContractId id) {
        return jdbc.sql("select origin_id from trade.contract where id = :id")
                .param("id", id.value())
                .query((row, number) -> new RegionId(DemandReadStore.uuid(row, "origin_id")))
                .optional();
    }

    /// Whoever decides something about a contract holds its row until the transaction ends, so that two decisions
    /// never cross: signing and rewriting, both sides signing, agreeing and calling off.
    void lock(RegionId origin, ContractId id) {
        jdbc.sql("select 1 from trade.contract where origin_id = :origin and id = :id for update")
                .param("origin", origin.value())
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    void moveTo(RegionId origin, ContractId id, ContractStage stage, String reason, Instant at) {
        jdbc.sql("""
                update trade.contract set stage = :stage, stage_at = :at, stage_reason = :reason
                where origin_id = :origin and id = :id
                """)
                .param("stage", stage.name())
                .param("at", time(at))
                .param("reason", reason)
                .param("origin", origin.value())
                .param("id", id.value())
                .update();
    }

    /// Makes another version the one that stands, with the quantities it means now. False when less could be
    /// called off than was called off already.
    boolean stand(RegionId origin, ContractId id, ContractVersion version, Mass forecast, String search) {
        ContractTerms terms = version.terms();
        WeekSpan window = terms.window();
        return jdbc.sql("""
                        update trade.contract
                        set version = :version, minimum_grade = :grade, first_week = :first, last_week = :last,
                          forecast_grams = :forecast, expected_grams = :expected, most_grams = :most, search = :search
                        where origin_id = :origin and id = :id and called_grams <= :most
                        """)
                        .param("version", version.version())
                        .param("grade", terms.minimumGrade())
                        .param("first", window.first().number())
                        .param("last", window.last().number())
                        .param("forecast", forecast.grams())
                        .param("expected", terms.quantity().expected(forecast).grams())
                        .param("most", terms.quantity().most(forecast).grams())
                        .param("search", search)
                        .param("origin", origin.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// What a whole crop means after a forecast moved. What was called off already stays allowed.
    void expect(RegionId origin, ContractId id, Mass forecast, Mass expected, Mass most) {
        jdbc.sql("""
                update trade.contract
                set forecast_grams = :forecast, expected_grams = :expected,
                  most_grams = greatest(:most::bigint, called_grams, :expected::bigint)
                where origin_id = :origin and id = :id
                """)
                .param("forecast", forecast.grams())
                .param("expected", expected.grams())
                .param("most", most.grams())
                .param("origin", origin.value())
                .param("id", id.value())
                .update();
    }

    /// Takes a mass from what may still be called off. False when there is not as much: the condition stands in
    /// the statement, so of two calls for the last kilogram one fails.
    boolean callOff(RegionId origin, ContractId id, Mass mass) {
        return jdbc.sql("""
                        update trade.contract set called_grams = called_grams + :grams
                        where origin_id = :origin and id = :id and stage = 'SIGNED'
                          and called_grams + :grams <= most_grams
                        """)
                        .param("grams", mass.grams())
                        .param("origin", origin.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void giveBack(RegionId origin, ContractId id, Mass mass) {
        jdbc.sql("""
                update trade.contract set called_grams = called_grams - :grams
                where origin_id = :origin and id = :id
                """)
                .param("grams", mass.grams())
                .param("origin", origin.value())
                .param("id", id.value())
                .update();
    }

    /// Open contracts whose day has come; at most 500 at once, the next call takes the next.
    List<ContractId> overdue(LocalDate today) {
        return jdbc.sql("""
                select id from trade.contract
                where stage in ('DRAFTED', 'PROPOSED', 'PARTLY_SIGNED') and lapses_on < :today
                order by lapses_on limit 500
                """)
                .param("today", today)
                .query((row, number) -> new ContractId(DemandReadStore.uuid(row, "id")))
                .list();
    }

    /// False when somebody has decided otherwise meanwhile.
    boolean lapse(RegionId origin, ContractId id, Instant at) {
        return jdbc.sql("""
                        update trade.contract set stage = 'LAPSED', stage_at = :at
                        where origin_id = :origin and id = :id and stage in ('DRAFTED', 'PROPOSED', 'PARTLY_SIGNED')
                        """)
                        .param("at", time(at))
                        .param("origin", origin.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }
}
