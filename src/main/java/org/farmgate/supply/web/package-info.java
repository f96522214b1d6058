/// Supply's pages, made for a phone first, and its JSON.
@NullMarked
package org.farmgate.supply.web;

import org.jspecify.annotations.NullMarked;
