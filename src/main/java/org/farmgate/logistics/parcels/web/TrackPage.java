package org.farmgate.logistics.parcels.web;

import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.parcels.ParcelStage;
import org.farmgate.logistics.parcels.Track;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;

/// Where a parcel is, for whoever has its number.
public record TrackPage(String number, Track track, List<WayStop> way, ParcelNames names) {
    /// The field to type a number into.
    public record Asking(FormErrors errors) {}

    public String stage(Shell shell) {
        if (track.returning() && track.stage() != ParcelStage.LOST) return shell.t("parcel.track.returning");
        return shell.label("parcel.stage", track.stage());
    }

    public Optional<String> keepUntil(Shell shell) {
        return track.keepUntil().map(shell::instant);
    }

    /// What the carrier wrote, without its code in front.
    public static String told(Shell shell, Track.Place place) {
        int at = place.note().indexOf(' ');
        String code = at < 0 ? place.note() : place.note().substring(0, at);
        String where = at < 0 ? "" : place.note().substring(at + 1);
        String words = shell.orElse("carrier.event." + code, code);
        return where.isEmpty() ? words : words + ", " + where;
    }

    public static String tone(ParcelStage stage) {
        return switch (stage) {
            case AT_SITE, UNDER_WAY, GIVEN_ON -> "info";
            case READY -> "melon";
            case HANDED_OUT -> "good";
            case LOST -> "bad";
        };
    }
}
