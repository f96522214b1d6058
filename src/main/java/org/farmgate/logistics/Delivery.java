package org.farmgate.logistics;

import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;

/// Where goods are to be brought.
public sealed interface Delivery {
    /// To a site that everybody knows, such as a buyer's store.
    record ToSite(SiteId site) implements Delivery {}

    /// To somebody's door. Name, telephone and address lie sealed; only the region lies open, since freight
    /// and totals need it. They are opened for whoever brings the goods, and for nobody once the goods are
    /// there.
    record ToDoor(RegionId region, String name, String telephone, String address) implements Delivery {
        public static final int LONGEST_NAME = 80;
        public static final int LONGEST_TELEPHONE = 30;
        public static final int LONGEST_ADDRESS = 300;

        /// Refuses by the input errors `missing`, `too-long`, `control-character`.
        public ToDoor {
            name = checked("name", name, LONGEST_NAME);
            telephone = checked("telephone", telephone, LONGEST_TELEPHONE);
            address = checked("address", address, LONGEST_ADDRESS);
        }

        private static String checked(String field, String text, int longest) {
            String stripped = text.strip();
            if (stripped.isEmpty()) throw new InputBroken(field, "missing");
            if (stripped.codePointCount(0, stripped.length()) > longest)
                throw new InputBroken(field, "too-long", longest);
            if (stripped.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'))
                throw new InputBroken(field, "control-character");
            return stripped;
        }
    }
}
