package org.farmgate.place.web;

import org.farmgate.place.Coordinates;
import org.farmgate.place.Region;
import org.jspecify.annotations.Nullable;

/// A region as the API shows it.
record RegionView(
        String id,
        String kind,
        @Nullable String parent,
        String code,
        String nameEn,
        String nameZh,
        String nameUg,
        @Nullable Double latitude,
        @Nullable Double longitude) {
    static RegionView of(Region region) {
        return new RegionView(
                region.id().toString(),
                region.kind().name(),
                region.parent().map(Object::toString).orElse(null),
                region.code(),
                region.name().english(),
                region.name().chinese(),
                region.name().uyghur(),
                region.at().map(Coordinates::latitude).orElse(null),
                region.at().map(Coordinates::longitude).orElse(null));
    }
}
