package org.farmgate.shop;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import org.farmgate.platform.RuleBroken;
import org.jspecify.annotations.Nullable;

/// Makes of whatever a phone took two JPEGs of ours: upright, of a sane size, on white where it was transparent, and
/// without anything the camera noted beside the picture.
final class Pictures {
    static final int LARGE = 1280;
    static final int SMALL = 480;
    /// A few kilobytes can claim to be a picture of gigabytes: it is asked how large it is before it is drawn.
    private static final long MOST_PIXELS = 60_000_000;

    private static final float QUALITY = 0.8f;

    private Pictures() {}

    record Made(byte[] large, byte[] small) {}

    /// Refuses by PHOTO_NOT_A_PICTURE, PHOTO_KIND_NOT_READ, PHOTO_TOO_LARGE.
    static Made of(byte[] file) {
        String kind = kind(file).orElseThrow(() -> new RuleBroken(PhotoRule.PHOTO_NOT_A_PICTURE));
        BufferedImage upright = read(file, kind);
        return new Made(jpeg(upright, LARGE), jpeg(upright, SMALL));
    }

    /// By the first bytes.
    private static Optional<String> kind(byte[] file) {
        if (file.length < 16) return Optional.empty();
        if ((file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8 && (file[2] & 0xFF) == 0xFF)
            return Optional.of("jpeg");
        if ((file[0] & 0xFF) == 0x89 && file[1] == 'P' && file[2] == 'N' && file[3] == 'G') return Optional.of("png");
        if (file[0] == 'R' && file[1] == 'I' && file[2] == 'F' && file[3] == 'F' && file[8] == 'W' && file[9] == 'E')
            return Optional.of("webp");
        return Optional.empty();
    }

    private static BufferedImage read(byte[] file, String kind) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind);
        if (!readers.hasNext()) throw new RuleBroken(PhotoRule.PHOTO_KIND_NOT_READ, kind.toUpperCase(Locale.ROOT));
        ImageReader reader = readers.next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) throw new RuleBroken(PhotoRule.PHOTO_TOO_LARGE);
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.min(width, height) / (2 * LARGE));
            param.setSourceSubsampling(step, step, 0, 0);
            return upright(reader.read(0, param), kind.equals("jpeg") ? Orientation.of(file) : 1);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new RuleBroken(PhotoRule.PHOTO_NOT_A_PICTURE);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage lying, int orientation) {
        boolean turned = Orientation.turnsSideways(orientation);
        int width = turned ? lying.getHeight() : lying.getWidth();
        int height = turned ? lying.getWidth() : lying.getHeight();
        return drawn(lying, Orientation.upright(orientation, lying.getWidth(), lying.getHeight()), width, height, null);
    }

    private static byte[] jpeg(BufferedImage upright, int longest) {
        double scale = Math.min(1, (double) longest / Math.max(upright.getWidth(), upright.getHeight()));
        int width = Math.max(1, (int) Math.round(upright.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(upright.getHeight() * scale));
        BufferedImage at = upright;
        // By halves first: otherwise most of a large picture's pixels are never looked at.
        while (at.getWidth() > 2 * width && at.getHeight() > 2 * height)
            at = scaled(at, at.getWidth() / 2, at.getHeight() / 2);
        return write(scaled(at, width, height));
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var transform = AffineTransform.getScaleInstance(
                (double) width / image.getWidth(), (double) height / image.getHeight());
        return drawn(image, transform, width, height, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    private static BufferedImage drawn(
            BufferedImage image, AffineTransform transform, int width, int height, @Nullable Object smoothly) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        try {
            if (smoothly != null) graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, smoothly);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.drawImage(image, transform, null);
            return drawn;
        } finally {
            graphics.dispose();
        }
    }

    private static byte[] write(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
            output.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
    }
}
