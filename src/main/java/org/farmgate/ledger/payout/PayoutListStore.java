package org.farmgate.ledger.payout;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.farmgate.ledger.BooksAccess.Sight;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PayoutListStore {
    private final JdbcClient jdbc;

    PayoutListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest first.
    Slice<PayoutListing> search(Sight sight, Paging paging) {
        Map<String, Object> params = new HashMap<>(sight.params());
        // A payout has no other side: payees see their slips.
        String seen = sight.on("p").replace("p.counterparty_id", "p.holder_id");
        long total = jdbc.sql("select count(*) from ledger.payout p where " + seen)
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        List<PayoutListing> rows = jdbc.sql("""
                with page as materialized (
                  select p.* from ledger.payout p where %s
                  order by p.proposed_at desc, p.id limit :size offset :offset)
                select p.origin_id, p.id, p.holder_id, p.state, p.proposed_by, p.proposed_at, count(*) as lines,
                       sum(l.amount_fen) as amount_fen, count(*) filter (where l.state in ('PROPOSED', 'SENT')) as open,
                       count(*) filter (where l.state = 'RETURNED') as returned
                from page p join ledger.payout_line l on l.origin_id = p.origin_id and l.payout_id = p.id
                group by p.origin_id, p.id, p.holder_id, p.state, p.proposed_by, p.proposed_at
                order by p.proposed_at desc, p.id
                """.formatted(seen))
                .params(params)
                .query((rs, _) -> new PayoutListing(
                        new PayoutId(rs.getObject("id", UUID.class)),
                        new RegionId(rs.getObject("origin_id", UUID.class)),
                        new PartyId(rs.getObject("holder_id", UUID.class)),
                        PayoutState.valueOf(rs.getString("state")),
                        new PartyId(rs.getObject("proposed_by", UUID.class)),
                        rs.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                        rs.getLong("lines"),
                        new Money(rs.getLong("amount_fen")),
                        rs.getLong("open"),
                        rs.getLong("returned")))
                .list();
        return Slice.of(rows, paging, total);
    }
}
