/// What the pages say of the demo county and of the data the program brings along.
@NullMarked
package org.farmgate.demo.web;

import org.jspecify.annotations.NullMarked;
