package org.farmgate.payment.web;

import java.util.Optional;
import org.farmgate.payment.Payment;
import org.farmgate.payment.PaymentState;
import org.farmgate.payment.Way;
import org.farmgate.platform.web.FormErrors;

/// What the payer sees.
///
/// @param on whether its provider is on here
/// @param late whether its time is over, though nobody has written that down yet
public record PayPage(Payment payment, boolean on, boolean late, boolean onPhone, FormErrors errors) {
    /// What is shown: CASH, BEGIN, CODE, LINK, or the state it ended in.
    public String shown() {
        if (payment.state() != PaymentState.OPEN) return payment.state().name();
        if (late) return PaymentState.EXPIRED.name();
        if (payment.provider().equals("cash")) return "CASH";
        if (!on) return "OFF";
        return payment.way()
                .map(way -> switch (way) {
                    case Way.Qr _ -> "CODE";
                    case Way.Redirect _, Way.Page _ -> "LINK";
                    case Way.ByHand _ -> "CASH";
                })
                .orElse("BEGIN");
    }

    /// Whether something may change while one looks.
    public boolean waits() {
        return shown().equals("CODE") || shown().equals("LINK");
    }

    public Optional<QrCode> code() {
        return payment.way()
                .flatMap(way -> way instanceof Way.Qr qr ? Optional.of(QrCode.of(qr.text())) : Optional.empty());
    }

    public String link() {
        return payment.way()
                .map(way -> switch (way) {
                    case Way.Page page -> page.path();
                    case Way.Redirect redirect -> redirect.url();
                    case Way.Qr _, Way.ByHand _ -> "";
                })
                .orElse("");
    }

    static String tone(PaymentState state) {
        return switch (state) {
            case SUCCEEDED -> "good";
            case FAILED -> "bad";
            case OPEN -> "info";
            case EXPIRED, CLOSED -> "warn";
        };
    }
}
