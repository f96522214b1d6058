package org.farmgate.logistics.storage.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.logistics.storage.Arrival;
import org.farmgate.place.SiteId;
import org.farmgate.platform.web.Shell;

/// What is expected at a warehouse, or has come.
public record ArrivalsPage(
        SiteId site, Book book, Arrival.Stage stage, List<Arrival> rows, int page, int size, boolean mayAnnounce) {
    public Map<String, String> stages(Shell shell) {
        String home = "/storage/" + site + "/arrivals";
        Map<String, String> tabs = new LinkedHashMap<>();
        tabs.put(home, shell.label("storage.arrival.stage", Arrival.Stage.ANNOUNCED));
        tabs.put(home + "?stage=received", shell.label("storage.arrival.stage", Arrival.Stage.RECEIVED));
        tabs.put(home + "?stage=cancelled", shell.label("storage.arrival.stage", Arrival.Stage.CANCELLED));
        return tabs;
    }

    public String current() {
        String home = "/storage/" + site + "/arrivals";
        return switch (stage) {
            case ANNOUNCED -> home;
            case RECEIVED -> home + "?stage=received";
            case CANCELLED -> home + "?stage=cancelled";
        };
    }

    public static String kind(Arrival.Stage stage) {
        return switch (stage) {
            case ANNOUNCED -> "info";
            case RECEIVED -> "good";
            case CANCELLED -> "";
        };
    }
}
