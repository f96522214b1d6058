package org.farmgate.place;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.Right;

/// A small piece of the map with real coordinates. Codes differ each time, so that tests can share a database.
public final class Ground {
    private static final AtomicInteger COUNT = new AtomicInteger();

    public final Actor keeper = Keepers.with(Right.MANAGE_PLACES);
    public final Region china = region(RegionKind.COUNTRY, null, "China", null);
    public final Region xinjiang = region(RegionKind.PROVINCE, china, "Xinjiang", new Coordinates(41.5, 86));
    public final Region hami = region(RegionKind.CITY, xinjiang, "Hami", new Coordinates(42.83, 93.51));
    public final Region yizhou = region(RegionKind.COUNTY, hami, "Yizhou", new Coordinates(42.83, 93.51));
    public final Region barkol = region(RegionKind.COUNTY, hami, "Barkol", new Coordinates(43.6, 93.02));
    public final Region nanhu = region(RegionKind.TOWNSHIP, yizhou, "Nanhu", null);
    public final Region henan = region(RegionKind.PROVINCE, china, "Henan", null);
    public final Region zhengzhou = region(RegionKind.CITY, henan, "Zhengzhou", new Coordinates(34.75, 113.65));

    public Ground(Regions regions) {
        regions.registerAll(keeper, java.util.List.of(nanhu, zhengzhou, yizhou, barkol, hami, henan, xinjiang, china));
    }

    public static Region region(
            RegionKind kind,
            @org.jspecify.annotations.Nullable Region parent,
            String name,
            @org.jspecify.annotations.Nullable Coordinates at) {
        return new Region(
                RegionId.next(),
                kind,
                Optional.ofNullable(parent).map(Region::id),
                String.format(java.util.Locale.ROOT, "%s-%05d", name, COUNT.incrementAndGet()),
                new Multilingual(name, "地名" + name, "يەر " + name),
                Optional.ofNullable(at));
    }
}
