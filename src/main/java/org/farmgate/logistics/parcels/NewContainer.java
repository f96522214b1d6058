package org.farmgate.logistics.parcels;

import java.util.Optional;
import org.farmgate.place.SiteId;

/// @param id made by the client: the same twice is one container
/// @param site where it stands and is filled
/// @param to where all in it goes; empty for what another carrier fetches
public record NewContainer(ContainerId id, ContainerKind kind, SiteId site, Optional<SiteId> to) {}
