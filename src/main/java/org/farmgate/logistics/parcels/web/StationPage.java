package org.farmgate.logistics.parcels.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.parcels.Next;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelKey;
import org.farmgate.logistics.parcels.ParcelStage;
import org.farmgate.logistics.parcels.ScanKind;
import org.farmgate.place.Site;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Shell;

/// A station's desk: the field to scan into, and what lies here for how long.
///
/// @param kind what a scan says
/// @param chosen the stage that is listed; empty for all
/// @param parent the site above, for container and line-haul
/// @param sorts whether others hang below it, so that waves are sorted here
/// @param next where each goes from here
public record StationPage(
        Site site,
        Optional<Site> parent,
        boolean sorts,
        ScanKind kind,
        Optional<ScanView> answer,
        Optional<ParcelStage> chosen,
        Slice<Parcel> parcels,
        Map<ParcelKey, Next> next,
        ParcelNames names,
        Instant now) {
    /// What a station's clerk says with a scan.
    public static final List<ScanKind> KINDS =
            List.of(ScanKind.IN, ScanKind.OUT, ScanKind.UNLOAD, ScanKind.LOAD, ScanKind.SEEN);

    public static final List<ParcelStage> STAGES =
            List.of(ParcelStage.AT_SITE, ParcelStage.READY, ParcelStage.UNDER_WAY, ParcelStage.HANDED_OUT);

    /// The sites that one works at.
    public record All(List<Site> sites, String search, Slice<Parcel> found, ParcelNames names) {}

    public String path() {
        return "/parcels/at/" + site.id();
    }

    public String next(Shell shell, Parcel parcel) {
        return ScanView.next(shell, next.getOrDefault(parcel.key(), new Next.Nowhere()), names);
    }

    /// In hours on the first day, then in days.
    public String since(Shell shell, Parcel parcel) {
        return duration(shell, Duration.between(parcel.state().at(), now));
    }

    static String duration(Shell shell, Duration lying) {
        long hours = Math.max(0, lying.toHours());
        return hours < 24 ? shell.t("parcel.hours", hours) : shell.t("parcel.days", lying.toDays());
    }

    /// Its time to be fetched is over.
    public boolean isOverdue(Parcel parcel) {
        return parcel.state().keepUntil().filter(now::isAfter).isPresent();
    }
}
