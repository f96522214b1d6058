package org.farmgate.logistics.parcels.label;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.parcels.Sscc;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Multilingual;

/// What stands on a parcel's label. Who handles it reads where it goes; the code that opens a hand-out is not on
/// it, and of the telephone only what tells two receivers of one name apart.
///
/// @param goal where it goes, large
/// @param chute at the sorting centre, where one is set
/// @param way the sites that it passes from here to its goal
/// @param telephone the last digits
/// @param pickup where it is handed out, or who brings it
public record ParcelLabel(
        Sscc sscc,
        Multilingual goal,
        Optional<String> chute,
        List<String> way,
        String receiver,
        String telephone,
        String address,
        Optional<Mass> weight,
        Multilingual pickup,
        LocalDate takenInOn) {
    private static final int LAST_DIGITS = 4;

    public ParcelLabel {
        way = List.copyOf(way);
    }

    /// `138 0000 1234` as `···1234`.
    public static String lastDigits(String telephone) {
        String digits = telephone.replaceAll("\\D", "");
        return digits.isEmpty() ? "" : "···" + digits.substring(Math.max(0, digits.length() - LAST_DIGITS));
    }
}
