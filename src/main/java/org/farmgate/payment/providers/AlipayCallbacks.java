package org.farmgate.payment.providers;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import org.farmgate.measure.MeasureBroken;
import org.farmgate.measure.Money;
import org.farmgate.payment.PaymentId;

/// What Alipay sends by itself: a form, signed over all its fields in the order of their names. It tries for 25 hours,
/// so what is older than that is a replay.
final class AlipayCallbacks {
    private static final Duration LONGEST_TRYING = Duration.ofHours(26);
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Keys keys;

    AlipayCallbacks(Keys keys) {
        this.keys = keys;
    }

    /// Refuses by [CallbackRefused].
    Told read(Callback callback, Instant now) {
        requireSigned(callback);
        if (!callback.field("app_id").equals(keys.get("app-id")))
            throw new CallbackRefused("meant for application " + callback.field("app_id"));
        String seller = keys.get("seller-id");
        if (!seller.isEmpty() && !callback.field("seller_id").equals(seller))
            throw new CallbackRefused("meant for seller " + callback.field("seller_id"));
        try {
            requireFresh(Alipay.instant(callback.field("notify_time")), now);
            return told(callback, now);
        } catch (DateTimeException | MeasureBroken unread) {
            throw new CallbackRefused(String.valueOf(unread.getMessage()), unread);
        }
    }

    private void requireSigned(Callback callback) {
        try {
            // The kind of signature is ours to say, not the sender's.
            boolean proved = !callback.field("sign").isEmpty()
                    && AlipaySignature.rsaCheckV1(
                            new HashMap<>(callback.fields()), bare(keys.get("public-key")), "UTF-8", "RSA2");
            if (!proved) throw new CallbackRefused("wrong signature");
        } catch (AlipayApiException unproved) {
            throw new CallbackRefused(String.valueOf(unproved.getMessage()), unproved);
        }
    }

    private static void requireFresh(Instant sent, Instant now) {
        Duration age = Duration.between(sent, now);
        if (age.compareTo(LONGEST_TRYING) > 0 || age.compareTo(AHEAD.negated()) < 0)
            throw new CallbackRefused("sent at " + sent);
    }

    private static Told told(Callback callback, Instant now) {
        var payment = new PaymentId(Numbers.read(callback.field("out_trade_no")));
        Money amount = Money.parseYuan(callback.field("total_amount"));
        String status = callback.field("trade_status");
        return switch (status) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> {
                String paidAt = callback.field("gmt_payment");
                yield new Told.Paid(
                        payment, amount, callback.field("trade_no"), paidAt.isEmpty() ? now : Alipay.instant(paidAt));
            }
            case "TRADE_CLOSED" -> new Told.Failed(payment, amount, "closed");
            default -> new Told.OnTheWay(status);
        };
    }

    /// The library wants keys without the lines around them.
    static String bare(String key) {
        return key.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }
}
