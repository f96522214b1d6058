/// Pages and JSON of the shop: for visitors, for sellers, for programs.
@NullMarked
package org.farmgate.shop.web;

import org.jspecify.annotations.NullMarked;
