package org.farmgate.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReviewStore {
    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when there is one for that line already.
    boolean insert(Review review) {
        return jdbc.sql("""
                insert into shop.review (origin_id, id, order_id, ordinal, listing_id, stars, words, signed, written_at)
                values (:origin, :id, :order, :line, :listing, :stars, :words, :signed, :at)
                on conflict do nothing
                """)
                        .param("origin", review.origin().value())
                        .param("id", review.id().value())
                        .param("order", review.order().value())
                        .param("line", review.line())
                        .param("listing", review.listing().value())
                        .param("stars", review.stars())
                        .param("words", review.words())
                        .param("signed", review.signed())
                        .param("at", review.writtenAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Review> find(RegionId origin, ReviewId id) {
        return jdbc.sql("select * from shop.review where origin_id = :origin and id = :id")
                .param("origin", origin.value())
                .param("id", id.value())
                .query(ReviewStore::review)
                .optional();
    }

    List<Review> ofOrder(RegionId origin, OrderId order) {
        return jdbc.sql("select * from shop.review where origin_id = :origin and order_id = :order order by ordinal")
                .param("origin", origin.value())
                .param("order", order.value())
                .query(ReviewStore::review)
                .list();
    }

    /// @param all hidden ones too
    Slice<Review> ofListing(ListingId listing, Paging paging, boolean all) {
        String from = " from shop.review where listing_id = :listing" + (all ? "" : " and hidden_at is null");
        long total = jdbc.sql("select count(*)" + from)
                .param("listing", listing.value())
                .query(Long.class)
                .single();
        List<Review> rows = jdbc.sql("select *" + from + " order by written_at desc, id limit :size offset :offset")
                .param("listing", listing.value())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(ReviewStore::review)
                .list();
        return Slice.of(rows, paging, total);
    }

    Map<ListingId, Rating> ratings(Collection<ListingId> listings) {
        Map<ListingId, Rating> ratings = new HashMap<>();
        if (listings.isEmpty()) return ratings;
        jdbc.sql("""
                select listing_id, count(*) as count, sum(stars) as sum from shop.review
                where listing_id = any(:ids::uuid[]) and hidden_at is null
                group by listing_id
                """).param("ids", Batch.array(listings)).query(rs -> {
            ratings.put(
                    new ListingId(rs.getObject("listing_id", UUID.class)),
                    new Rating(rs.getLong("count"), rs.getLong("sum")));
        });
        return ratings;
    }

    /// False when it was answered before.
    boolean answer(Review review, String words, Actor by, Instant at) {
        return jdbc.sql("""
                update shop.review set answer = :words, answered_at = :at, answered_by = :by
                where origin_id = :origin and id = :id and answer is null
                """)
                        .param("words", words)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.person().value())
                        .param("origin", review.origin().value())
                        .param("id", review.id().value())
                        .update()
                == 1;
    }

    /// False when it is hidden already.
    boolean hide(Review review, String reason, Actor by, Instant at) {
        return jdbc.sql("""
                update shop.review set hidden_reason = :reason, hidden_at = :at, hidden_by = :by
                where origin_id = :origin and id = :id and hidden_at is null
                """)
                        .param("reason", reason)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.person().value())
                        .param("origin", review.origin().value())
                        .param("id", review.id().value())
                        .update()
                == 1;
    }

    private static Review review(ResultSet rs, int number) throws SQLException {
        Optional<Review.Answer> answer = rs.getString("answer") == null
                ? Optional.empty()
                : Optional.of(new Review.Answer(
                        rs.getString("answer"),
                        rs.getObject("answered_at", OffsetDateTime.class).toInstant()));
        return new Review(
                new ReviewId(rs.getObject("id", UUID.class)),
                new RegionId(rs.getObject("origin_id", UUID.class)),
                new ListingId(rs.getObject("listing_id", UUID.class)),
                new OrderId(rs.getObject("order_id", UUID.class)),
                rs.getInt("ordinal"),
                rs.getInt("stars"),
                rs.getString("words"),
                rs.getString("signed"),
                rs.getObject("written_at", OffsetDateTime.class).toInstant(),
                answer,
                Optional.ofNullable(rs.getString("hidden_reason")));
    }
}
