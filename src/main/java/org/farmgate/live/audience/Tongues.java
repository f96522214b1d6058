package org.farmgate.live.audience;

import java.util.List;
import java.util.Locale;
import org.farmgate.platform.web.Languages;

/// The languages by number, so that what is encoded in each lies in an array.
final class Tongues {
    static final List<Locale> ALL = Languages.ALL;

    private Tongues() {}

    static int of(Locale locale) {
        return Math.max(0, ALL.indexOf(Languages.nearest(locale)));
    }
}
