package org.farmgate.live;

/// As what somebody stands before the camera.
public enum HostKind {
    GROWER,
    PERFORMER,
    OFFICIAL
}
