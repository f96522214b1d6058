package org.farmgate.logistics.parcels;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Gives numbers to parcels and containers. The serials come from the database's sequence: no two processes
/// get the same, none waits for another, and a number given in vain is a gap that harms nobody.
@Component
@EnableConfigurationProperties(ParcelSettings.class)
class ParcelNumbers {
    private final ParcelStore store;
    private final ParcelSettings settings;

    ParcelNumbers(ParcelStore store, ParcelSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    Sscc next() {
        return next(1).getFirst();
    }

    List<Sscc> next(int many) {
        return store.serials(many).stream()
                .map(serial -> Sscc.of(settings.companyPrefix(), serial))
                .toList();
    }
}
