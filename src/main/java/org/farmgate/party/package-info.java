/// People and organisations: who they are, for whom they may act, and what they have consented to. It gives the
/// platform its rights.
@NullMarked
@ApplicationModule(allowedDependencies = {"place", "platform", "platform :: *", "measure"})
package org.farmgate.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
