/// Pages and JSON of running work.
@NullMarked
package org.farmgate.platform.jobs.web;

import org.jspecify.annotations.NullMarked;
