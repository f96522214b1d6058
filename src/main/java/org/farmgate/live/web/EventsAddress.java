package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletRequest;

/// Where a request comes from. A proxy on this machine names whom it asks for, as the last one in its header; what
/// anybody else writes there counts for nothing.
///
/// @param isKnown false for this machine itself: it may stand for anybody
record EventsAddress(String text, boolean isKnown) {
    private static final int LONGEST = 45;

    static EventsAddress of(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        if (!isThisMachine(peer)) return new EventsAddress(peer, true);
        String named = request.getHeader("X-Forwarded-For");
        if (named == null) return new EventsAddress(peer, false);
        String last = named.substring(named.lastIndexOf(',') + 1).strip();
        return last.isEmpty() || last.length() > LONGEST || isThisMachine(last)
                ? new EventsAddress(peer, false)
                : new EventsAddress(last, true);
    }

    private static boolean isThisMachine(String address) {
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }
}
