/// Takes money in and gives it back through providers: cash, a sandbox, WeChat Pay, Alipay. It knows no orders and
/// posts nothing: whoever opens a payment hears by an event what became of it, and keeps the books.
@NullMarked
@ApplicationModule(allowedDependencies = {"party", "place", "platform", "platform :: *", "measure"})
package org.farmgate.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
