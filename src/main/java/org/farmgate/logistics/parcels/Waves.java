package org.farmgate.logistics.parcels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sorting waves. One is open at a site at a time; each scan answers the chute; closing it makes the bags
/// and cages of each chute and freezes it.
@Service
@Transactional
public class Waves {
    private final WaveStore store;
    private final WaveScanning scanning;
    private final WaveClosing closing;
    private final ContainerStore containers;
    private final ParcelNetwork network;
    private final ParcelAccess access;
    private final ScanChecks checks;

    Waves(
            WaveStore store,
            WaveScanning scanning,
            WaveClosing closing,
            ContainerStore containers,
            ParcelNetwork network,
            ParcelAccess access,
            ScanChecks checks) {
        this.store = store;
        this.scanning = scanning;
        this.closing = closing;
        this.containers = containers;
        this.network = network;
        this.access = access;
        this.checks = checks;
    }

    /// With a chute for each site below, the one above, the other counties' centres and other carriers. The
    /// same id twice is one wave. Needs HANDLE_PARCELS at that site. Refuses by [NotFound],
    /// SITE_NOT_IN_NETWORK, WAVE_NEEDS_CENTRE, WAVE_OPEN_ALREADY, WAVE_ID_USED.
    public Wave open(Actor actor, WaveId id, SiteId site) {
        ParcelAccess.Post post = access.handling(actor, site);
        List<Wave.Chute> chutes = chutes(post);
        if (chutes.size() < 2)
            throw new RuleBroken(ParcelRule.WAVE_NEEDS_CENTRE, post.site().name());
        Wave wanted = new Wave(post.county(), id, site, 1, checks.now(), actor.personName(), Optional.empty(), chutes);
        if (store.open(wanted)) {
            store.chutes(wanted, chutes);
            return get(id);
        }
        Optional<Wave> there = store.find(id);
        if (there.isPresent() && there.get().site().equals(site)) return there.get();
        if (there.isPresent()) throw new RuleBroken(ParcelRule.WAVE_ID_USED);
        throw new RuleBroken(
                ParcelRule.WAVE_OPEN_ALREADY,
                store.openAt(post.county(), site).map(Wave::number).orElse(0));
    }

    private List<Wave.Chute> chutes(ParcelAccess.Post post) {
        List<NetworkLink> tree = network.ofCounty(post.county());
        Stream<SiteId> below = tree.stream()
                .filter(link -> link.parent().equals(Optional.of(post.id())))
                .map(NetworkLink::site);
        Optional<SiteId> above = network.find(post.id()).flatMap(NetworkLink::parent);
        Stream<SiteId> beyond = above.isPresent() ? above.stream() : network.otherTops(post.county()).stream();
        List<Wave.Chute> chutes = new ArrayList<>();
        Stream.concat(below, beyond).forEach(to -> chutes.add(new Wave.Chute(chutes.size() + 1, Optional.of(to), 0)));
        if (above.isEmpty()) chutes.add(new Wave.Chute(chutes.size() + 1, Optional.empty(), 0));
        return chutes;
    }

    /// Answers the chute; the parcel is at the site from then on. Needs HANDLE_PARCELS at the wave's site.
    /// Refuses by [NotFound] and SCAN_ID_USED; other refusals are kept and answered: those of
    /// [Scans#record], WAVE_CLOSED, PARCEL_NOT_TO_BE_SORTED.
    public WaveAnswer scan(Actor actor, WaveId id, WaveScan scan) {
        Wave wave = header(id);
        return scanning.record(actor, access.handling(actor, wave.site()), wave, scan);
    }

    /// Makes the bags and cages of each chute, closed and ready to go, and freezes the wave. What has left
    /// the site since it was sorted is in none. The same again changes nothing. Needs HANDLE_PARCELS at the
    /// wave's site. Refuses by [NotFound].
    public List<Container> close(Actor actor, WaveId id) {
        Wave wave = header(id);
        access.handling(actor, wave.site());
        closing.close(actor, wave);
        return containers.ofWave(wave.origin(), id);
    }

    /// Needs HANDLE_PARCELS at the wave's site. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Wave see(Actor actor, WaveId id) {
        Wave wave = get(id);
        access.handling(actor, wave.site());
        return wave;
    }

    /// What closing it made. Refuses as [#see].
    @Transactional(readOnly = true)
    public List<Container> containers(Actor actor, WaveId id) {
        Wave wave = header(id);
        access.handling(actor, wave.site());
        return containers.ofWave(wave.origin(), id);
    }

    /// The site's waves, the latest first, without their chutes. Needs HANDLE_PARCELS at that site.
    @Transactional(readOnly = true)
    public List<Wave> of(Actor actor, SiteId site, Paging paging) {
        return store.of(access.handling(actor, site).county(), site, paging);
    }

    private Wave get(WaveId id) {
        return store.find(id).orElseThrow(() -> new NotFound("wave", id));
    }

    private Wave header(WaveId id) {
        return store.header(id).orElseThrow(() -> new NotFound("wave", id));
    }
}
