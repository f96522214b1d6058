package org.farmgate.logistics.parcels.web;

import java.util.Optional;
import org.farmgate.place.Site;
import org.farmgate.platform.web.FormErrors;

/// Somebody stands at the counter and wants a parcel.
///
/// @param code of the parcel, where it is known already
public record HandOutPage(Site site, String code, Optional<ScanView> answer, FormErrors errors) {
    public String path() {
        return "/parcels/at/" + site.id() + "/hand-out";
    }
}
