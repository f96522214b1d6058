package org.farmgate.party;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.farmgate.platform.InputBroken;

/// The numbers of people that are kept sealed, and how each is checked before it is.
public enum NumberKind {
    /// Resident identity number: eighteen places, the last a check digit (GB 11643).
    IDENTITY {
        @Override
        String checked(String typed) {
            String number = plain(typed).toUpperCase(java.util.Locale.ROOT);
            if (!number.matches("[1-9][0-9]{16}[0-9X]")) throw wrong("not-an-identity-number");
            int sum = 0;
            for (int place = 0; place < 17; place++) sum += (number.charAt(place) - '0') * WEIGHTS[place];
            if (CHECKS.charAt(sum % 11) != number.charAt(17)) throw wrong("wrong-check-digit");
            try {
                LocalDate.of(
                        Integer.parseInt(number.substring(6, 10)),
                        Integer.parseInt(number.substring(10, 12)),
                        Integer.parseInt(number.substring(12, 14)));
            } catch (DateTimeException _) {
                throw wrong("not-an-identity-number");
            }
            return number;
        }

        /// The region's and the birth's digits say much about a person, so only the ends stay.
        @Override
        String masked(String number) {
            return number.substring(0, 2) + "**************" + number.substring(16);
        }
    },
    /// Bank card number: 12 to 19 digits, the last a check digit (ISO/IEC 7812-1, Luhn).
    BANK {
        @Override
        String checked(String typed) {
            String number = plain(typed);
            if (!number.matches("[0-9]{12,19}") || number.matches("0+")) throw wrong("not-a-bank-number");
            int sum = 0;
            for (int place = 0; place < number.length(); place++) {
                int digit = number.charAt(number.length() - 1 - place) - '0';
                int part = place % 2 == 1 ? digit * 2 : digit;
                sum += part > 9 ? part - 9 : part;
            }
            if (sum % 10 != 0) throw wrong("wrong-check-digit");
            return number;
        }

        @Override
        String masked(String number) {
            return "**** " + number.substring(number.length() - 4);
        }
    };

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /// Without the blanks and hyphens that people put in. Refuses by [InputBroken].
    abstract String checked(String typed);

    /// What may be shown to anybody who sees the party.
    abstract String masked(String number);

    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }

    private static InputBroken wrong(String code) {
        return new InputBroken("number", code);
    }
}
