package org.farmgate.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.ledger.BooksAccess.Sight;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads lists of postings.
@Repository
class PostingStore {
    /// Beyond this many a list says so instead of counting on.
    static final int MOST_COUNTED = 10_000;

    private final JdbcClient jdbc;

    PostingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param query where it names an account, one that is seen: then all of it is
    Slice<Posting> search(Sight sight, PostingQuery query) {
        Paging paging = query.paging();
        Map<String, Object> params = new HashMap<>(sight.params());
        // Whoever sees the whole origin or account sees every row; for others each row's two accounts are looked at.
        String seen = query.account().isPresent() || sight.seesWhole(query.origin())
                ? ""
                : " where exists (select 1 from ledger.account a where a.origin_id = w.origin_id"
                        + " and a.id in (w.debit_id, w.credit_id) and " + sight.on("a") + ")";
        params.put("most", MOST_COUNTED);
        String counted = wanted("origin_id, debit_id, credit_id", "", query, params);
        long total = jdbc.sql("select count(*) from (select 1 from (" + counted + ") w" + seen + " limit :most) c")
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        params.put("reach", paging.offset() + paging.size());
        String last = " order by x.on_day desc, x.id desc limit :reach";
        List<Posting> rows = jdbc.sql("with page as materialized (select w.* from (" + wanted("*", last, query, params)
                        + ") w" + seen + " order by on_day desc, id desc limit :size offset :offset) select "
                        + TransferStore.COLUMNS + " from page t " + TransferStore.ACCOUNTS
                        + " order by t.on_day desc, t.id desc")
                .params(params)
                .query(TransferStore::posting)
                .list();
        return Slice.of(rows, paging, total);
    }

    /// A posting is of an account by its debit or by its credit; each has an index, so the two are asked apart.
    ///
    /// @param last how either half ends: enough of its latest rows to fill the page from that half alone
    private static String wanted(String columns, String last, PostingQuery query, Map<String, Object> params) {
        StringBuilder where = new StringBuilder(" where x.origin_id = :origin");
        params.put("origin", query.origin().value());
        query.cause().ifPresent(cause -> {
            where.append(" and x.cause_id = :cause");
            params.put("cause", cause);
        });
        query.from().ifPresent(from -> {
            where.append(" and x.on_day >= :from");
            params.put("from", from);
        });
        query.to().ifPresent(to -> {
            where.append(" and x.on_day <= :to");
            params.put("to", to);
        });
        String all = "select " + columns.replaceAll("(\\w+|\\*)", "x.$1") + " from ledger.transfer x" + where;
        if (query.account().isEmpty()) return all;
        params.put("account", query.account().get().value());
        return "(" + all + " and x.debit_id = :account" + last + ") union all (" + all + " and x.credit_id = :account"
                + last + ")";
    }
}
