package org.farmgate.ledger;

import java.time.Instant;

/// A transfer as it stands in the books.
public record Posting(Transfer transfer, Instant postedAt) {}
