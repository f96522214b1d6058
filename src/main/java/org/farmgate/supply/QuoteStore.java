package org.farmgate.supply;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class QuoteStore {
    private final JdbcClient jdbc;

    QuoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many were added; those whose id, or whose source, product, grade, place and day are taken are
    /// not.
    int insert(Collection<Quote> quotes) {
        return jdbc.sql("""
                insert into supply.quote (origin_id, id, product_id, grade, place_id, quoted_on, fen_per_tonne, source,
                                          recorded_by, recorded_person, recorded_at)
                select * from unnest(:county::uuid[], :id::uuid[], :product::uuid[], :grade::int[], :place::uuid[],
                                     :on::date[], :price::bigint[], :source::text[], :by::uuid[], :person::uuid[],
                                     :at::timestamptz[])
                on conflict do nothing
                """).params(batch(quotes).params()).update();
    }

    /// What is stored of the same source, product, grade, place and day. The county is not asked for: the
    /// place has one.
    List<Quote> alike(Collection<NewQuote> quotes) {
        return jdbc.sql("""
                select q.* from supply.quote q
                join unnest(:product::uuid[], :grade::int[], :place::uuid[], :on::date[], :source::text[])
                     as w (product, grade, place, quoted, source)
                  on q.product_id = w.product and q.quoted_on = w.quoted and q.grade = w.grade
                 and q.place_id = w.place and q.source = w.source
                """)
                .params(Batch.of(quotes)
                        .ids("product", NewQuote::product)
                        .ints("grade", NewQuote::grade)
                        .ids("place", NewQuote::place)
                        .dates("on", NewQuote::quotedOn)
                        .texts("source", NewQuote::source)
                        .params())
                .query(Rows::quote)
                .list();
    }

    /// What is stored under these ids, or of the same source, product, grade, place and day.
    List<Quote> stored(Collection<Quote> quotes) {
        return jdbc.sql("""
                select q.* from supply.quote q
                join unnest(:county::uuid[], :product::uuid[], :grade::int[], :place::uuid[], :on::date[],
                            :source::text[]) as w (county, product, grade, place, quoted, source)
                  on q.origin_id = w.county and q.product_id = w.product and q.grade = w.grade
                 and q.place_id = w.place and q.quoted_on = w.quoted and q.source = w.source
                union
                select q.* from supply.quote q where q.id = any(:id::uuid[])
                """).params(batch(quotes).params()).query(Rows::quote).list();
    }

    private static Batch<Quote> batch(Collection<Quote> quotes) {
        return Batch.of(quotes)
                .ids("county", Quote::county)
                .ids("id", Quote::id)
                .ids("product", Quote::product)
                .ints("grade", Quote::grade)
                .ids("place", Quote::place)
                .dates("on", Quote::quotedOn)
                .longs("price", quote -> quote.price().fenPerTonne())
                .texts("source", Quote::source)
                .ids("by", quote -> quote.recorded().organisation())
                .ids("person", quote -> quote.recorded().person())
                .instants("at", quote -> quote.recorded().at());
    }

    Optional<Quote> find(QuoteId id) {
        return jdbc.sql("select * from supply.quote where id = :id")
                .param("id", id.value())
                .query(Rows::quote)
                .optional();
    }

    Slice<Quote> search(QuoteQuery query) {
        Paging paging = query.paging();
        StringBuilder where = new StringBuilder(" where true");
        Map<String, Object> params = new HashMap<>();
        query.product().ifPresent(product -> {
            where.append(" and product_id = :product");
            params.put("product", product.value());
        });
        query.county().ifPresent(county -> {
            where.append(" and origin_id = :county");
            params.put("county", county.value());
        });
        if (!paging.search().isEmpty()) {
            where.append(" and source ilike :pattern escape '\\'");
            params.put("pattern", paging.pattern());
        }
        long total = jdbc.sql("select count(*) from supply.quote" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        return Slice.of(
                jdbc.sql("select * from supply.quote" + where
                                + " order by quoted_on desc, id limit :size offset :offset")
                        .params(params)
                        .query(Rows::quote)
                        .list(),
                paging,
                total);
    }

    /// Of each place and source the latest in that time, and of these the highest for each product, grade
    /// and county.
    List<Quote> best(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                with latest as (
                  select distinct on (origin_id, product_id, grade, place_id, source) *
                  from supply.quote where quoted_on between :first and :last
                  order by origin_id, product_id, grade, place_id, source, quoted_on desc)
                select distinct on (origin_id, product_id, grade) * from latest
                order by origin_id, product_id, grade, fen_per_tonne desc, quoted_on desc, id
                """)
                .param("first", first)
                .param("last", last)
                .query(Rows::quote)
                .list();
    }

    List<Quote> published(ProductId product, int grade, Collection<String> sources, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                select * from supply.quote
                where product_id = :product and grade = :grade and quoted_on between :first and :last
                  and lower(source) = any(:sources::text[])
                order by quoted_on desc, id limit 100
                """)
                .param("product", product.value())
                .param("grade", grade)
                .param("first", first)
                .param("last", last)
                .param(
                        "sources",
                        sources.stream()
                                .map(source -> source.toLowerCase(java.util.Locale.ROOT))
                                .toArray(String[]::new))
                .query(Rows::quote)
                .list();
    }

    /// Of one thing in one county, the oldest first.
    List<Quote> course(ProductId product, int grade, RegionId county, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                select * from supply.quote
                where origin_id = :county and product_id = :product and grade = :grade
                  and quoted_on between :first and :last
                order by quoted_on, id limit 2000
                """)
                .param("county", county.value())
                .param("product", product.value())
                .param("grade", grade)
                .param("first", first)
                .param("last", last)
                .query(Rows::quote)
                .list();
    }
}
