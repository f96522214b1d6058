package org.farmgate.logistics.storage.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.storage.Fillings;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.charts.Bars;
import org.farmgate.stock.Position;

/// How full a warehouse is, and what expires first.
///
/// @param differences lots of which bins and stock say different things
public record WarehousePage(
        SiteId site,
        Book book,
        NearMarketWarehouse terms,
        List<Lying> lying,
        Fillings.Filled filled,
        List<IsoWeek> weeks,
        int differences,
        LocalDate today,
        boolean keeps,
        boolean sends) {
    /// In which goods have to be sold soon.
    private static final int SOON_DAYS = 3;

    /// @param since since when it lies here
    public record Lying(Position position, Optional<LocalDate> since, List<String> bins) {}

    public Mass onHand() {
        return StoragePages.sum(
                lying.stream().map(one -> one.position().onHand()).toList());
    }

    public Mass soon() {
        return StoragePages.sum(lying.stream()
                .filter(one -> !one.position().bestBefore().isAfter(today.plusDays(SOON_DAYS)))
                .map(one -> one.position().onHand())
                .toList());
    }

    /// Of what has lain here longest.
    public long oldestDays() {
        return lying.stream()
                .flatMap(one -> one.since().stream())
                .mapToLong(since -> ChronoUnit.DAYS.between(since, today))
                .max()
                .orElse(0);
    }

    public long age(Lying one) {
        return one.since().map(since -> ChronoUnit.DAYS.between(since, today)).orElse(0L);
    }

    public String keeps(Shell shell, Lying one) {
        long days = ChronoUnit.DAYS.between(today, one.position().bestBefore());
        if (days < 0) return shell.t("stock.keeps.past", -days);
        return days == 0 ? shell.t("stock.keeps.today") : shell.t("stock.keeps.days", days);
    }

    public String keepsKind(Lying one) {
        long days = ChronoUnit.DAYS.between(today, one.position().bestBefore());
        return days < 0 ? "bad" : days <= SOON_DAYS ? "warn" : "";
    }

    /// The most of each week, the earliest first.
    public List<Bars.Bar> byWeek(Shell shell) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            Mass most = filled.most().get(i);
            bars.add(new Bars.Bar(shell.formats().weekInShort(weeks.get(i)), most.grams(), shell.mass(most)));
        }
        return bars;
    }

    public static String bins(Shell shell, Lying one) {
        return one.bins().isEmpty() ? "–" : String.join(", ", one.bins()).replace("DOCK", shell.t("storage.dock"));
    }

    public static String zone(Shell shell, Fillings.Zone zone) {
        return zone.dock() ? shell.t("storage.dock") : zone.name();
    }

    public static Map<String, String> tabs(Shell shell, SiteId site) {
        String home = "/storage/" + site;
        Map<String, String> tabs = new LinkedHashMap<>();
        tabs.put(home, shell.t("storage.tab.overview"));
        tabs.put(home + "/bins", shell.t("storage.tab.bins"));
        tabs.put(home + "/arrivals", shell.t("storage.tab.arrivals"));
        tabs.put(home + "/shipments", shell.t("storage.tab.shipments"));
        tabs.put(home + "/costs", shell.t("storage.tab.costs"));
        return tabs;
    }
}
