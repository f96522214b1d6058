package org.farmgate.live.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.farmgate.platform.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The reader of MP4, on what Chromium recorded, and on what was done to that.
class Mp4Tests {
    private static final InitSegment MAIN = InitSegment.read(Filming.file("main-init.mp4"), Rendition.MAIN);
    private static final InitSegment SOUND = InitSegment.read(Filming.file("sound-init.mp4"), Rendition.SOUND);

    @Test
    void theBeginningSaysWhatTracksThereAre() {
        assertThat(MAIN.codecs()).isEqualTo("avc1.42C01F,opus");
        assertThat(MAIN.leading().width()).isEqualTo(640);
        assertThat(MAIN.leading().height()).isEqualTo(360);
        assertThat(SOUND.codecs()).isEqualTo("opus");
    }

    @Test
    void piecesSayWhenTheyBeginAndHowLongTheyAre() {
        assertThat(MediaSegment.read(Filming.file("main-0.m4s"), MAIN)).isEqualTo(new MediaSegment(0, 1036));
        assertThat(MediaSegment.read(Filming.file("main-1.m4s"), MAIN)).isEqualTo(new MediaSegment(1036, 1049));
        assertThat(MediaSegment.read(Filming.file("sound-0.m4s"), SOUND)).isEqualTo(new MediaSegment(0, 843));
    }

    /// A piece of several fragments: those of a media server, or a slow browser's.
    @Test
    void twoFragmentsAreOnePiece() {
        byte[] both = concat(Filming.file("main-0.m4s"), Filming.file("main-1.m4s"));
        assertThat(MediaSegment.read(both, MAIN)).isEqualTo(new MediaSegment(0, 2085));
    }

    @Test
    void whatIsTooLongOrTooLargeIsRefused() {
        byte[] five = new byte[0];
        for (String name : new String[] {"main-0.m4s", "main-1.m4s", "main-2.m4s", "main-3.m4s", "main-3.m4s"})
            five = concat(five, Filming.file(name));
        byte[] long5 = five;
        refused(VideoRule.VIDEO_LENGTH_OUT_OF_RANGE, () -> MediaSegment.read(long5, MAIN));
        refused(VideoRule.VIDEO_TOO_LARGE, () -> MediaSegment.read(new byte[MediaSegment.GREATEST_BYTES + 1], MAIN));
        refused(
                VideoRule.VIDEO_TOO_LARGE,
                () -> InitSegment.read(new byte[InitSegment.GREATEST_BYTES + 1], Rendition.MAIN));
    }

    @Test
    void whatDoesNotFitTheRenditionIsRefused() {
        refused(VideoRule.VIDEO_MALFORMED, () -> InitSegment.read(Filming.file("main-init.mp4"), Rendition.SOUND));
        refused(VideoRule.VIDEO_MALFORMED, () -> InitSegment.read(Filming.file("sound-init.mp4"), Rendition.MAIN));
        refused(VideoRule.VIDEO_MALFORMED, () -> MediaSegment.read(Filming.file("sound-0.m4s"), MAIN));
        refused(VideoRule.VIDEO_MALFORMED, () -> MediaSegment.read(new byte[0], MAIN));
        refused(VideoRule.VIDEO_MALFORMED, () -> MediaSegment.read("<html>".getBytes(), MAIN));
    }

    /// The flag that says so is turned in the first sample of the picture.
    @Test
    void aPieceThatDoesNotBeginWithAKeyFrameIsRefused() {
        byte[] piece = Filming.file("main-1.m4s");
        int trun = lastIndexOf(piece, "trun");
        assertThat(piece[trun + 4 + 12]).isEqualTo((byte) 2);
        piece[trun + 4 + 12 + 1] = 1;
        refused(VideoRule.VIDEO_MALFORMED, () -> MediaSegment.read(piece, MAIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"main-0.m4s", "sound-0.m4s", "main-init.mp4", "sound-init.mp4"})
    @Timeout(60)
    void cutOffAnywhereItIsRefused(String name) {
        byte[] whole = Filming.file(name);
        int step = Math.max(1, whole.length / 3_000);
        // Behind each of several fragments what came until then is whole.
        List<Integer> ends = Mp4Box.in(whole, 0, whole.length).stream()
                .filter(box -> box.type().equals("mdat"))
                .map(Mp4Box::end)
                .toList();
        for (int length = 0; length < whole.length; length += step) {
            if (ends.contains(length)) continue;
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(name, cut))
                    .as("%s cut to %d", name, cut.length)
                    .isInstanceOf(RuleBroken.class);
        }
    }

    /// Whatever stands there, it is read or refused; it never runs on, and never fails otherwise.
    @ParameterizedTest
    @ValueSource(strings = {"main-0.m4s", "sound-0.m4s", "main-init.mp4", "sound-init.mp4"})
    @Timeout(60)
    void whateverIsChangedItIsReadOrRefused(String name) {
        byte[] whole = Filming.file(name);
        int heads = Math.min(whole.length, 1_300);
        var random = new Random(20261126);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] broken = whole.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(heads);
                broken[at] = switch (random.nextInt(4)) {
                    case 0 -> 0;
                    case 1 -> (byte) 0xFF;
                    case 2 -> (byte) (broken[at] + 1);
                    default -> (byte) random.nextInt(256);
                };
            }
            try {
                read(name, broken);
            } catch (RuleBroken _) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    /// A few bytes that claim to be a thousand million samples cost nothing.
    @Test
    void hugeCountsAreRefusedAtOnce() {
        byte[] piece = Filming.file("main-0.m4s");
        int trun = lastIndexOf(piece, "trun");
        for (int at = 0; at < 4; at++) piece[trun + 4 + 4 + at] = (byte) 0xFF;
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(1), () -> refused(VideoRule.VIDEO_MALFORMED, () -> MediaSegment.read(piece, MAIN)));
    }

    private static void read(String name, byte[] data) {
        boolean main = name.startsWith("main");
        if (name.endsWith(".mp4")) InitSegment.read(data, main ? Rendition.MAIN : Rendition.SOUND);
        else MediaSegment.read(data, main ? MAIN : SOUND);
    }

    private static void refused(VideoRule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static int lastIndexOf(byte[] data, String word) {
        String text = new String(data, 0, 1_000, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.lastIndexOf(word);
    }
}
