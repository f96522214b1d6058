package org.farmgate.payment.web;

import org.farmgate.payment.PayKey;
import org.farmgate.payment.Payment;
import org.farmgate.payment.Payments;
import org.farmgate.payment.providers.SandboxDesk;
import org.farmgate.payment.providers.SandboxDesk.Wish;
import org.farmgate.platform.Fields;
import org.farmgate.platform.web.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The sandbox's own page: the payer says what it shall do. Found only where the sandbox is on.
@Controller
@OpenToAll
class SandboxPages {
    private final SandboxDesk desk;
    private final Payments payments;

    SandboxPages(SandboxDesk desk, Payments payments) {
        this.desk = desk;
        this.payments = payments;
    }

    @GetMapping("/pay/sandbox/{key}")
    String show(@PathVariable PayKey key, Model model) {
        Payment payment = payments.get(key);
        model.addAttribute("page", new SandboxPage(payment, desk.refusesRefunds(payment.id())));
        return "payment/sandbox";
    }

    @PostMapping("/pay/sandbox/{key}/wish")
    String wish(@PathVariable PayKey key, Fields fields) {
        Wish wish = fields.choice("wish", Wish.class);
        fields.check();
        Payment payment = payments.get(key);
        desk.tell(payment.id(), wish);
        return "redirect:" + payment.path();
    }

    @PostMapping("/pay/sandbox/{key}/refund-refusal")
    String refuseRefunds(@PathVariable PayKey key, Fields fields) {
        desk.refuseRefunds(payments.get(key).id(), fields.checked("refuse"));
        return "redirect:/pay/sandbox/" + key;
    }
}
