package org.farmgate.platform.web.charts;

/// The figures of a picture for those who read rather than look. The first column names the row, the others are
/// numbers.
final class Table {
    private final String[] heads;
    private final StringBuilder rows = new StringBuilder();

    Table(String... heads) {
        this.heads = heads;
    }

    Table row(String... cells) {
        rows.append("<tr>");
        for (int i = 0; i < cells.length; i++) {
            String cell = Drawing.escape(cells[i]);
            rows.append(
                    i == 0
                            ? "<th scope=\"row\"><bdi>" + cell + "</bdi></th>"
                            : "<td class=\"num\"><bdi>" + cell + "</bdi></td>");
        }
        rows.append("</tr>");
        return this;
    }

    String markup(String caption) {
        var head = new StringBuilder();
        for (int i = 0; i < heads.length; i++)
            head.append(i == 0 ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"num\">")
                    .append(Drawing.escape(heads[i]))
                    .append("</th>");
        return "<div class=\"table-wrap\"><table class=\"table table-stays\"><caption class=\"visually-hidden\">"
                + Drawing.escape(caption) + "</caption><thead><tr>" + head + "</tr></thead><tbody>" + rows
                + "</tbody></table></div>";
    }
}
