package org.farmgate.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.farmgate.platform.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTests {
    /// Left half red, right half blue, the upper quarter of the left half green.
    private static BufferedImage marked(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        for (int x = 0; x < width; x++)
            for (int y = 0; y < height; y++)
                image.setRGB(x, y, (x >= width / 2 ? Color.BLUE : y < height / 4 ? Color.GREEN : Color.RED).getRGB());
        return image;
    }

    static byte[] file(BufferedImage image, String kind) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, kind, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    /// With a note of how the camera was held and a secret beside it, as telephones write them.
    private static byte[] withNote(byte[] jpeg, int orientation) {
        byte[] secret = "Aygul's home: 38.9N 77.6E".getBytes(StandardCharsets.US_ASCII);
        var note = new ByteArrayOutputStream();
        note.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
        note.writeBytes(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        note.writeBytes(secret);
        int length = note.size() + 2;
        var whole = new ByteArrayOutputStream();
        whole.write(jpeg, 0, 2);
        whole.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        whole.writeBytes(note.toByteArray());
        whole.write(jpeg, 2, jpeg.length - 2);
        return whole.toByteArray();
    }

    private static Color colour(BufferedImage image, double x, double y) {
        return new Color(image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y)));
    }

    private static String name(Color colour) {
        int most = Math.max(colour.getRed(), Math.max(colour.getGreen(), colour.getBlue()));
        return most == colour.getRed() ? "red" : most == colour.getGreen() ? "green" : "blue";
    }

    @Test
    void aLargePictureBecomesTwoSaneOnes() throws IOException {
        Pictures.Made made = Pictures.of(file(marked(4000, 3000, BufferedImage.TYPE_INT_RGB), "jpeg"));
        assertThat(read(made.large()).getWidth()).isEqualTo(1280);
        assertThat(read(made.large()).getHeight()).isEqualTo(960);
        assertThat(read(made.small()).getWidth()).isEqualTo(480);
        assertThat(made.small().length).isLessThan(60_000);
    }

    @Test
    void aSmallPictureIsNotBlownUpAndSeeThroughBecomesWhite() throws IOException {
        var clear = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        BufferedImage large = read(Pictures.of(file(clear, "png")).large());
        assertThat(large.getWidth()).isEqualTo(40);
        assertThat(colour(large, 0.5, 0.5).getRed()).isGreaterThan(250);
    }

    /// Where the green corner lies in the upright picture, after the table of Exif 2.32.
    @ParameterizedTest
    @CsvSource({
        "1, 0.1, 0.1, 400",
        "2, 0.9, 0.1, 400",
        "3, 0.9, 0.9, 400",
        "4, 0.1, 0.9, 400",
        "5, 0.1, 0.1, 200",
        "6, 0.9, 0.1, 200",
        "7, 0.9, 0.9, 200",
        "8, 0.1, 0.9, 200"
    })
    void howTheCameraWasHeldIsUndone(int orientation, double x, double y, int width) throws IOException {
        byte[] lying = file(marked(400, 200, BufferedImage.TYPE_INT_RGB), "jpeg");
        BufferedImage upright = read(Pictures.of(withNote(lying, orientation)).large());
        assertThat(upright.getWidth()).isEqualTo(width);
        assertThat(name(colour(upright, x, y))).isEqualTo("green");
    }

    @Test
    void whatTheCameraNotedIsGone() throws IOException {
        byte[] noted = withNote(file(marked(100, 100, BufferedImage.TYPE_INT_RGB), "jpeg"), 1);
        assertThat(new String(noted, StandardCharsets.ISO_8859_1)).contains("Aygul");
        Pictures.Made made = Pictures.of(noted);
        assertThat(new String(made.large(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Aygul");
        assertThat(new String(made.small(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Aygul");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a            ", "%PDF-1.7         "})
    void whatIsNoPictureIsRefusedWhateverItsName(String content) {
        assertThatThrownBy(() -> Pictures.of(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(PhotoRule.PHOTO_NOT_A_PICTURE));
    }

    @Test
    void aPictureThatIsCutOffIsRefused() throws IOException {
        byte[] whole = file(marked(300, 300, BufferedImage.TYPE_INT_RGB), "png");
        for (int length : new int[] {20, 100, whole.length / 2})
            assertThatThrownBy(() -> Pictures.of(Arrays.copyOf(whole, length))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void aFewBytesThatClaimGigabytesAreRefusedUnread() {
        byte[] bomb = new byte[64];
        byte[] head = {
            (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 1, 0, 0, 0, 1, 0, 0, 8, 2
        };
        System.arraycopy(head, 0, bomb, 0, head.length);
        assertThatThrownBy(() -> Pictures.of(bomb)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void webPIsSaidNotToBeReadHere() {
        byte[] webp = Arrays.copyOf("RIFF    WEBPVP8 ".getBytes(StandardCharsets.US_ASCII), 64);
        assertThatThrownBy(() -> Pictures.of(webp))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(PhotoRule.PHOTO_KIND_NOT_READ));
    }
}
