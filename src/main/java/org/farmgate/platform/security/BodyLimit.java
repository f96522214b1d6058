package org.farmgate.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.farmgate.platform.TooLarge;
import org.springframework.web.filter.OncePerRequestFilter;

/// Nobody sends us more than 32 MiB at once. What says so beforehand is refused before a byte is read; what does not
/// say is counted while it is read.
class BodyLimit extends OncePerRequestFilter {
    static final long GREATEST_BYTES = 32L * 1024 * 1024;

    private final Refusals refusals;

    BodyLimit(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length > GREATEST_BYTES) {
            refusals.tell(request, response, new TooLarge(GREATEST_BYTES));
            return;
        }
        chain.doFilter(length < 0 && request.getContentType() != null ? new Counted(request) : request, response);
    }

    private static final class Counted extends HttpServletRequestWrapper {
        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream inner;
        private long seen;

        CountedStream(ServletInputStream inner) {
            this.inner = inner;
        }

        @Override
        public int read() throws IOException {
            int one = inner.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int got = inner.read(into, from, most);
            if (got > 0) count(got);
            return got;
        }

        private void count(int bytes) {
            seen += bytes;
            if (seen > GREATEST_BYTES) throw new TooLarge(GREATEST_BYTES);
        }

        @Override
        public boolean isFinished() {
            return inner.isFinished();
        }

        @Override
        public boolean isReady() {
            return inner.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            inner.setReadListener(listener);
        }
    }
}
