package org.farmgate.platform.web.charts;

/// How full something is: a truck, a contract, a week. One small bar for a table's cell or a card.
public final class ShareBar {
    private ShareBar() {}

    /// `label` says it in words, such as `18.2 t of 20 t`; more than the whole is drawn as full, in the colour of
    /// excess.
    public static Picture of(String label, long part, long whole, boolean rightToLeft) {
        double share = whole <= 0 ? 0 : Math.clamp((double) part / whole, 0, 1);
        var drawing = new Drawing(100, 6, rightToLeft).rect("track", 0, 0, 100, 6, 0);
        if (share > 0) drawing.rect(part > whole ? "demand" : "supply", 0, 0, 100 * share, 6, 0);
        return new Picture("<span class=\"chart share\">"
                + drawing.svg("", label, "").replace("<svg ", "<svg preserveAspectRatio=\"none\" ") + "</span>");
    }
}
