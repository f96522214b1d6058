package org.farmgate.live.chat;

import java.util.Optional;
import org.farmgate.live.ViewerId;
import org.farmgate.platform.Actor;

/// Who wants to say something.
///
/// @param actor who is signed in; empty for guests
/// @param address of the network they come from
/// @param known whether it is theirs; behind a proxy that does not tell it is everybody's, and tells nobody from
/// another
public record Speaker(ViewerId viewer, Optional<Actor> actor, String address, boolean known) {}
