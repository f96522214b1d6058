/// What tests of every module share: databases, the two kinds of Spring test, and a browser.
@NullMarked
package org.farmgate.testing;

import org.jspecify.annotations.NullMarked;
