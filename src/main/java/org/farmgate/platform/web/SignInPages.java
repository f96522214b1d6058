package org.farmgate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.security.SessionCookie;
import org.farmgate.platform.security.Sessions;
import org.farmgate.platform.security.SignIns;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInPages {
    private final SignIns signIns;
    private final Sessions sessions;
    private final DemoNotice demo;

    SignInPages(SignIns signIns, Sessions sessions, DemoNotice demo) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.demo = demo;
    }

    @OpenToAll
    @GetMapping("/sign-in")
    String form(Optional<Actor> actor, @RequestParam(defaultValue = "/") String next, Model model) {
        if (actor.isPresent()) return "redirect:" + LocalPath.of(next);
        return shown(FormErrors.startingWith(Map.of("next", LocalPath.of(next))), model);
    }

    @OpenToAll
    @PostMapping("/sign-in")
    String signIn(Fields fields, Shell shell, Model model, HttpServletRequest request, HttpServletResponse response) {
        Map<String, String> typed =
                Map.of("username", fields.raw("username"), "next", LocalPath.of(fields.raw("next")));
        try {
            String username = fields.text("username", 200);
            String password = fields.secret("password", 200);
            fields.check();
            SessionCookie.write(signIns.signIn(username, password, request.getRemoteAddr()), request, response);
            return "redirect:" + LocalPath.of(fields.raw("next"));
        } catch (InputBroken broken) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(FormErrors.of(broken, typed, shell), model);
        } catch (RuleBroken broken) {
            response.setStatus(broken.rule().status());
            if (broken.rule() == org.farmgate.platform.AccountRule.TOO_MANY_ATTEMPTS)
                response.setHeader(
                        "Retry-After", String.valueOf(broken.arguments().getFirst()));
            return shown(FormErrors.of(broken, typed, shell), model);
        }
    }

    @OpenToAll
    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(sessions::end);
        SessionCookie.remove(request, response);
        return "redirect:/";
    }

    private String shown(FormErrors form, Model model) {
        model.addAttribute("page", new SignInPage(form, demo.shown()));
        return "platform/signIn";
    }
}
