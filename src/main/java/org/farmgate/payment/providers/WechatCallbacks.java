package org.farmgate.payment.providers;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.farmgate.measure.Money;
import org.farmgate.payment.PaymentId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What WeChat Pay sends by itself: signed by its key over time stamp, nonce and body, the matter itself sealed with
/// the key that only the merchant has. Each retry is signed anew, so what is five minutes old is a replay.
final class WechatCallbacks {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final NotificationParser parser;
    private final String merchant;
    private final String application;

    WechatCallbacks(RSAPublicKeyConfig config, String merchant, String application) {
        this.parser = new NotificationParser(config);
        this.merchant = merchant;
        this.application = application;
    }

    /// Refuses by [CallbackRefused].
    Told read(Callback callback, JsonMapper json, Instant now) {
        requireFresh(callback.header("wechatpay-timestamp"), now);
        var signed = new RequestParam.Builder()
                .serialNumber(callback.header("wechatpay-serial"))
                .nonce(callback.header("wechatpay-nonce"))
                .signature(callback.header("wechatpay-signature"))
                .timestamp(callback.header("wechatpay-timestamp"))
                .body(callback.body())
                .build();
        try {
            // Read before it is proved, but the signature covers it: what follows throws if a letter was changed.
            String event = json.readTree(callback.body()).path("event_type").asString("");
            if (event.startsWith("REFUND.")) return refund(event, parser.parse(signed, RefundNotification.class));
            if (event.equals("TRANSACTION.SUCCESS")) return paid(parser.parse(signed, Transaction.class));
            parser.parse(signed, Object.class);
            return new Told.OnTheWay(event);
        } catch (CallbackRefused refused) {
            throw refused;
        } catch (RuntimeException unproved) {
            // The library has an exception for each thing that can be wrong, down to its JSON reader's.
            throw new CallbackRefused(unproved.getClass().getSimpleName(), unproved);
        }
    }

    private static void requireFresh(String timestamp, Instant now) {
        if (!timestamp.matches("\\d{1,12}")) throw new CallbackRefused("no time stamp");
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(FRESH) > 0) throw new CallbackRefused("sent at " + sent);
    }

    private Told paid(Transaction transaction) {
        if (!merchant.equals(transaction.getMchid()) || !application.equals(transaction.getAppid()))
            throw new CallbackRefused("meant for merchant " + transaction.getMchid());
        if (!"CNY".equals(transaction.getAmount().getCurrency())) throw new CallbackRefused("not in yuan");
        var payment = new PaymentId(Numbers.read(transaction.getOutTradeNo()));
        return switch (standing(transaction)) {
            case Standing.Paid paid -> new Told.Paid(payment, paid.amount(), paid.transaction(), paid.at());
            case Standing.Failed failed -> new Told.Failed(payment, amount(transaction), failed.reason());
            case Standing.Over _ -> new Told.Failed(payment, amount(transaction), "closed");
            case Standing.Waiting _ -> new Told.OnTheWay(String.valueOf(transaction.getTradeState()));
        };
    }

    /// What a transaction says about the payment; one that was refunded later was paid before.
    static Standing standing(Transaction transaction) {
        return switch (transaction.getTradeState()) {
            case SUCCESS, REFUND ->
                new Standing.Paid(
                        amount(transaction), transaction.getTransactionId(), instant(transaction.getSuccessTime()));
            case NOTPAY, USERPAYING, ACCEPT -> new Standing.Waiting();
            case CLOSED, REVOKED -> new Standing.Over();
            case PAYERROR -> new Standing.Failed(String.valueOf(transaction.getTradeStateDesc()));
        };
    }

    private static Money amount(Transaction transaction) {
        return new Money(transaction.getAmount().getTotal());
    }

    private static Told refund(String event, RefundNotification told) {
        var refund = Numbers.read(told.getOutRefundNo());
        return switch (told.getRefundStatus()) {
            case SUCCESS ->
                new Told.Refunded(
                        refund,
                        new Money(told.getAmount().getRefund()),
                        told.getRefundId(),
                        instant(told.getSuccessTime()));
            case CLOSED -> new Told.RefundRefused(refund, "closed");
            case PROCESSING, ABNORMAL -> new Told.OnTheWay(event);
        };
    }

    private static Instant instant(@Nullable String time) {
        if (time == null) throw new CallbackRefused("no time of success");
        return OffsetDateTime.parse(time).toInstant();
    }
}
