package org.farmgate.platform;

/// What can keep a seal closed.
public enum SealingRule implements Rule {
    /// The key that sealed it is not here. Argument: the key's id.
    KEY_MISSING
}
