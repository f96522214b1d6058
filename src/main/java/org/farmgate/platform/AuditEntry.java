package org.farmgate.platform;

import java.time.Instant;
import java.util.Map;

/// One line of the audit trail, with the names as they were then.
///
/// @param what a stable word such as `account.disabled`; message `audit.<what>`
/// @param subjectType a word of the glossary, such as `account`
public record AuditEntry(
        Instant at,
        String personName,
        String organisationName,
        String what,
        String subjectType,
        String subjectId,
        Map<String, String> details) {}
