package org.farmgate.shop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.blobs.Blob;
import org.farmgate.platform.blobs.BlobStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The pictures of listings. Sellers keep those of their own; everybody may look.
@Service
@Transactional
public class Photos {
    public static final int MOST = 12;
    public static final int GREATEST_BYTES = 5 * 1024 * 1024;
    private static final String FOLDER = "photos";

    private final PhotoStore store;
    private final Listings listings;
    private final BlobStore blobs;
    private final Audit audit;
    private final Clock clock;

    Photos(PhotoStore store, Listings listings, BlobStore blobs, Audit audit, Clock clock) {
        this.store = store;
        this.listings = listings;
        this.blobs = blobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// Keeps our own copies of a picture; the file itself is not kept. The same id again is the same picture. Refuses
    /// by [NotFound], PHOTO_TOO_LARGE, PHOTO_NOT_A_PICTURE, PHOTO_KIND_NOT_READ, PHOTO_TOO_MANY.
    ///
    /// @param words what is to be seen on it
    public Photo add(Actor actor, ListingId id, PhotoId photo, String words, InputStream content) {
        Listing listing = listings.own(actor, id);
        String told = words.strip();
        if (told.isEmpty()) throw new InputBroken("words", "missing");
        if (told.length() > Photo.LONGEST_WORDS) throw new InputBroken("words", "too-long", Photo.LONGEST_WORDS);
        List<Photo> there = store.of(List.of(id));
        for (Photo one : there) if (one.id().equals(photo)) return one;
        if (there.size() >= MOST) throw new RuleBroken(PhotoRule.PHOTO_TOO_MANY, MOST);
        Pictures.Made made = Pictures.of(read(content));
        Blob large = save(made.large());
        Blob small = save(made.small());
        var added = new Photo(photo, id, 0, large.key(), small.key(), told);
        if (!store.insert(listing, added, actor, clock.instant())) throw new RuleBroken(PhotoRule.PHOTO_TOO_MANY, MOST);
        audit.record(actor, "listing.photo-added", "listing", id, Map.of("words", told));
        return store.of(List.of(id)).stream()
                .filter(one -> one.id().equals(photo))
                .findFirst()
                .orElseThrow();
    }

    /// Gone already, it stays gone. Refuses by [NotFound] for another's listing.
    public void remove(Actor actor, ListingId id, PhotoId photo) {
        Listing listing = listings.own(actor, id);
        if (store.delete(listing, photo))
            audit.record(actor, "listing.photo-removed", "listing", id, Map.of("photo", photo.toString()));
    }

    /// By listing, the one that lists show first.
    @Transactional(readOnly = true)
    public Map<ListingId, List<Photo>> of(Collection<ListingId> ids) {
        return store.of(ids).stream().collect(Collectors.groupingBy(Photo::listing));
    }

    /// A stored picture, by the two parts of its name. Refuses by [NotFound].
    public InputStream open(String folder, String name) {
        return blobs.open(FOLDER + "/" + folder + "/" + name);
    }

    private Blob save(byte[] jpeg) {
        return blobs.save(FOLDER, new ByteArrayInputStream(jpeg), Integer.MAX_VALUE);
    }

    private static byte[] read(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(GREATEST_BYTES + 1);
            if (bytes.length > GREATEST_BYTES) throw new RuleBroken(PhotoRule.PHOTO_TOO_LARGE);
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
