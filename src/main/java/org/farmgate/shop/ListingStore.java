package org.farmgate.shop;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.stock.SellableId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ListingStore {
    static final String WITH_TERMS = """
            select l.*, t.price_fen, t.tier_packs, t.tier_fen, t.limit_per_buyer, t.split_rule, t.share, t.share_party,
                   t.share_points
            from shop.listing l
            join shop.listing_terms t
              on t.origin_id = l.origin_id and t.listing_id = l.id and t.version = l.version
            """;

    private final JdbcClient jdbc;

    ListingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when the id is taken.
    boolean insert(Listing listing, Actor by, Instant at) {
        boolean fresh = jdbc.sql("""
                insert into shop.listing (origin_id, id, seller_id, product_id, grade, pack_grams, title, story,
                       harvested_on, best_before, sellable_id, state, version, till_id, show_id, like_id, created_at, created_by)
                values (:origin, :id, :seller, :product, :grade, :pack, :title, :story, :harvested, :best, :sellable,
                        :state, :version, :till, :show, :like, :at, :by)
                on conflict do nothing
                """)
                        .param("origin", listing.origin().value())
                        .param("id", listing.id().value())
                        .param("seller", listing.seller().value())
                        .param("product", listing.product().value())
                        .param("grade", listing.grade())
                        .param("pack", listing.pack().grams())
                        .param("title", listing.title())
                        .param("story", listing.story())
                        .param("harvested", listing.harvestedOn().orElse(null))
                        .param("best", listing.bestBefore().orElse(null))
                        .param("sellable", listing.sellable().value())
                        .param("state", listing.state().name())
                        .param("version", listing.terms().version())
                        .param("till", till(listing), java.sql.Types.OTHER)
                        .param("show", show(listing).map(Venue.Show::show).orElse(null), java.sql.Types.OTHER)
                        .param(
                                "like",
                                show(listing).map(show -> show.like().value()).orElse(null),
                                java.sql.Types.OTHER)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.person().value())
                        .update()
                == 1;
        if (fresh) insertTerms(listing, by, at);
        return fresh;
    }

    void insertTerms(Listing listing, Actor by, Instant at) {
        ListingTerms terms = listing.terms();
        List<Split.Part> parts = terms.split().parts();
        jdbc.sql("""
                insert into shop.listing_terms (origin_id, listing_id, version, price_fen, tier_packs, tier_fen,
                       limit_per_buyer, split_rule, share, share_party, share_points, set_at, set_by)
                values (:origin, :id, :version, :price, :tierPacks::int[], :tierFen::bigint[], :limit, :rule,
                        :share::text[], :party::uuid[], :points::int[], :at, :by)
                """)
                .param("origin", listing.origin().value())
                .param("id", listing.id().value())
                .param("version", terms.version())
                .param("price", terms.price().fen())
                .param(
                        "tierPacks",
                        terms.tiers().stream().map(ListingTerms.Tier::fromPacks).toArray(Integer[]::new))
                .param(
                        "tierFen",
                        terms.tiers().stream().map(tier -> tier.price().fen()).toArray(Long[]::new))
                .param("limit", terms.limitPerBuyer().orElse(null))
                .param("rule", terms.split().rule())
                .param("share", parts.stream().map(part -> part.share().name()).toArray(String[]::new))
                .param(
                        "party",
                        Batch.array(parts.stream().map(Split.Part::party).toList()))
                .param("points", parts.stream().map(Split.Part::basisPoints).toArray(Integer[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person().value())
                .update();
    }

    /// The version moves on by one. False when it is no longer the one that was seen.
    boolean moveOn(Listing listing, int seen) {
        return jdbc.sql("""
                update shop.listing set version = :version, title = :title, story = :story, harvested_on = :harvested,
                       best_before = :best
                where origin_id = :origin and id = :id and version = :seen
                """)
                        .param("version", listing.terms().version())
                        .param("title", listing.title())
                        .param("story", listing.story())
                        .param("harvested", listing.harvestedOn().orElse(null))
                        .param("best", listing.bestBefore().orElse(null))
                        .param("origin", listing.origin().value())
                        .param("id", listing.id().value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    void setState(Collection<Listing> listings, ListingState state, Instant at) {
        listings.stream()
                .collect(Collectors.groupingBy(Listing::origin))
                .forEach((origin, here) -> jdbc.sql("""
                update shop.listing
                set state = :state, opened_at = case when :state = 'OPEN' then :at else opened_at end
                where origin_id = :origin and id = any(:ids::uuid[])
                """)
                        .param("state", state.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", origin.value())
                        .param("ids", Batch.array(here.stream().map(Listing::id).toList()))
                        .update());
    }

    Map<ListingId, Listing> byIds(Collection<ListingId> ids) {
        if (ids.isEmpty()) return Map.of();
        Map<ListingId, Listing> found = new HashMap<>();
        jdbc.sql(WITH_TERMS + " where l.id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(ListingStore::listing)
                .list()
                .forEach(one -> found.put(one.id(), one));
        return found;
    }

    /// Of shows that are not over.
    List<Listing> inShows(PartyId seller) {
        return jdbc.sql(
                        WITH_TERMS
                                + " where l.seller_id = :seller and l.show_id is not null and l.state <> 'CLOSED' order by l.title, l.id")
                .param("seller", seller.value())
                .query(ListingStore::listing)
                .list();
    }

    Map<ListingId, OfferedTerms.Home> homes(Collection<ListingId> ids) {
        Map<ListingId, OfferedTerms.Home> found = new HashMap<>();
        jdbc.sql("""
                select id, origin_id, seller_id, till_id, show_id, like_id from shop.listing
                where id = any(:ids::uuid[])
                """).param("ids", Batch.array(ids)).query(rs -> {
            found.put(
                    new ListingId(rs.getObject("id", UUID.class)),
                    new OfferedTerms.Home(
                            new RegionId(rs.getObject("origin_id", UUID.class)),
                            new PartyId(rs.getObject("seller_id", UUID.class)),
                            venue(rs)));
        });
        return found;
    }

    Map<OfferedTerms.Version, Offered> terms(RegionId origin, Collection<OfferedTerms.Version> versions) {
        Map<OfferedTerms.Version, Offered> found = new HashMap<>();
        jdbc.sql("""
                select l.id, l.seller_id, l.sellable_id, l.pack_grams, t.*
                from unnest(:listing::uuid[], :number::int[]) as wanted (listing, number)
                join shop.listing_terms t
                  on t.origin_id = :origin and t.listing_id = wanted.listing and t.version = wanted.number
                join shop.listing l on l.origin_id = :origin and l.id = wanted.listing
                """)
                .params(Batch.of(versions)
                        .ids("listing", OfferedTerms.Version::listing)
                        .ints("number", OfferedTerms.Version::number)
                        .params())
                .param("origin", origin.value())
                .query(rs -> {
                    var listing = new ListingId(rs.getObject("id", UUID.class));
                    ListingTerms terms = terms(rs);
                    found.put(
                            new OfferedTerms.Version(listing, terms.version()),
                            new Offered(
                                    listing,
                                    new PartyId(rs.getObject("seller_id", UUID.class)),
                                    new SellableId(rs.getObject("sellable_id", UUID.class)),
                                    new Mass(rs.getLong("pack_grams")),
                                    terms));
                });
        return found;
    }

    static Listing listing(ResultSet rs, int number) throws SQLException {
        return new Listing(
                new ListingId(rs.getObject("id", UUID.class)),
                new RegionId(rs.getObject("origin_id", UUID.class)),
                new PartyId(rs.getObject("seller_id", UUID.class)),
                new ProductId(rs.getObject("product_id", UUID.class)),
                rs.getInt("grade"),
                new Mass(rs.getLong("pack_grams")),
                rs.getString("title"),
                rs.getString("story"),
                Optional.ofNullable(rs.getObject("harvested_on", LocalDate.class)),
                Optional.ofNullable(rs.getObject("best_before", LocalDate.class)),
                new SellableId(rs.getObject("sellable_id", UUID.class)),
                ListingState.valueOf(rs.getString("state")),
                terms(rs),
                venue(rs));
    }

    private static @Nullable UUID till(Listing listing) {
        return listing.venue().orElse(null) instanceof Venue.Counter counter
                ? counter.till().value()
                : null;
    }

    private static Optional<Venue.Show> show(Listing listing) {
        return listing.venue().filter(Venue.Show.class::isInstance).map(Venue.Show.class::cast);
    }

    private static Optional<Venue> venue(ResultSet rs) throws SQLException {
        UUID till = rs.getObject("till_id", UUID.class);
        if (till != null) return Optional.of(new Venue.Counter(new TillId(till)));
        UUID show = rs.getObject("show_id", UUID.class);
        return show == null
                ? Optional.empty()
                : Optional.of(new Venue.Show(show, new ListingId(rs.getObject("like_id", UUID.class))));
    }

    private static ListingTerms terms(ResultSet rs) throws SQLException {
        Object[] packs = array(rs.getArray("tier_packs"));
        Object[] prices = array(rs.getArray("tier_fen"));
        List<ListingTerms.Tier> tiers = new ArrayList<>();
        for (int i = 0; i < packs.length; i++)
            tiers.add(new ListingTerms.Tier((Integer) packs[i], new Money((Long) prices[i])));
        Object[] shares = array(rs.getArray("share"));
        Object[] parties = array(rs.getArray("share_party"));
        Object[] points = array(rs.getArray("share_points"));
        List<Split.Part> parts = new ArrayList<>();
        for (int i = 0; i < shares.length; i++)
            parts.add(new Split.Part(
                    Split.Share.valueOf((String) shares[i]), new PartyId((UUID) parties[i]), (Integer) points[i]));
        int limit = rs.getInt("limit_per_buyer");
        return new ListingTerms(
                rs.getInt("version"),
                new Money(rs.getLong("price_fen")),
                tiers,
                limit == 0 ? Optional.empty() : Optional.of(limit),
                new Split(rs.getString("split_rule"), parts));
    }

    private static Object[] array(Array array) throws SQLException {
        return (Object[]) array.getArray();
    }
}
