package org.farmgate.live;

import java.util.Optional;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;

/// Which shows are asked for.
///
/// @param party only those that this one organises, hosts or takes part in
/// @param over those that are over, the latest first; otherwise those on air and to come, the next first
public record ShowQuery(Paging paging, Optional<PartyId> party, boolean over) {}
