package org.farmgate.platform.print;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Chooses how each Arabic letter looks beside its neighbours: alone, at a word's end, beginning or middle; and
/// joins lam with alef. The shapes are Unicode's presentation forms, which the bundled Naskh font draws; which
/// letter has which shapes is read from Unicode itself, so Uyghur and Kazakh letters need no table of their own.
/// This is all that Uyghur needs, and it spares the Java runtime's shaper, which does not start on a machine
/// without fontconfig.
final class Joining {
    private static final String[] NAMES = {"ISOLATED FORM", "FINAL FORM", "INITIAL FORM", "MEDIAL FORM"};
    private static final int ALONE = 0;
    private static final int LAST = 1;
    private static final int FIRST = 2;
    private static final int MIDDLE = 3;
    private static final int TATWEEL = 0x0640;
    private static final int JOINER = 0x200D;
    private static final Map<String, int[]> SHAPES = shapesOfUnicode();

    private Joining() {}

    /// What is drawn for some letters.
    record Shape(int codePoint, String letters) {}

    static List<Shape> shapes(String text) {
        List<Shape> shapes = new ArrayList<>();
        boolean joinsBefore = false;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            String letters = lamAlef(text, at) ? text.substring(at, at + 2) : Character.toString(codePoint);
            at += letters.length();
            if (isMark(codePoint)) {
                shapes.add(new Shape(codePoint, letters));
                continue;
            }
            int[] forms = SHAPES.get(letters);
            if (forms == null) {
                joinsBefore = codePoint == TATWEEL || codePoint == JOINER;
                if (!Shaper.isSilent(codePoint)) {
                    shapes.add(new Shape(codePoint, letters));
                }
                continue;
            }
            boolean joins = forms[FIRST] != 0;
            boolean joinsAfter = joins && takesJoin(text, at);
            int form = joinsBefore ? (joinsAfter ? MIDDLE : LAST) : (joinsAfter ? FIRST : ALONE);
            shapes.add(new Shape(form == ALONE && letters.length() == 1 ? codePoint : forms[form], letters));
            joinsBefore = joins;
        }
        return shapes;
    }

    private static boolean lamAlef(String text, int at) {
        return at + 2 <= text.length() && text.charAt(at) == '\u0644' && SHAPES.containsKey(text.substring(at, at + 2));
    }

    private static boolean takesJoin(String text, int from) {
        for (int at = from; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int codePoint = text.codePointAt(at);
            if (isMark(codePoint)) {
                continue;
            }
            int[] forms = SHAPES.get(Character.toString(codePoint));
            return codePoint == TATWEEL || codePoint == JOINER || (forms != null && forms[LAST] != 0);
        }
        return false;
    }

    private static boolean isMark(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    private static Map<String, int[]> shapesOfUnicode() {
        Map<String, int[]> shapes = new HashMap<>();
        for (int codePoint = 0xFB50; codePoint <= 0xFEFC; codePoint++) {
            String name = Character.getName(codePoint);
            if (name == null || !name.startsWith("ARABIC L")) {
                continue;
            }
            String letters = Normalizer.normalize(
                    Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD), Normalizer.Form.NFC);
            boolean lamAlef = name.startsWith("ARABIC LIGATURE LAM WITH ALEF ") && !name.contains("MAKSURA");
            for (int form = 0; form < NAMES.length; form++) {
                if (name.endsWith(NAMES[form]) && (letters.length() == 1 || (letters.length() == 2 && lamAlef))) {
                    shapes.computeIfAbsent(letters, l -> new int[NAMES.length])[form] = codePoint;
                }
            }
        }
        // Unicode gives ە no forms of its own; Uyghur writes it as the isolated and final heh.
        shapes.put("\u06D5", new int[] {0x06D5, 0xFEEA, 0, 0});
        return Map.copyOf(shapes);
    }
}
