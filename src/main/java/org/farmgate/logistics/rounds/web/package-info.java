/// Pages and JSON of rounds.
@NullMarked
package org.farmgate.logistics.rounds.web;

import org.jspecify.annotations.NullMarked;
