/// Where payers pay, where providers call back, and where officers look.
@NullMarked
package org.farmgate.payment.web;

import org.jspecify.annotations.NullMarked;
