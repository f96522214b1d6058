package org.farmgate.live.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Sealing;
import org.farmgate.shop.ListingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Channels and their codes.
@Repository
class OutsideStore {
    private final JdbcClient jdbc;

    OutsideStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A channel with what it signs with.
    record Keyed(OutsideChannel channel, Sealing.Sealed secret) {}

    /// False when the id or the name is taken.
    boolean insert(OutsideChannel channel, Sealing.Sealed secret, Actor by) {
        return jdbc.sql("""
                insert into live.outside_channel
                       (id, seller_id, name, state, secret_key, secret, made_at, made_by, renewed_at)
                values (:id, :seller, :name, :state, :key, :secret, :at, :by, :at)
                on conflict do nothing
                """)
                        .param("id", channel.id().value())
                        .param("seller", channel.seller().value())
                        .param("name", channel.name())
                        .param("state", channel.state().name())
                        .param("key", secret.keyId())
                        .param("secret", secret.bytes())
                        .param("at", channel.madeAt().atOffset(ZoneOffset.UTC))
                        .param("by", by.person().value())
                        .update()
                == 1;
    }

    void renew(OutsideChannelId id, Sealing.Sealed secret, Instant at) {
        jdbc.sql("update live.outside_channel set secret_key = :key, secret = :secret, renewed_at = :at where id = :id")
                .param("key", secret.keyId())
                .param("secret", secret.bytes())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /// False when it stood so already.
    boolean turn(OutsideChannelId id, OutsideChannel.State to) {
        return jdbc.sql("update live.outside_channel set state = :to where id = :id and state <> :to")
                        .param("to", to.name())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<OutsideChannel> find(OutsideChannelId id) {
        return keyed(id).map(Keyed::channel);
    }

    Optional<Keyed> keyed(OutsideChannelId id) {
        return jdbc.sql("select * from live.outside_channel where id = :id")
                .param("id", id.value())
                .query((rs, number) -> new Keyed(
                        channel(rs, number),
                        new Sealing.Sealed(rs.getString("secret_key"), Objects.requireNonNull(rs.getBytes("secret")))))
                .optional();
    }

    List<OutsideChannel> ofSeller(PartyId seller) {
        return jdbc.sql("select * from live.outside_channel where seller_id = :seller order by name, id")
                .param("seller", seller.value())
                .query(OutsideStore::channel)
                .list();
    }

    List<OutsideCode> codes(OutsideChannelId channel) {
        return jdbc.sql(
                        "select code, listing_id, packs from live.outside_code where channel_id = :channel order by code")
                .param("channel", channel.value())
                .query((rs, _) -> new OutsideCode(
                        rs.getString("code"),
                        new ListingId(rs.getObject("listing_id", UUID.class)),
                        rs.getInt("packs")))
                .list();
    }

    void map(OutsideChannelId channel, OutsideCode code, Actor by, Instant at) {
        jdbc.sql("""
                insert into live.outside_code (channel_id, code, listing_id, packs, mapped_at, mapped_by)
                values (:channel, :code, :listing, :packs, :at, :by)
                on conflict (channel_id, code) do update
                set listing_id = excluded.listing_id, packs = excluded.packs,
                    mapped_at = excluded.mapped_at, mapped_by = excluded.mapped_by
                """)
                .param("channel", channel.value())
                .param("code", code.code())
                .param("listing", code.listing().value())
                .param("packs", code.packs())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person().value())
                .update();
    }

    /// False when it is not there.
    boolean unmap(OutsideChannelId channel, String code) {
        return jdbc.sql("delete from live.outside_code where channel_id = :channel and code = :code")
                        .param("channel", channel.value())
                        .param("code", code)
                        .update()
                == 1;
    }

    private static OutsideChannel channel(ResultSet rs, int number) throws SQLException {
        return new OutsideChannel(
                new OutsideChannelId(rs.getObject("id", UUID.class)),
                new PartyId(rs.getObject("seller_id", UUID.class)),
                rs.getString("name"),
                OutsideChannel.State.valueOf(rs.getString("state")),
                rs.getObject("made_at", OffsetDateTime.class).toInstant(),
                rs.getObject("renewed_at", OffsetDateTime.class).toInstant());
    }
}
