package org.farmgate.shop.web;

import org.farmgate.platform.Fields;
import org.farmgate.shop.Review;

/// Stars and words, as the form sends them.
record ReviewForm(int stars, String words) {
    static ReviewForm read(Fields fields) {
        Long stars = fields.number("stars", 1, 5);
        String words = fields.optionalText("words", Review.LONGEST_WORDS).orElse("");
        fields.check();
        return new ReviewForm(stars.intValue(), words);
    }
}
