package org.farmgate.logistics.parcels.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.farmgate.logistics.parcels.Container;
import org.farmgate.logistics.parcels.Wave;
import org.farmgate.logistics.parcels.figures.HourLoad;
import org.farmgate.logistics.parcels.figures.Punctuality;
import org.farmgate.place.Site;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;

/// A centre that sorts: the open wave with its chutes, the waves before, how busy and how punctual it is.
///
/// @param fresh id of the wave to be
/// @param now the chute of the last scan
public record SortingPage(
        Site site,
        Optional<Wave> open,
        String fresh,
        Optional<ScanView> answer,
        OptionalInt now,
        List<Wave> earlier,
        List<HourLoad> hours,
        Punctuality punctuality,
        ZoneId zone,
        ParcelNames names,
        FormErrors errors) {
    /// A closed wave and what it made.
    public record Closed(Site site, Wave wave, List<Container> containers, ParcelNames names) {
        public long parcels() {
            return containers.stream().mapToLong(Container::parcels).sum();
        }

        public String labels() {
            return "/parcels/waves/" + wave.id() + "/labels";
        }
    }

    public String path() {
        return "/parcels/at/" + site.id() + "/sorting";
    }

    /// Where a chute leads.
    public static String to(Shell shell, Optional<org.farmgate.place.SiteId> to, ParcelNames names) {
        return to.map(names::site).orElseGet(() -> shell.t("parcel.next.outside"));
    }

    public boolean isNow(Wave.Chute chute) {
        return now.isPresent() && now.getAsInt() == chute.number();
    }

    /// The highest column of the picture; at least one, so that nothing is divided by zero.
    public long most() {
        return Math.max(
                1,
                hours.stream()
                        .mapToLong(hour -> Math.max(hour.arrived(), hour.left()))
                        .max()
                        .orElse(1));
    }

    public String hour(HourLoad load) {
        return "%02d".formatted(load.from().atZone(zone).getHour());
    }
}
