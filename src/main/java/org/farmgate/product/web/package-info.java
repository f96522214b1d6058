/// Pages and JSON of products.
@NullMarked
package org.farmgate.product.web;

import org.jspecify.annotations.NullMarked;
