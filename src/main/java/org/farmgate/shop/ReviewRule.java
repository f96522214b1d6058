package org.farmgate.shop;

import org.farmgate.platform.Rule;

/// What is refused of reviews.
public enum ReviewRule implements Rule {
    /// Only who got the goods can say how they were.
    REVIEW_BEFORE_DELIVERY,
    /// One for each order line, and it stands.
    REVIEW_ALREADY_WRITTEN,
    /// A seller answers once.
    REVIEW_ALREADY_ANSWERED;

    @Override
    public int status() {
        return 409;
    }
}
