package org.farmgate.payment.web;

import org.farmgate.payment.PaymentId;
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

    @GetMapping("/pay/sandbox/{id}")
    String show(@PathVariable PaymentId id, Model model) {
        boolean refuses = desk.refusesRefunds(id);
        model.addAttribute("page", new SandboxPage(payments.get(id), refuses));
        return "payment/sandbox";
    }

    @PostMapping("/pay/sandbox/{id}/wish")
    String wish(@PathVariable PaymentId id, Fields fields) {
        Wish wish = fields.choice("wish", Wish.class);
        fields.check();
        desk.tell(id, wish);
        return "redirect:/pay/" + id;
    }

    @PostMapping("/pay/sandbox/{id}/refund-refusal")
    String refuseRefunds(@PathVariable PaymentId id, Fields fields) {
        desk.refuseRefunds(id, fields.checked("refuse"));
        return "redirect:/pay/sandbox/" + id;
    }
}
