package org.farmgate.platform.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JoiningTests {
    @Test
    void lettersTakeTheShapeTheirNeighboursAskFor() {
        assertThat(shapes("قوغۇن")).isEqualTo("FED7 FEEE FECF FBD8 646");
        assertThat(shapes("بىلەن")).isEqualTo("FE91 FBE9 FEE0 FEEA 646");
        assertThat(shapes("تېرەك")).isEqualTo("FE97 FBE7 FEAE 6D5 643");
        assertThat(shapes("ھ")).isEqualTo("6BE");
    }

    @Test
    void lamAndAlefMakeOneShapeThatReadsBackAsBoth() {
        assertThat(Joining.shapes("پىلان"))
                .contains(new Joining.Shape(0xFEFC, "لا"), new Joining.Shape(0x646, "ن"))
                .hasSize(4);
        assertThat(shapes("لى")).isEqualTo("FEDF FEF0");
    }

    @Test
    void aNonJoinerPartsAndATatweelJoins() {
        assertThat(shapes("ب\u200Cب")).isEqualTo("628 628");
        assertThat(shapes("بـب")).isEqualTo("FE91 640 FE90");
    }

    @Test
    void marksDoNotPartLetters() {
        assertThat(shapes("ب\u064Eب")).isEqualTo("FE91 64E FE90");
    }

    @Test
    void everyLetterOfUyghurAndKazakhHasItsShapesInBothFonts() {
        for (String letter : List.of(
                "ا", "ە", "ب", "پ", "ت", "ج", "چ", "خ", "د", "ر", "ز", "ژ", "س", "ش", "غ", "ف", "ق", "ك", "گ", "ڭ", "ل",
                "م", "ن", "ھ", "و", "ۇ", "ۆ", "ۈ", "ۋ", "ې", "ى", "ي", "ئ", "ح", "ع", "ط", "ۅ", "لا")) {
            for (String word : List.of(letter, "ب" + letter, letter + "ب", "ب" + letter + "ب")) {
                for (Joining.Shape shape : Joining.shapes(word)) {
                    assertThat(Typeface.ARABIC.has(shape.codePoint()))
                            .as("%s in %s", letter, word)
                            .isTrue();
                    assertThat(Typeface.ARABIC_BOLD.has(shape.codePoint()))
                            .as("bold %s in %s", letter, word)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void otherScriptsPassThrough() {
        assertThat(shapes("甜瓜 a")).isEqualTo("751C 74DC 20 61");
    }

    private static String shapes(String text) {
        return Joining.shapes(text).stream()
                .map(shape -> Integer.toHexString(shape.codePoint()).toUpperCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
