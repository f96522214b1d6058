/// The ground floor: who is asking and what they may do, rules and how a refusal is told, jobs, imports, the
/// audit trail, the web shell. It knows no produce. Accounts live here, but rights come through
/// [org.farmgate.platform.Capacities], which
/// `party` implements.
@NullMarked
@ApplicationModule(allowedDependencies = {"measure"})
package org.farmgate.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
