package org.farmgate.logistics.parcels;

import java.util.OptionalInt;

/// What a scan at a wave came to.
///
/// @param chute into which the parcel goes; empty when it was refused, or came late and had moved on
public record WaveAnswer(ScanAnswer scan, OptionalInt chute) {}
