package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.farmgate.live.video.VideoRule;
import org.farmgate.platform.RuleBroken;

/// Reads what a camera sends, and no more of it than may be kept.
final class VideoBody {
    private VideoBody() {}

    /// Refuses by VIDEO_TOO_LARGE.
    static byte[] read(HttpServletRequest request, int mostBytes) throws IOException {
        if (request.getContentLengthLong() > mostBytes) throw new RuleBroken(VideoRule.VIDEO_TOO_LARGE, mostBytes);
        byte[] body = request.getInputStream().readNBytes(mostBytes + 1);
        if (body.length > mostBytes) throw new RuleBroken(VideoRule.VIDEO_TOO_LARGE, mostBytes);
        return body;
    }
}
