package org.farmgate.trade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.farmgate.platform.Batch;
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
    List<ContractListing> search(ContractQuery query, Sight sight) {
        return filtered("select *", query, sight, "order by drafted_at desc, id desc limit :size offset :offset")
                .param("size", query.paging().size())
                .param("offset", query.paging().offset())
                .query(ContractReadStore::listing)
                .list();
    }

    long count(ContractQuery query, Sight sight) {
        return filtered("select count(*)", query, sight, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec filtered(String select, ContractQuery query, Sight sight, String end) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new HashMap<>();
        see(sight, conditions, values);
        if (!query.stages().isEmpty()) {
            conditions.add("stage = any(:stages)");
            values.put("stages", query.stages().stream().map(Enum::name).toArray(String[]::new));
        }
        query.plan().ifPresent(plan -> {
            conditions.add("plan_id = :plan");
            values.put("plan", plan.value());
        });
        if (!query.paging().search().isEmpty()) {
            conditions.add("search like :search");
            values.put("search", query.paging().pattern().toLowerCase(Locale.ROOT));
        }
        return jdbc.sql(select + " from trade.contract where " + String.join(" and ", conditions) + " " + end)
                .params(values);
    }

    /// The other side does not see a draft before it is proposed. Two conditions on two indexes, joined by
    /// `or`, are one
    /// bitmap for the planner.
    private static void see(Sight sight, List<String> conditions, Map<String, Object> values) {
        if (sight.everything()) return;
        List<String> reached = new ArrayList<>();
        if (!sight.origins().isEmpty()) {
            reached.add("(origin_id = any(:origins::uuid[]) and drafted_by is distinct from 'BUYER')");
            reached.add("(origin_id = any(:origins::uuid[]) and stage <> 'DRAFTED')");
            values.put("origins", Batch.array(sight.origins()));
        }
        if (!sight.parties().isEmpty()) {
            reached.add(
                    "(seller_id = any(:parties::uuid[]) and (stage <> 'DRAFTED' or drafted_by is distinct from 'BUYER'))");
            reached.add(
                    "(buyer_id = any(:parties::uuid[]) and (stage <> 'DRAFTED' or drafted_by is distinct from 'SELLER'))");
            values.put("parties", Batch.array(sight.parties()));
        }
        conditions.add(reached.isEmpty() ? "false" : "(" + String.join(" or ", reached) + ")");
    }
}
