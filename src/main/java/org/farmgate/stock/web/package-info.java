/// Stock's pages, made for a phone in a warehouse first, and its JSON.
@NullMarked
package org.farmgate.stock.web;

import org.jspecify.annotations.NullMarked;
