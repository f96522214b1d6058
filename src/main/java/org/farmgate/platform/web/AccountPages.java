package org.farmgate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.farmgate.platform.Accounts;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.security.SessionCookie;
import org.farmgate.platform.security.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own sign-in: password, and the browsers that are signed in.
@Controller
@Needs
class AccountPages {
    private final Accounts accounts;
    private final Sessions sessions;

    AccountPages(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    String account(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        return shown(actor, FormErrors.none(), done, model);
    }

    /// Other browsers are signed out with it: whoever knew the old password is out.
    @PostMapping("/account/password")
    String changePassword(
            Actor actor,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return Submission.of(
                Map.of(),
                shell,
                response,
                () -> {
                    String old = fields.secret("old", 200);
                    String fresh = fields.secret("password", 200);
                    if (!fields.raw("password").equals(fields.raw("repeated")))
                        fields.wrong("repeated", "not-the-same");
                    fields.check();
                    accounts.changePassword(actor, old, fresh);
                    SessionCookie.read(request).ifPresent(here -> sessions.endOthers(actor.account(), here));
                    return "redirect:/account?done=password";
                },
                errors -> shown(actor, errors, "", model));
    }

    @PostMapping("/account/sign-out-elsewhere")
    String signOutElsewhere(Actor actor, HttpServletRequest request) {
        SessionCookie.read(request).ifPresent(here -> sessions.endOthers(actor.account(), here));
        return "redirect:/account?done=elsewhere";
    }

    private String shown(Actor actor, FormErrors form, String done, Model model) {
        String username = accounts.get(actor.account()).username();
        model.addAttribute("page", new AccountPage(username, sessions.count(actor.account()), form, done));
        return "platform/account";
    }
}
