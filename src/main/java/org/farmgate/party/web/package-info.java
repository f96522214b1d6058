/// People's and organisations' pages and JSON.
@NullMarked
package org.farmgate.party.web;

import org.jspecify.annotations.NullMarked;
