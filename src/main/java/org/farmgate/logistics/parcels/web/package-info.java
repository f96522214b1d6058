/// Parcels for programs: JSON under `/api/v1`.
@NullMarked
package org.farmgate.logistics.parcels.web;

import org.jspecify.annotations.NullMarked;
