package org.farmgate.live;

/// What is new about a show; who is told reads it again.
public enum ShowTopic {
    /// It went on air, ended, was put off or called off.
    STATE,
    /// Another item is on screen, or none, or its price changed.
    PIN,
    /// Something was said, deleted, or somebody was silenced.
    CHAT,
    /// How many watch.
    AUDIENCE
}
