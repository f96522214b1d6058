package org.farmgate.logistics.parcels.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.parcels.Container;
import org.farmgate.logistics.parcels.ContainerKind;
import org.farmgate.logistics.parcels.ContainerStage;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.place.Site;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;

/// A bag or cage with what is in it.
///
/// @param answer to the last scan
/// @param here whether the asker works where it stands
public record ContainerPage(
        Container container,
        List<Container> bags,
        List<Parcel> parcels,
        Optional<ScanView> answer,
        boolean here,
        ParcelNames names,
        FormErrors errors) {
    /// Those of a site, and what is needed to make another.
    ///
    /// @param goals where all in it may go
    public record All(
            Site site,
            Slice<Container> containers,
            String id,
            Map<String, String> goals,
            ParcelNames names,
            FormErrors errors) {
        public String path() {
            return "/parcels/at/" + site.id() + "/containers";
        }
    }

    public String path() {
        return "/parcels/containers/" + container.id();
    }

    public boolean isOpen() {
        return container.stage() == ContainerStage.OPEN && container.inside().isEmpty();
    }

    public boolean isClosed() {
        return container.stage() == ContainerStage.CLOSED && container.inside().isEmpty();
    }

    public static String to(Shell shell, Container container, ParcelNames names) {
        return SortingPage.to(shell, container.to(), names);
    }

    public static String tone(ContainerStage stage) {
        return switch (stage) {
            case OPEN -> "warn";
            case CLOSED -> "good";
            case UNDER_WAY -> "info";
            case EMPTIED -> "";
        };
    }

    /// To choose from.
    public static Map<String, String> kinds(Shell shell) {
        Map<String, String> kinds = new java.util.LinkedHashMap<>();
        for (ContainerKind kind : ContainerKind.values()) kinds.put(kind.name(), shell.label("parcel.container", kind));
        return kinds;
    }
}
