/// Values that carry their unit: money, mass, area, price, week. They know nothing of the platform, check
/// themselves, and never hold a floating point number. Whatever cannot be is refused by [MeasureBroken].
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.farmgate.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
