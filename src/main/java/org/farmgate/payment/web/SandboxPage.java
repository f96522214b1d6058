package org.farmgate.payment.web;

import java.util.List;
import org.farmgate.payment.Payment;
import org.farmgate.payment.providers.SandboxDesk.Wish;

public record SandboxPage(Payment payment, boolean refusesRefunds) {
    public List<Wish> wishes() {
        return List.of(Wish.values());
    }
}
