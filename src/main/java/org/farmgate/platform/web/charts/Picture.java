package org.farmgate.platform.web.charts;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/// Finished markup that a template writes as it is. Only this package makes one, and it escapes every text it is
/// given.
public final class Picture implements Content {
    private final String markup;

    Picture(String markup) {
        this.markup = markup;
    }

    public String markup() {
        return markup;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(markup);
    }
}
