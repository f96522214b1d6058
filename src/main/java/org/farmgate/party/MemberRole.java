package org.farmgate.party;

/// What one is in an organisation.
public enum MemberRole {
    /// Decides and signs for it.
    MANAGER,
    /// Does its daily work.
    CLERK,
    /// Looks on.
    VIEWER,
    /// A grower who belongs to a cooperative: it may speak for them, they do not speak for it.
    MEMBER
}
