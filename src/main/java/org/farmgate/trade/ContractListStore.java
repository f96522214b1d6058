package org.farmgate.trade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.farmgate.platform.Batch;
import org.farmgate.platform.LongList;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The list of contracts, by what somebody may see of it.
@Repository
class ContractListStore {
    private final JdbcClient jdbc;

    ContractListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Newest first.
    Slice<ContractListing> search(ContractQuery query, Sight sight) {
        List<String> where = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        see(sight, where, values);
        if (!query.stages().isEmpty()) {
            where.add("c.stage = any(:stages)");
            values.put("stages", query.stages().stream().map(Enum::name).toArray(String[]::new));
        }
        query.plan().ifPresent(plan -> {
            where.add("c.plan_id = :plan");
            values.put("plan", plan.value());
        });
        if (!query.paging().search().isEmpty()) {
            where.add("c.search like :search escape '\\'");
            values.put("search", query.paging().pattern().toLowerCase(Locale.ROOT));
        }
        return new LongList(
                        "trade.contract c",
                        where,
                        values,
                        "c.origin_id, c.id",
                        "select c.* from page join trade.contract c using (origin_id, id)",
                        List.of("c.drafted_at desc", "c.id desc"))
                .read(jdbc, query.paging(), ContractReadStore::listing);
    }

    /// The other side does not see a draft before it is proposed. Two conditions on two indexes, joined by
    /// `or`, are one
    /// bitmap for the planner.
    private static void see(Sight sight, List<String> conditions, Map<String, Object> values) {
        if (sight.everything()) return;
        List<String> reached = new ArrayList<>();
        if (!sight.origins().isEmpty()) {
            reached.add("(c.origin_id = any(:origins::uuid[]) and c.drafted_by is distinct from 'BUYER')");
            reached.add("(c.origin_id = any(:origins::uuid[]) and c.stage <> 'DRAFTED')");
            values.put("origins", Batch.array(sight.origins()));
        }
        if (!sight.parties().isEmpty()) {
            reached.add(
                    "(c.seller_id = any(:parties::uuid[]) and (c.stage <> 'DRAFTED' or c.drafted_by is distinct from 'BUYER'))");
            reached.add(
                    "(c.buyer_id = any(:parties::uuid[]) and (c.stage <> 'DRAFTED' or c.drafted_by is distinct from 'SELLER'))");
            values.put("parties", Batch.array(sight.parties()));
        }
        conditions.add(reached.isEmpty() ? "false" : "(" + String.join(" or ", reached) + ")");
    }
}
