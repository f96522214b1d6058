/// Regions as a tree, divisions across it, sites with their GLN, and how far it is from one to another. It knows who
/// runs a site only by id.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: *", "measure"})
package org.farmgate.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
