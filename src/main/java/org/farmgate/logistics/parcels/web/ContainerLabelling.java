package org.farmgate.logistics.parcels.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.logistics.parcels.Container;
import org.farmgate.logistics.parcels.label.ContainerLabel;
import org.farmgate.logistics.parcels.label.ParcelLabels;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Puts together what stands on bags' and cages' labels.
@Component
class ContainerLabelling {
    private final ParcelNaming naming;
    private final ParcelLabels labels;
    private final MessageSource messages;

    ContainerLabelling(ParcelNaming naming, ParcelLabels labels, MessageSource messages) {
        this.naming = naming;
        this.labels = labels;
        this.messages = messages;
    }

    /// One page for each, in that order.
    byte[] print(List<Container> containers) {
        List<SiteId> named = new ArrayList<>();
        containers.forEach(one -> {
            named.add(one.from());
            one.to().ifPresent(named::add);
        });
        ParcelNames names = naming.of(named, List.of());
        return labels.containers(
                containers.stream().map(one -> label(one, names)).toList());
    }

    private ContainerLabel label(Container one, ParcelNames names) {
        return new ContainerLabel(
                one.sscc(),
                said("parcel.container." + one.kind().name()),
                names.site(one.from()),
                one.to()
                        .map(names::site)
                        .orElseGet(() -> said("parcel.next.outside").in(Languages.CHINESE)),
                one.parcels(),
                one.mass().equals(Mass.ZERO) ? Optional.empty() : Optional.of(one.mass()),
                one.at());
    }

    private Multilingual said(String key) {
        return new Multilingual(
                said(key, Languages.ENGLISH), said(key, Languages.CHINESE), said(key, Languages.UYGHUR));
    }

    private String said(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
