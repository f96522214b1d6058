package org.farmgate.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.springframework.stereotype.Component;

/// How people and programs name a region in a field: by id, by code, by `code · name` as we offer it, or by a
/// name that only one region has.
@Component
public class RegionTexts {
    private static final String BETWEEN = " · ";

    private final Regions regions;

    RegionTexts(Regions regions) {
        this.regions = regions;
    }

    public static String of(Region region, Locale locale) {
        return region.code() + BETWEEN + region.name().in(locale);
    }

    /// Refuses by the input errors `no-such-region` and `several-regions`.
    public RegionId read(String text) {
        String typed = text.strip();
        Optional<UUID> id = uuid(typed);
        if (id.isPresent()) {
            return regions.find(new RegionId(id.get()))
                    .map(Region::id)
                    .orElseThrow(() -> new InputBroken("", "no-such-region", typed));
        }
        String code = typed.contains(BETWEEN) ? typed.substring(0, typed.indexOf(BETWEEN)) : typed;
        Region byCode = regions.byCode(List.of(code)).get(code);
        return byCode == null ? byName(typed) : byCode.id();
    }

    /// Separated by commas or lines, in any script's comma.
    public List<RegionId> readSeveral(String text) {
        List<RegionId> read = new ArrayList<>();
        Arrays.stream(text.split("[,،，;\\n\\r]+"))
                .filter(part -> !part.isBlank())
                .forEach(part -> read.add(read(part)));
        return read;
    }

    private RegionId byName(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        List<Region> named = regions.search(new Paging(0, 200, name), Optional.empty()).rows().stream()
                .filter(region ->
                        List.of(
                                        region.name().english(),
                                        region.name().chinese(),
                                        region.name().uyghur())
                                .stream()
                                .anyMatch(each -> each.toLowerCase(Locale.ROOT).equals(wanted)))
                .toList();
        if (named.isEmpty()) throw new InputBroken("", "no-such-region", name);
        if (named.size() > 1) throw new InputBroken("", "several-regions", name);
        return named.getFirst().id();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
