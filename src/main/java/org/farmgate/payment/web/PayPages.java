package org.farmgate.payment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.farmgate.payment.Beginnings;
import org.farmgate.payment.PayKey;
import org.farmgate.payment.Payment;
import org.farmgate.payment.Payments;
import org.farmgate.payment.Way;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where one pays, and sees whether it was paid. Whoever has the payer's key may come: it cannot be guessed.
@Controller
@OpenToAll
class PayPages {
    private final Payments payments;
    private final Beginnings beginnings;
    private final Clock clock;

    PayPages(Payments payments, Beginnings beginnings, Clock clock) {
        this.payments = payments;
        this.beginnings = beginnings;
        this.clock = clock;
    }

    @GetMapping("/pay/{key}")
    String show(@PathVariable PayKey key, HttpServletRequest request, HttpServletResponse response, Model model) {
        return page(key, FormErrors.none(), request, response, model);
    }

    /// Asks the provider how to pay. `device` is `desk` where a code is wanted rather than the app on this device.
    @PostMapping("/pay/{key}/beginning")
    String begin(
            @PathVariable PayKey key,
            @RequestParam(defaultValue = "") String device,
            Shell shell,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean onPhone = device.isEmpty() ? isPhone(request) : device.equals("phone");
        return Submission.of(
                Map.of(),
                shell,
                response,
                () -> {
                    Payment begun = beginnings.begin(payments.get(key).id(), onPhone, request.getRemoteAddr());
                    Way way = begun.way().orElseThrow();
                    return "redirect:" + (way instanceof Way.Page page ? page.path() : begun.path());
                },
                errors -> page(key, errors, request, response, model));
    }

    /// For who has paid and does not want to wait until the provider tells.
    @PostMapping("/pay/{key}/look")
    String look(@PathVariable PayKey key) {
        return "redirect:" + beginnings.look(payments.get(key).id()).path();
    }

    private String page(
            PayKey key, FormErrors errors, HttpServletRequest request, HttpServletResponse response, Model model) {
        Payment payment = payments.get(key);
        boolean late =
                payment.expiresAt().map(end -> !end.isAfter(clock.instant())).orElse(false);
        boolean on = payments.providers().contains(payment.provider());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("page", new PayPage(payment, on, late, isPhone(request), errors));
        return "payment/pay";
    }

    /// In the provider's own app a link out of it leads nowhere, so a code is shown there.
    private static boolean isPhone(HttpServletRequest request) {
        String browser = String.valueOf(request.getHeader("User-Agent"));
        return browser.contains("Mobile") && !browser.contains("MicroMessenger");
    }
}
