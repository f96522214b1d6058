package org.farmgate.live.chat;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.farmgate.platform.RuleBroken;

/// What people type, made safe to stand among other people's lines. What cannot be seen is dropped without a word:
/// control characters, marks that turn the direction of the text, invisible letters. What leads people away is
/// refused: addresses of the web and telephone numbers.
final class ChatText {
    private static final Pattern LINK = Pattern.compile(
            "(?i)[a-z]{3,10}\\s*:\\s*/\\s*/|www\\s*\\.|[\\p{L}\\p{N}-]\\.(?:com|cn|net|org|top|xyz|ru|info|cc|me"
                    + "|io|vip|shop|live|tv|app|link|ly|site|online|club)(?![\\p{L}\\p{N}])");
    private static final Pattern TELEPHONE = Pattern.compile("\\p{Nd}(?:[ .()-]{0,2}\\p{Nd}){8,}");
    /// A tower of accents covers its neighbours.
    private static final Pattern TOWER = Pattern.compile("(\\p{M}{3})\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private ChatText() {}

    /// Refuses by CHAT_LINK, CHAT_TELEPHONE. May leave nothing.
    static String clean(String typed) {
        String text = tidy(typed);
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (LINK.matcher(plain).find()) throw new RuleBroken(ChatRule.CHAT_LINK);
        if (TELEPHONE.matcher(plain).find()) throw new RuleBroken(ChatRule.CHAT_TELEPHONE);
        return text;
    }

    static String tidy(String typed) {
        var kept = new StringBuilder(typed.length());
        Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints().forEach(point -> {
            if (isSpace(point)) kept.append(' ');
            else if (!isUnseen(point)) kept.appendCodePoint(point);
        });
        return SPACES.matcher(TOWER.matcher(kept).replaceAll("$1"))
                .replaceAll(" ")
                .strip();
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point);
    }

    /// The two joiners stay: Uyghur letters and emoji need them.
    private static boolean isUnseen(int point) {
        if (point == 0x200C || point == 0x200D) return false;
        if (point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || point == 0x2800) return true;
        int type = Character.getType(point);
        return type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// For comparing names that look alike.
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cf}]", "")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
