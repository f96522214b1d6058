package org.farmgate.shop;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PhotoStore {
    private static final RowMapper<Photo> PHOTO = (rs, number) -> new Photo(
            new PhotoId(rs.getObject("id", UUID.class)),
            new ListingId(rs.getObject("listing_id", UUID.class)),
            rs.getInt("ordinal"),
            rs.getString("blob_key"),
            rs.getString("small_key"),
            rs.getString("words"));

    private final JdbcClient jdbc;

    PhotoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// At the first free place. False where it is there already, or none is free.
    boolean insert(Listing listing, Photo photo, Actor by, Instant at) {
        return jdbc.sql("""
                insert into shop.listing_photo (origin_id, listing_id, ordinal, id, blob_key, small_key, media_type, words,
                                                added_at, added_by)
                select :origin, :listing, min(n), :id, :key, :small, 'image/jpeg', :words, :at, :by
                from generate_series(0, 11) n
                where not exists (select from shop.listing_photo p
                                  where p.origin_id = :origin and p.listing_id = :listing and p.ordinal = n)
                having min(n) is not null
                on conflict do nothing
                """)
                        .param("origin", listing.origin().value())
                        .param("listing", listing.id().value())
                        .param("id", photo.id().value())
                        .param("key", photo.key())
                        .param("small", photo.smallKey())
                        .param("words", photo.words())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.person().value())
                        .update()
                == 1;
    }

    List<Photo> of(Collection<ListingId> listings) {
        if (listings.isEmpty()) return List.of();
        return jdbc.sql("""
                select * from shop.listing_photo where listing_id = any(:ids::uuid[]) order by listing_id, ordinal
                """).param("ids", Batch.array(listings)).query(PHOTO).list();
    }

    boolean delete(Listing listing, PhotoId photo) {
        return jdbc.sql("""
                delete from shop.listing_photo where origin_id = :origin and listing_id = :listing and id = :id
                """)
                        .param("origin", listing.origin().value())
                        .param("listing", listing.id().value())
                        .param("id", photo.value())
                        .update()
                == 1;
    }
}
