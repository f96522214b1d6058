/// Pages and JSON of imported files.
@NullMarked
package org.farmgate.platform.imports.web;

import org.jspecify.annotations.NullMarked;
