package org.farmgate.logistics.parcels.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.farmgate.logistics.parcels.ScanKind;
import org.farmgate.logistics.parcels.Track;
import org.farmgate.place.SiteId;

/// One stop of a parcel's way as it is drawn: where it was with times, where it is, where it is to come.
///
/// @param events in order; none where it is yet to come
public record WayStop(SiteId site, Standing standing, List<Track.Place> events) {
    public enum Standing {
        PASSED,
        NOW,
        TO_COME
    }

    public String tone() {
        return switch (standing) {
            case PASSED -> "passed";
            case NOW -> "now";
            case TO_COME -> "to-come";
        };
    }

    /// @param ahead the sites that it is still to pass, its goal last
    static List<WayStop> of(Track track, List<SiteId> ahead) {
        List<WayStop> stops = new ArrayList<>();
        List<Track.Place> run = new ArrayList<>();
        for (Track.Place place : told(track)) {
            if (!run.isEmpty() && !run.getFirst().site().equals(place.site())) {
                stops.add(new WayStop(run.getFirst().site(), Standing.PASSED, List.copyOf(run)));
                run.clear();
            }
            run.add(place);
        }
        if (!run.isEmpty()) stops.add(new WayStop(run.getFirst().site(), Standing.NOW, List.copyOf(run)));
        if (!track.stage().isFinal())
            for (SiteId site : ahead)
                if (!site.equals(track.site())) stops.add(new WayStop(site, Standing.TO_COME, List.of()));
        return List.copyOf(stops);
    }

    /// Loading and leaving are one thing to who waits, and so are unloading and arriving: of several at one site the
    /// first arrival and the first leaving are told.
    private static List<Track.Place> told(Track track) {
        List<Track.Place> told = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Track.Place place : track.places()) {
            String what = meaning(place.kind()).name();
            boolean repeats = place.kind() != ScanKind.TOLD && !seen.add(what + place.site());
            if (!repeats) told.add(place);
        }
        return told;
    }

    static ScanKind meaning(ScanKind kind) {
        return switch (kind) {
            case UNLOAD, IN -> ScanKind.IN;
            case LOAD, OUT -> ScanKind.OUT;
            case TAKE_IN, PACK, UNPACK, SEEN, DELIVER, SORT, HAND_OUT, RETURN, GIVE_ON, TOLD, LOST, DAMAGED -> kind;
        };
    }

    /// For the message `parcel.event.<kind>`.
    public static String word(ScanKind kind) {
        return meaning(kind).name();
    }
}
