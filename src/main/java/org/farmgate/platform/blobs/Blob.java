package org.farmgate.platform.blobs;

/// A file that was stored.
///
/// @param key by which [BlobStore] finds it again
/// @param sha256 of its content, in 64 lower-case hexadecimal digits
public record Blob(String key, long bytes, String sha256) {}
