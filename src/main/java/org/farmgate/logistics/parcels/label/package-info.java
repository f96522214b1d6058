/// What is stuck on parcels, bags and cages: a label of 100 × 150 mm with the SSCC as GS1-128 and as a QR code
/// that leads to where the parcel is.
@NullMarked
package org.farmgate.logistics.parcels.label;

import org.jspecify.annotations.NullMarked;
