package org.farmgate.trade;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes versions of terms; they are never changed afterwards. What does not apply to a kind of quantity, price
/// or deposit is sent as an empty text and stored as nothing.
@Repository
class TermsStore {
    private final JdbcClient jdbc;

    TermsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Collection<Drafting.Terms> versions) {
        jdbc.sql("""
                insert into trade.contract_version (origin_id, contract_id, version, on_behalf_of, minimum_grade,
                  first_week, last_week, quantity_kind, mass_grams, tolerance_points, plots, floor_grams, ceiling_grams,
                  price_basis, price_kind, price_fen_per_tonne, second_fen_per_tonne, share_points, index_name,
                  index_source, deposit_kind, deposit_points, deposit_fen, deposit_days, notice_days, claim_days,
                  payment_days, terms_text, terms_sha256, made_by_side, made_by, made_at)
                select origin, contract, version, growers::uuid[], grade, first, last, quantity, grams,
                  nullif(tolerance, '')::int, plots::uuid[], nullif(floor, '')::bigint, nullif(ceiling, '')::bigint,
                  basis, price, fen, nullif(second, '')::bigint, nullif(share, '')::int, nullif(index, ''),
                  nullif(source, ''), deposit, nullif(deposit_points, '')::int, nullif(deposit_fen, '')::bigint,
                  deposit_days, notice, claim, payment, body, sha, nullif(side, ''), person, at
                from unnest(:origins::uuid[], :contracts::uuid[], :versions::int[], :growers::text[],
                  :grades::smallint[], :firsts::int[], :lasts::int[], :quantities::text[], :grams::bigint[],
                  :tolerances::text[], :plots::text[], :floors::text[], :ceilings::text[], :bases::text[],
                  :prices::text[], :fen::bigint[], :seconds::text[], :shares::text[], :indexes::text[],
                  :sources::text[], :deposits::text[], :depositPoints::text[], :depositFen::text[],
                  :depositDays::int[], :notices::int[], :claims::int[], :payments::int[], :texts::text[],
                  :hashes::text[], :sides::text[], :persons::uuid[], :at::timestamptz[])
                  as n (origin, contract, version, growers, grade, first, last, quantity, grams, tolerance, plots,
                    floor, ceiling, basis, price, fen, second, share, index, source, deposit, deposit_points,
                    deposit_fen, deposit_days, notice, claim, payment, body, sha, side, person, at)
                """).params(columns(versions)).update();
        insertLines(versions);
    }

    private static Map<String, Object> columns(Collection<Drafting.Terms> versions) {
        Batch<Drafting.Terms> batch = Batch.of(versions)
                .ids("origins", row -> terms(row).origin())
                .ids("contracts", Drafting.Terms::contract)
                .ints("versions", row -> row.version().version())
                .texts("growers", row -> array(terms(row).onBehalfOf()))
                .ints("grades", row -> terms(row).minimumGrade())
                .ints("firsts", row -> terms(row).window().first().number())
                .ints("lasts", row -> terms(row).window().last().number())
                .texts("bases", row -> terms(row).basis().name())
                .ints("notices", row -> terms(row).conditions().noticeDays())
                .ints("claims", row -> terms(row).conditions().claimDays())
                .ints("payments", row -> terms(row).conditions().paymentDays())
                .texts("texts", row -> row.version().termsText())
                .texts("hashes", row -> row.version().hash().hex())
                .texts("sides", row -> row.version().madeBy().map(Side::name).orElse(""))
                .ids("persons", row -> row.version().madeByPerson())
                .instants("at", row -> row.version().madeAt());
        quantity(batch);
        price(batch);
        deposit(batch);
        return batch.params();
    }

    private static void quantity(Batch<Drafting.Terms> batch) {
        batch.texts("quantities", row -> switch (terms(row).quantity()) {
                    case Quantity.FixedMass _ -> "FIXED_MASS";
                    case Quantity.WholeCrop _ -> "WHOLE_CROP";
                })
                .longs("grams", row -> switch (terms(row).quantity()) {
                    case Quantity.FixedMass fixed -> fixed.mass().grams();
                    case Quantity.WholeCrop crop -> crop.forecast().grams();
                })
                .texts("tolerances", row -> switch (terms(row).quantity()) {
                    case Quantity.FixedMass fixed -> String.valueOf(fixed.toleranceBasisPoints());
                    case Quantity.WholeCrop _ -> "";
                })
                .texts("plots", row -> switch (terms(row).quantity()) {
                    case Quantity.FixedMass _ -> array(Collections.<Id>emptyList());
                    case Quantity.WholeCrop crop -> array(crop.plots());
                })
                .texts("floors", row -> switch (terms(row).quantity()) {
                    case Quantity.FixedMass _ -> "";
                    case Quantity.WholeCrop crop -> grams(crop.floor());
                })
                .texts("ceilings", row -> switch (terms(row).quantity()) {
                    case Quantity.FixedMass _ -> "";
                    case Quantity.WholeCrop crop -> grams(crop.ceiling());
                });
    }

    private static void price(Batch<Drafting.Terms> batch) {
        batch.texts("prices", row -> switch (terms(row).price()) {
                    case PriceRule.Fixed _ -> "FIXED";
                    case PriceRule.FloorPlusUpside _ -> "FLOOR_PLUS_UPSIDE";
                    case PriceRule.MarketLinked _ -> "MARKET_LINKED";
                })
                .longs("fen", row -> terms(row).price().guaranteed().fenPerTonne())
                .texts("seconds", row -> switch (terms(row).price()) {
                    case PriceRule.Fixed _ -> "";
                    case PriceRule.FloorPlusUpside upside -> fen(upside.reference());
                    case PriceRule.MarketLinked linked -> fen(linked.ceiling());
                })
                .texts("shares", row -> switch (terms(row).price()) {
                    case PriceRule.Fixed _ -> "";
                    case PriceRule.FloorPlusUpside upside -> String.valueOf(upside.shareBasisPoints());
                    case PriceRule.MarketLinked linked -> String.valueOf(linked.basisPoints());
                })
                .texts(
                        "indexes",
                        row -> terms(row).price().index().map(PriceIndex::name).orElse(""))
                .texts(
                        "sources",
                        row -> terms(row)
                                .price()
                                .index()
                                .map(PriceIndex::source)
                                .orElse(""));
    }

    private static void deposit(Batch<Drafting.Terms> batch) {
        batch.texts("deposits", row -> switch (terms(row).deposit()) {
                    case Deposit.None _ -> "NONE";
                    case Deposit.Share _ -> "SHARE";
                    case Deposit.Amount _ -> "AMOUNT";
                })
                .texts("depositPoints", row -> switch (terms(row).deposit()) {
                    case Deposit.None _, Deposit.Amount _ -> "";
                    case Deposit.Share share -> String.valueOf(share.basisPoints());
                })
                .texts("depositFen", row -> switch (terms(row).deposit()) {
                    case Deposit.None _, Deposit.Share _ -> "";
                    case Deposit.Amount amount -> String.valueOf(amount.money().fen());
                })
                .ints("depositDays", row -> terms(row).deposit().dueDays());
    }

    private void insertLines(Collection<Drafting.Terms> versions) {
        record Line(Drafting.Terms of, int number, ContractLine line) {}
        List<Line> lines = versions.stream()
                .flatMap(row -> IntStream.range(0, terms(row).lines().size())
                        .mapToObj(i -> new Line(row, i + 1, terms(row).lines().get(i))))
                .toList();
        jdbc.sql("""
                insert into trade.contract_line
                  (origin_id, contract_id, version, line, site_id, grams, first_week, last_week, demand_id)
                select * from unnest(:origins::uuid[], :contracts::uuid[], :versions::int[], :lines::int[],
                  :sites::uuid[], :grams::bigint[], :firsts::int[], :lasts::int[], :demands::uuid[])
                """)
                .params(Batch.of(lines)
                        .ids("origins", row -> terms(row.of()).origin())
                        .ids("contracts", row -> row.of().contract())
                        .ints("versions", row -> row.of().version().version())
                        .ints("lines", Line::number)
                        .ids("sites", row -> row.line().site())
                        .longs("grams", row -> row.line().mass().grams())
                        .ints("firsts", row -> row.line().weeks().first().number())
                        .ints("lasts", row -> row.line().weeks().last().number())
                        .optionalIds("demands", row -> row.line().demand())
                        .params())
                .update();
    }

    private static ContractTerms terms(Drafting.Terms row) {
        return row.version().terms();
    }

    private static String array(Collection<? extends Id> ids) {
        return ids.stream().map(id -> id.value().toString()).collect(Collectors.joining(",", "{", "}"));
    }

    private static String grams(Optional<Mass> mass) {
        return mass.map(some -> String.valueOf(some.grams())).orElse("");
    }

    private static String fen(Price price) {
        return String.valueOf(price.fenPerTonne());
    }
}
