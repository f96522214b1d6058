package org.farmgate.shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.farmgate.payment.Payments;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.springframework.stereotype.Service;

/// The one way by which orders enter, whoever sends them: web, API, show, till, station, another
/// platform. What is
/// answered has been committed; the same key with the same cart always answers the same orders.
@Service
public class OrderIntake {
    /// A batch takes milliseconds; whoever waits this long is told to ask again with the same key.
    private static final int LONGEST_SECONDS = 30;

    private final IntakeLanes lanes;
    private final OfferedTerms terms;
    private final Sealing sealing;
    private final Payments payments;
    private final Regions regions;
    private final Cache<RegionId, Boolean> known =
            Caffeine.newBuilder().maximumSize(10_000).build();

    OrderIntake(IntakeLanes lanes, OfferedTerms terms, Sealing sealing, Payments payments, Regions regions) {
        this.lanes = lanes;
        this.terms = terms;
        this.sealing = sealing;
        this.payments = payments;
        this.regions = regions;
    }

    /// Takes a cart in: an order for each county and seller, each of which stands or falls alone; the
    /// answer lists all. An order may be refused by LISTING_NOT_OPEN, PRICE_CHANGED,
    /// BUYER_LIMIT_REACHED, SOLD_OUT (with what is left) and ORDER_KEY_REUSED. The whole is refused by
    /// NotFound for an unknown listing and, at once, by INTAKE_FULL.
    public List<OrderAnswer> place(OrderRequest request) {
        List<CompletableFuture<OrderAnswer>> answers = lanes.join(arrivals(request));
        try {
            List<OrderAnswer> all = new ArrayList<>(answers.size());
            for (CompletableFuture<OrderAnswer> answer : answers)
                all.add(answer.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join());
            return all;
        } catch (CompletionException failed) {
            throw switch (failed.getCause()) {
                case TimeoutException _ -> new RuleBroken(ShopRule.INTAKE_FULL, LONGEST_SECONDS);
                case RuntimeException cause -> cause;
                case null, default -> failed;
            };
        }
    }

    List<Arrival> arrivals(OrderRequest request) {
        if (!payments.providers().contains(request.provider()))
            throw new RuleBroken(ShopRule.PROVIDER_NOT_OPEN, request.provider());
        requireKnown(request.region());
        Map<ListingId, OfferedTerms.Home> homes =
                terms.homes(request.lines().stream().map(Wanted::listing).toList());
        homes.forEach((listing, home) -> {
            if (home.venue().filter(venue -> !venue.takes(request.channel())).isPresent())
                throw new NotFound("listing", listing);
        });
        Map<OfferedTerms.Home, List<Wanted>> parts = new LinkedHashMap<>();
        for (Wanted line : request.lines())
            parts.computeIfAbsent(homes.get(line.listing()), _ -> new ArrayList<>())
                    .add(line);
        UUID buyer = request.buyer()
                .map(party -> party.value())
                .orElseGet(() -> sealing.fingerprint(request.contact().digits(), "buyer"));
        List<Arrival> arrivals = new ArrayList<>(parts.size());
        parts.forEach((home, lines) -> arrivals.add(arrival(request, home, lines, buyer)));
        return arrivals;
    }

    /// Regions are never removed: one look is enough.
    private void requireKnown(RegionId region) {
        if (known.getIfPresent(region) != null) return;
        if (!regions.byIds(List.of(region)).containsKey(region)) throw new NotFound("region", region);
        known.put(region, true);
    }

    private Arrival arrival(OrderRequest request, OfferedTerms.Home home, List<Wanted> lines, UUID buyer) {
        OrderId id = OrderId.of(request.key(), home.origin(), home.seller());
        Contact contact = request.contact();
        Sealing.Sealed sealed = sealing.seal(ContactText.write(contact), ContactText.place(id));
        return new Arrival(
                id,
                request.key(),
                home.origin(),
                home.seller(),
                request.buyer(),
                buyer,
                hash(request, lines),
                request.region(),
                new Arrival.SealedContact(sealed.keyId(), sealed.bytes()),
                request.provider(),
                request.channel(),
                lines);
    }

    /// Of everything that makes this order what it is, in 16 bytes.
    private static byte[] hash(OrderRequest request, List<Wanted> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes(request.key().value(), lines.size()));
            digest.update(ContactText.write(request.contact()).getBytes(StandardCharsets.UTF_8));
            digest.update(request.provider().getBytes(StandardCharsets.UTF_8));
            digest.update(bytes(request.region().value(), 0));
            digest.update((byte) request.channel().ordinal());
            request.buyer().ifPresent(party -> digest.update(bytes(party.value(), 0)));
            for (Wanted line : lines) digest.update(bytes(line.listing().value(), line.packs()));
            return Arrays.copyOf(digest.digest(), 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(UUID id, int number) {
        return ByteBuffer.allocate(20)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(number)
                .array();
    }
}
