package org.farmgate.live.video;

/// One camera's run in one rendition.
///
/// @param ordinal the newest has the highest
/// @param nextN the number of the piece to come
/// @param width 0 where there is no picture
record Stream(
        StreamId id, Rendition rendition, int ordinal, byte[] init, String codecs, int width, int height, int nextN) {}
