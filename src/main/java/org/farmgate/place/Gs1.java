package org.farmgate.place;

/// The check digit that GS1 keys share (GLN, GTIN, SSCC): GS1 General Specifications, section 7.9.
public final class Gs1 {
    private Gs1() {}

    /// The digit that belongs behind these digits: from the right they weigh 3, 1, 3, 1 …, and the sum with the
    /// check digit is a multiple of ten.
    public static char checkDigit(String digitsWithoutCheck) {
        int sum = 0;
        for (int i = 0; i < digitsWithoutCheck.length(); i++) {
            int digit = digitsWithoutCheck.charAt(digitsWithoutCheck.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    public static boolean isRight(String digits) {
        return checkDigit(digits.substring(0, digits.length() - 1)) == digits.charAt(digits.length() - 1);
    }

    /// The digits of what a person typed or pasted: spaces and hyphens go, digits of other scripts become plain
    /// ones.
    public static String plainDigits(String text) {
        return foldDigits(text.strip()).replaceAll("[ \\u00a0-]", "");
    }

    static String foldDigits(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int digit = Character.isDigit(point) ? Character.digit(point, 10) : -1;
            if (digit >= 0) folded.append((char) ('0' + digit));
            else if (point == '\u066b') folded.append('.');
            else folded.appendCodePoint(point);
        });
        return folded.toString();
    }
}
