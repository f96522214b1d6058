package org.farmgate.live.audience;

import java.util.Locale;
import java.util.Optional;
import org.farmgate.live.ViewerId;

/// Who opens a stream.
///
/// @param viewer the browser, where it showed a cookie of ours
/// @param address of the network it comes from
/// @param hasAddress false for this machine itself, which may stand for anybody
/// @param desk whether it is the host's, who sees messages before all others
public record Visitor(Optional<ViewerId> viewer, String address, boolean hasAddress, Locale locale, boolean desk) {}
