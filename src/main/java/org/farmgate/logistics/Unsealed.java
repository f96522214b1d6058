package org.farmgate.logistics;

import java.util.Optional;

/// What of a consignment lies sealed, opened for somebody who brings it.
///
/// @param door empty for a site, and once it is delivered or failed
/// @param receiver the name of who took it, once it is delivered
public record Unsealed(Optional<Delivery.ToDoor> door, Optional<String> receiver) {}
