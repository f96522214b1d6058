package org.farmgate.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/// Finds the template `src/main/jte/<view name>.jte`. Each is rendered whole before the first byte is sent, so an
/// error in the middle still becomes an error page.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class JteViews implements ViewResolver {
    private final TemplateEngine engine;
    private final Shells shells;

    JteViews(TemplateEngine engine, Shells shells) {
        this.engine = engine;
        this.shells = shells;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        // 303: whatever was posted, what follows is read.
        if (name.startsWith("redirect:")) {
            var redirect = new RedirectView(name.substring("redirect:".length()), true, false, false);
            redirect.setExpandUriTemplateVariables(false);
            return redirect;
        }
        if (name.contains(":")) return null;
        String template = name + ".jte";
        if (!engine.hasTemplate(template)) throw new IllegalStateException("no template " + template);
        return new JteView(template);
    }

    private final class JteView implements View {
        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> parameters = new HashMap<>();
            if (model != null)
                model.forEach((name, value) -> {
                    if (value != null && !name.contains(".")) parameters.put(name, value);
                });
            parameters.put("shell", shells.of(request));
            var output = new Utf8ByteOutput();
            engine.render(template, parameters, output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
