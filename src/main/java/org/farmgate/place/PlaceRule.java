package org.farmgate.place;

import org.farmgate.platform.Rule;

/// What `place` refuses.
public enum PlaceRule implements Rule {
    /// An id that a client made stands for one thing for ever; sent again with other content it is an error.
    PLACE_ID_USED,
    /// Codes are how files name regions, so no two share one.
    REGION_CODE_TAKEN,
    /// A region lies in a wider one; otherwise totals up the tree would make no sense.
    REGION_PARENT_NOT_WIDER(422),
    /// The same, seen from above: a region that has regions in it cannot become as narrow as they are.
    REGION_CHILDREN_NOT_NARROWER,
    /// Origins are counties; a region that lies in none cannot be one.
    REGION_WITHOUT_COUNTY,
    /// Neither the region nor any above it has coordinates, and no road distance is known.
    REGION_WITHOUT_COORDINATES,
    /// Codes are how files name divisions, so no two share one.
    DIVISION_CODE_TAKEN,
    /// A GLN names one place in the whole world.
    SITE_GLN_TAKEN,
    /// A road has two ends.
    ROAD_TO_ITSELF(422),
    /// A road is not shorter than the air line nor many times as long: almost always kilometres and metres mixed up.
    ROAD_UNLIKELY(422);

    private final int status;

    PlaceRule() {
        this(409);
    }

    PlaceRule(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
