package org.farmgate.logistics.parcels.web;

import java.util.Map;
import org.farmgate.place.Site;
import org.farmgate.platform.web.FormErrors;

/// The counter's form.
///
/// @param id of the parcel to be
/// @param stations of the county, to fetch it at
public record IntakePage(Site site, IntakeKind kind, String id, Map<String, String> stations, FormErrors errors) {
    public String path() {
        return "/parcels/at/" + site.id() + "/intake";
    }

    public String path(IntakeKind other) {
        return path() + "?what=" + other.name();
    }

    public boolean isDoor() {
        return errors.value("how").equals("door");
    }
}
