package org.farmgate.live.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTextTests {
    @Test
    void whatCannotBeSeenIsDropped() {
        assertThat(ChatText.clean("a\u0000b\u0007 \u202eevil\u202c \u2066x\u2069\u200b\ufeff"))
                .isEqualTo("a b evil x");
        assertThat(ChatText.clean(" two\r\nlines\tand\u2028more ")).isEqualTo("two lines and more");
        assertThat(ChatText.clean("\ud800lone")).isEqualTo("lone");
    }

    @Test
    void whatWordsNeedStays() {
        assertThat(ChatText.clean("قوغۇن بەك تاتلىق")).isEqualTo("قوغۇن بەك تاتلىق");
        assertThat(ChatText.clean("甜吗?👩\u200d🌾🍈")).isEqualTo("甜吗?👩\u200d🌾🍈");
        assertThat(ChatText.clean("<b>5 < 6 & 7</b>")).isEqualTo("<b>5 < 6 & 7</b>");
        assertThat(ChatText.clean("2.5 kg for 49.90, 2026-11-26")).isEqualTo("2.5 kg for 49.90, 2026-11-26");
    }

    @Test
    void accentsDoNotTowerOverTheirNeighbours() {
        assertThat(ChatText.clean("x" + "\u0334".repeat(50))).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see http://melons.example",
                "www.melons",
                "buy at melons.com now",
                "melons.cn",
                "HTTPS : //x",
                "ｗｗｗ．melons",
                "mel\u200bons.c\u200bom"
            })
    void linksAreRefused(String text) {
        assertThatThrownBy(() -> ChatText.clean(text))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(ChatRule.CHAT_LINK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"call 13812345678", "138 1234 5678", "138-1234-5678", "１３８１２３４５６７８", "٠١٢٣٤٥٦٧٨"})
    void telephoneNumbersAreRefused(String text) {
        assertThatThrownBy(() -> ChatText.clean(text))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(ChatRule.CHAT_TELEPHONE));
    }

    @Test
    void lengthIsCountedAsPeopleCount() {
        assertThat(new NewMessage(ChatId.next(), "", "🍈".repeat(200), false).text())
                .isNotEmpty();
        assertThatThrownBy(() -> new NewMessage(ChatId.next(), "", "🍈".repeat(201), false))
                .isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> new NewMessage(ChatId.next(), "", "\u200b \u202e", false))
                .isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> new NewMessage(ChatId.next(), "n".repeat(21), "x", false))
                .isInstanceOf(InputBroken.class);
    }
}
