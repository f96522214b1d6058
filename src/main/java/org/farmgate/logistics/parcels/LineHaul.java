package org.farmgate.logistics.parcels;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Parcels, bags and cages between two sites, for the parts of `logistics` that plan and run trips: they
/// have asked whether the actor may. What one trip loads at one site it loads once, however often it is
/// told.
@Service
@Transactional
public class LineHaul {
    private static final UUID NAMESPACE = UUID.fromString("2a7b7a52-6f5b-5b0e-9a0b-7d2f5f2f0c10");

    private final ScanRecording recording;
    private final ParcelAccess access;
    private final ContainerStore containers;

    LineHaul(ScanRecording recording, ParcelAccess access, ContainerStore containers) {
        this.recording = recording;
        this.access = access;
        this.containers = containers;
    }

    /// They leave the site on that trip. Answers for each code in order; a refusal is an answer, and is
    /// kept. Refuses by [org.farmgate.platform.NotFound] and SITE_NOT_IN_NETWORK.
    public List<ScanAnswer> load(Actor actor, UUID trip, SiteId from, Collection<String> codes, Instant at) {
        return record(actor, trip, from, ScanKind.LOAD, codes, at);
    }

    /// They arrive at the site. As [#load].
    public List<ScanAnswer> unload(Actor actor, UUID trip, SiteId at, Collection<String> codes, Instant when) {
        return record(actor, trip, at, ScanKind.UNLOAD, codes, when);
    }

    private List<ScanAnswer> record(
            Actor actor, UUID trip, SiteId site, ScanKind kind, Collection<String> codes, Instant at) {
        ParcelAccess.Post post = access.post(site);
        return codes.stream()
                .map(code ->
                        recording.record(actor, () -> post, Scan.of(id(trip, kind, site, code), code, site, kind, at)))
                .toList();
    }

    private static ScanId id(UUID trip, ScanKind kind, SiteId site, String code) {
        String name = trip + "\n" + kind + "\n" + site + "\n" + code;
        return new ScanId(UuidCreator.getNameBasedSha1(NAMESPACE, name.getBytes(StandardCharsets.UTF_8)));
    }

    /// The closed bags and cages that stand at a site and go on from it, outermost ones only: what a trip
    /// can take.
    @Transactional(readOnly = true)
    public List<Container> waiting(SiteId site) {
        return containers.waiting(site);
    }
}
