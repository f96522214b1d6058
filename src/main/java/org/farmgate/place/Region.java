package org.farmgate.place;

import java.util.Optional;
import java.util.regex.Pattern;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Multilingual;

/// A region of the tree.
///
/// @param code as the statistical office writes it (GB/T 2260: six digits for a county, nine for a township), or
///     one's own where there is none: letters, digits, hyphens, at most 20
/// @param at a middle to measure distances from; where it is missing the nearest region above that has one stands in
public record Region(
        RegionId id,
        RegionKind kind,
        Optional<RegionId> parent,
        String code,
        Multilingual name,
        Optional<Coordinates> at) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,19}");

    /// Refuses by the input error `region-code`.
    public Region {
        code = code.strip();
        checkCode(code);
    }

    static void checkCode(String code) {
        if (!CODE.matcher(code).matches()) throw new InputBroken("code", "region-code");
    }
}
