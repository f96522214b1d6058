package org.farmgate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.farmgate.platform.AccountRule;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.security.Secret;
import org.farmgate.platform.security.SessionCookie;
import org.farmgate.platform.security.SetUp;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The first page of an empty installation, reached by the one-time link alone.
@Controller
class SetUpPages {
    private final SetUp setUp;

    SetUpPages(SetUp setUp) {
        this.setUp = setUp;
    }

    @OpenToAll
    @GetMapping("/set-up")
    String form(@RequestParam(defaultValue = "") String token, Model model) {
        setUp.require(new Secret(token));
        model.addAttribute("page", new SetUpPage(token, FormErrors.none()));
        return "platform/setUp";
    }

    @OpenToAll
    @PostMapping("/set-up")
    String use(Fields fields, Shell shell, Model model, HttpServletRequest request, HttpServletResponse response) {
        String token = fields.raw("token");
        Map<String, String> typed = Map.of(
                "organisation", fields.raw("organisation"),
                "person", fields.raw("person"),
                "username", fields.raw("username"));
        FormErrors errors;
        try {
            String organisation = fields.text("organisation", 120);
            String person = fields.text("person", 120);
            String username = fields.text("username", 60);
            String password = fields.secret("password", 200);
            if (!password(fields).equals(fields.raw("repeated"))) fields.wrong("repeated", "not-the-same");
            fields.check();
            SessionCookie.write(
                    setUp.use(new Secret(token), organisation, person, username, password), request, response);
            return "redirect:/";
        } catch (InputBroken broken) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            errors = FormErrors.of(broken, typed, shell);
        } catch (RuleBroken broken) {
            if (broken.rule() == AccountRule.SET_UP_LINK_INVALID) throw broken;
            response.setStatus(broken.rule().status());
            errors = FormErrors.of(broken, typed, shell);
        }
        model.addAttribute("page", new SetUpPage(token, errors));
        return "platform/setUp";
    }

    private static String password(Fields fields) {
        return fields.raw("password");
    }
}
