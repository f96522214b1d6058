package org.farmgate.live.outside;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.farmgate.measure.Money;
import org.farmgate.platform.Arguments;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.OrderId;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.ShopRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What came from other platforms. Each step is one guarded update: of two at once one wins.
@Repository
class OutsideOrderStore {
    private final JdbcClient jdbc;

    OutsideOrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OutsideEntry> find(OutsideChannelId channel, String number) {
        return jdbc.sql("select * from live.outside_order where channel_id = :channel and number = :number")
                .param("channel", channel.value())
                .param("number", number)
                .query(OutsideOrderStore::entry)
                .optional();
    }

    Optional<OutsideEntry> ofOrder(OrderId order) {
        return jdbc.sql("select * from live.outside_order where order_ids @> array[:order::uuid]")
                .param("order", order.value())
                .query(OutsideOrderStore::entry)
                .optional();
    }

    /// False when that number is there already.
    boolean insert(OutsideEntry entry) {
        return with(jdbc.sql("""
                insert into live.outside_order (channel_id, number, order_key, mark, state, listing_ids, packs,
                       rule, arguments, paid_fen, source, received_at)
                values (:channel, :number, :key, :mark, :state, :listings::uuid[], :packs::int[],
                        :rule, :arguments, :paid, :source, :at)
                on conflict do nothing
                """), entry).update() == 1;
    }

    /// One that was refused for something that has been put right is tried anew. False when somebody was
    /// faster.
    boolean reopen(OutsideEntry entry) {
        return with(jdbc.sql("""
                update live.outside_order
                set state = :state, mark = :mark, listing_ids = :listings::uuid[], packs = :packs::int[], rule = :rule,
                    arguments = :arguments, paid_fen = :paid, source = :source, received_at = :at, settled_at = null
                where channel_id = :channel and number = :number and order_key = :key and state = 'REFUSED'
                """), entry).update() == 1;
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, OutsideEntry entry) {
        return named(statement, entry)
                .param("key", entry.key().value())
                .param("mark", entry.mark())
                .param("listings", Batch.array(entry.packs().keySet()))
                .param("packs", entry.packs().values().toArray(Integer[]::new))
                .param("paid", entry.paid().fen())
                .param("source", entry.source().name())
                .param("at", entry.receivedAt().atOffset(ZoneOffset.UTC));
    }

    private static JdbcClient.StatementSpec named(JdbcClient.StatementSpec statement, OutsideEntry entry) {
        return statement
                .param("channel", entry.channel().value())
                .param("number", entry.number())
                .param("state", entry.state().name())
                .param("rule", entry.why().map(broken -> broken.rule().name()).orElse(""))
                .param(
                        "arguments",
                        entry.why()
                                .map(broken -> Arguments.encode(broken.arguments()))
                                .orElse(""));
    }

    /// What became of it, where nobody has said so before. Locks its row until the transaction ends.
    boolean settle(OutsideEntry entry, Instant at) {
        return named(jdbc.sql("""
                update live.outside_order
                set state = :state, order_ids = :orders::uuid[], rule = :rule, arguments = :arguments,
                    total_fen = :total, settled_at = :at
                where channel_id = :channel and number = :number and state = 'RECEIVED'
                """), entry)
                        .param("orders", Batch.array(entry.orders()))
                        .param("total", entry.total().map(Money::fen).orElse(null))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Of one that still stands as it was seen.
    boolean cancel(OutsideEntry seen, Instant at) {
        return jdbc.sql("""
                update live.outside_order set state = 'CANCELLED', settled_at = :at
                where channel_id = :channel and number = :number and state = :seen
                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("channel", seen.channel().value())
                        .param("number", seen.number())
                        .param("seen", seen.state().name())
                        .update()
                == 1;
    }

    Map<OutsideState, Long> counts(OutsideChannelId channel) {
        Map<OutsideState, Long> counts = new EnumMap<>(OutsideState.class);
        jdbc.sql("select state, count(*) as many from live.outside_order where channel_id = :channel group by state")
                .param("channel", channel.value())
                .query(rs -> {
                    counts.put(OutsideState.valueOf(rs.getString("state")), rs.getLong("many"));
                });
        return counts;
    }

    Slice<OutsideEntry> search(OutsideChannelId channel, Optional<OutsideState> state, Paging paging, long total) {
        return Slice.of(
                jdbc.sql("""
                        select * from live.outside_order
                        where channel_id = :channel and (:state::text is null or state = :state)
                        order by received_at desc, number limit :size offset :offset
                        """)
                        .param("channel", channel.value())
                        .param("state", state.map(OutsideState::name).orElse(null))
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query(OutsideOrderStore::entry)
                        .list(),
                paging,
                total);
    }

    private static OutsideEntry entry(ResultSet rs, int row) throws SQLException {
        List<UUID> listings = array(rs.getArray("listing_ids"), UUID.class);
        List<Integer> packs = array(rs.getArray("packs"), Integer.class);
        Map<ListingId, Integer> wanted = new LinkedHashMap<>();
        for (int i = 0; i < listings.size(); i++) wanted.put(new ListingId(listings.get(i)), packs.get(i));
        String rule = rs.getString("rule");
        Optional<RuleBroken> why = rule.isEmpty()
                ? Optional.empty()
                : Optional.of(new RuleBroken(
                        rule(rule), Arguments.decode(rs.getString("arguments")).toArray()));
        long total = rs.getLong("total_fen");
        return new OutsideEntry(
                new OutsideChannelId(rs.getObject("channel_id", UUID.class)),
                rs.getString("number"),
                new OrderKey(rs.getObject("order_key", UUID.class)),
                rs.getObject("mark", UUID.class),
                OutsideState.valueOf(rs.getString("state")),
                wanted,
                array(rs.getArray("order_ids"), UUID.class).stream()
                        .map(OrderId::new)
                        .toList(),
                why,
                new Money(rs.getLong("paid_fen")),
                total == 0 ? Optional.empty() : Optional.of(new Money(total)),
                OutsideSource.valueOf(rs.getString("source")),
                rs.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    /// By the name it was stored under: what the intake refuses by, and what we do.
    private static Rule rule(String name) {
        return Stream.<Rule>concat(Stream.of(ShopRule.values()), Stream.of(OutsideRule.values()))
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule is called " + name));
    }

    private static <T> List<T> array(Array array, Class<T> type) throws SQLException {
        List<T> values = new ArrayList<>();
        for (Object value : (Object[]) array.getArray()) values.add(type.cast(value));
        return values;
    }
}
