/// How a request comes to its [org.farmgate.platform.Actor]: sessions, tokens, the limit on sign-in attempts, the
/// filter chain. Hidden: other modules see only the actor.
@NullMarked
package org.farmgate.platform.security;

import org.jspecify.annotations.NullMarked;
