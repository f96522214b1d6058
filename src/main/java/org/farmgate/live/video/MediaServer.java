package org.farmgate.live.video;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.farmgate.platform.RuleBroken;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The media server's HLS, read: `<hls-url>/<stream>/main.m3u8` and `sound.m3u8` with pieces of fragmented MP4 beside
/// them. Files of other names or in other places are not fetched.
@Component
class MediaServer {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int GREATEST_LISTING = 64 * 1024;
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern MAP = Pattern.compile("#EXT-X-MAP:.*URI=\"([^\"]*)\".*");
    private static final Pattern SEQUENCE = Pattern.compile("#EXT-X-MEDIA-SEQUENCE:(\\d{1,9})");

    private final String root;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    MediaServer(@Value("${farmgate.live.rtmp.hls-url:}") String root) {
        this.root = root.replaceFirst("/+$", "");
    }

    record Piece(int n, String file) {}

    record Listing(String init, List<Piece> pieces) {}

    boolean isThere() {
        return !root.isBlank();
    }

    /// Empty while there is none.
    Optional<Listing> listing(StreamId stream, Rendition rendition) throws IOException {
        return get(stream, rendition.word() + ".m3u8", GREATEST_LISTING)
                .map(bytes -> read(new String(bytes, StandardCharsets.UTF_8)));
    }

    byte[] init(StreamId stream, Listing listing) throws IOException {
        return get(stream, listing.init(), InitSegment.GREATEST_BYTES).orElseThrow(() -> new IOException("no init"));
    }

    byte[] piece(StreamId stream, Piece piece) throws IOException {
        return get(stream, piece.file(), MediaSegment.GREATEST_BYTES)
                .orElseThrow(() -> new IOException("no " + piece.file()));
    }

    /// Empty where it makes none.
    Optional<byte[]> still(StreamId stream) throws IOException {
        return get(stream, "still.jpg", Stills.GREATEST_BYTES);
    }

    /// Refuses by VIDEO_MALFORMED.
    static Listing read(String text) {
        String init = "";
        int n = 0;
        List<Piece> pieces = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher map = MAP.matcher(line);
            Matcher sequence = SEQUENCE.matcher(line);
            if (map.matches()) init = file(map.group(1));
            else if (sequence.matches()) n = Integer.parseInt(sequence.group(1));
            else if (!line.isBlank() && !line.startsWith("#")) pieces.add(new Piece(n++, file(line.strip())));
        }
        if (init.isEmpty() || !text.startsWith("#EXTM3U")) throw Mp4Box.broken("no-map", 0);
        return new Listing(init, pieces);
    }

    private static String file(String name) {
        if (!FILE.matcher(name).matches()) throw Mp4Box.broken("file-name", 0);
        return name;
    }

    private Optional<byte[]> get(StreamId stream, String file, int mostBytes) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(root + "/" + stream + "/" + file))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() == 404) return Optional.empty();
                if (answer.statusCode() != 200) throw new IOException("status " + answer.statusCode());
                byte[] bytes = body.readNBytes(mostBytes + 1);
                if (bytes.length > mostBytes) throw new RuleBroken(VideoRule.VIDEO_TOO_LARGE, mostBytes);
                return Optional.of(bytes);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
