package org.farmgate.platform.web.charts;

import java.util.function.UnaryOperator;
import org.farmgate.platform.web.Shell;

/// What a picture says besides its figures.
///
/// @param title stands above the picture and names it for screen readers
/// @param description one sentence with what the picture shows, for those who cannot see it; may be empty
/// @param message finds the text of a key such as `ui.chart.supply`
public record Words(String title, String description, boolean rightToLeft, UnaryOperator<String> message) {
    public static Words of(Shell shell, String title, String description) {
        return new Words(title, description, shell.isRightToLeft(), shell::t);
    }

    String say(String key) {
        return message.apply("ui.chart." + key);
    }

    /// The whole figure: caption, legend, picture, and the figures as a table that can be opened.
    Picture figure(String legend, String drawing, Table table) {
        return new Picture("<figure class=\"chart\"><figcaption>" + Drawing.escape(title) + "</figcaption>" + legend
                + drawing + "<details><summary>" + Drawing.escape(say("table")) + "</summary>" + table.markup(title)
                + "</details></figure>");
    }

    /// Instead of an empty frame, which looks like a fault.
    Picture nothing() {
        return new Picture("<figure class=\"chart\"><figcaption>" + Drawing.escape(title)
                + "</figcaption><p class=\"soft\">" + Drawing.escape(say("empty")) + "</p></figure>");
    }

    /// Little squares with their meaning; each entry is a class of the style sheet and its words.
    static String legend(String... classesAndWords) {
        var list = new StringBuilder("<ul class=\"legend\">");
        for (int i = 0; i < classesAndWords.length; i += 2)
            list.append("<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect class=\"")
                    .append(classesAndWords[i])
                    .append("\" width=\"10\" height=\"10\" rx=\"2\"/></svg>")
                    .append(Drawing.escape(classesAndWords[i + 1]))
                    .append("</li>");
        return list.append("</ul>").toString();
    }
}
