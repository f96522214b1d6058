package org.farmgate.payment.providers;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.AlipayResponse;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradePagePayModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.domain.AlipayTradeWapPayModel;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePagePayRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.request.AlipayTradeWapPayRequest;
import com.alipay.api.response.AlipayTradeQueryResponse;
import com.alipay.api.response.AlipayTradeRefundResponse;
import java.security.Security;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.payment.Payment;
import org.farmgate.payment.Refund;
import org.farmgate.payment.Way;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Alipay by the official library: its cashier's page, made for a desk (page) or for a phone (wap). It is on when its
/// keys are set.
@Component
@Order(3)
class Alipay implements Provider {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(CHINA);

    private final Keys keys;
    private final Clock clock;
    private final Once<AlipayClient> client;
    private final AlipayCallbacks callbacks;

    Alipay(Environment environment, Clock clock) {
        this.keys = new Keys(
                "alipay",
                environment,
                List.of("app-id", "private-key", "public-key"),
                Map.of("url", "https://openapi.alipay.com/gateway.do", "seller-id", ""));
        this.clock = clock;
        this.client = new Once<>(() -> client(keys));
        this.callbacks = new AlipayCallbacks(keys);
    }

    /// Its library, when loaded, allows the whole program certificates of the weakest kind. That is taken back.
    static AlipayClient client(Keys keys) {
        String strict = Security.getProperty("jdk.certpath.disabledAlgorithms");
        var config = new AlipayConfig();
        config.setServerUrl(keys.get("url"));
        config.setAppId(keys.get("app-id"));
        config.setPrivateKey(AlipayCallbacks.bare(keys.get("private-key")));
        config.setAlipayPublicKey(AlipayCallbacks.bare(keys.get("public-key")));
        config.setFormat("json");
        config.setCharset("UTF-8");
        config.setSignType("RSA2");
        config.setCustomizedHttpClient(new AlipayWeb());
        try {
            return new DefaultAlipayClient(config);
        } catch (AlipayApiException unfit) {
            throw new ProviderSilent("alipay", unfit);
        } finally {
            if (strict != null) Security.setProperty("jdk.certpath.disabledAlgorithms", strict);
        }
    }

    @Override
    public boolean isOn() {
        return keys.complete();
    }

    @Override
    public String code() {
        return "alipay";
    }

    @Override
    public Way begin(Payment payment, Beginning beginning) {
        try {
            // Nothing is sent here: the signed address carries everything, and the payer's browser takes it there.
            return new Way.Redirect(beginning.onPhone() ? phone(payment) : desk(payment));
        } catch (AlipayApiException unfit) {
            throw new ProviderSilent("alipay", unfit);
        }
    }

    private String desk(Payment payment) throws AlipayApiException {
        var model = new AlipayTradePagePayModel();
        model.setOutTradeNo(Numbers.of(payment.id().value()));
        model.setTotalAmount(payment.total().inYuan().toPlainString());
        model.setSubject(payment.title());
        model.setProductCode("FAST_INSTANT_TRADE_PAY");
        payment.expiresAt().ifPresent(at -> model.setTimeExpire(TIME.format(at)));
        var request = new AlipayTradePagePayRequest();
        request.setBizModel(model);
        request.setNotifyUrl(keys.callbackUrl());
        request.setReturnUrl(keys.returnUrl(payment.path()));
        return client.get().pageExecute(request, "GET").getBody();
    }

    private String phone(Payment payment) throws AlipayApiException {
        var model = new AlipayTradeWapPayModel();
        model.setOutTradeNo(Numbers.of(payment.id().value()));
        model.setTotalAmount(payment.total().inYuan().toPlainString());
        model.setSubject(payment.title());
        model.setProductCode("QUICK_WAP_WAY");
        payment.expiresAt().ifPresent(at -> model.setTimeExpire(TIME.format(at)));
        var request = new AlipayTradeWapPayRequest();
        request.setBizModel(model);
        request.setNotifyUrl(keys.callbackUrl());
        request.setReturnUrl(keys.returnUrl(payment.path()));
        return client.get().pageExecute(request, "GET").getBody();
    }

    @Override
    public Told read(Callback callback) {
        return callbacks.read(callback, clock.instant());
    }

    @Override
    public Reply reply(boolean taken, String problem) {
        return new Reply("text/plain", taken ? "success" : "fail");
    }

    @Override
    public Standing ask(Payment payment) {
        var model = new AlipayTradeQueryModel();
        model.setOutTradeNo(Numbers.of(payment.id().value()));
        var request = new AlipayTradeQueryRequest();
        request.setBizModel(model);
        try {
            AlipayTradeQueryResponse found = client.get().execute(request);
            // It hears of a trade only when the payer has reached its cashier.
            if ("ACQ.TRADE_NOT_EXIST".equals(found.getSubCode())) return new Standing.Waiting();
            if (!found.isSuccess()) throw silent(found);
            return switch (String.valueOf(found.getTradeStatus())) {
                case "TRADE_SUCCESS", "TRADE_FINISHED" ->
                    new Standing.Paid(
                            Money.parseYuan(found.getTotalAmount()),
                            found.getTradeNo(),
                            Optional.ofNullable(found.getSendPayDate())
                                    .map(java.util.Date::toInstant)
                                    .orElseGet(clock::instant));
                case "TRADE_CLOSED" -> new Standing.Over();
                default -> new Standing.Waiting();
            };
        } catch (AlipayApiException silent) {
            throw new ProviderSilent("alipay", silent);
        }
    }

    @Override
    public Returning refund(Payment payment, Refund refund) {
        var model = new AlipayTradeRefundModel();
        model.setOutTradeNo(Numbers.of(payment.id().value()));
        model.setOutRequestNo(Numbers.of(refund.id().value()));
        model.setRefundAmount(refund.amount().inYuan().toPlainString());
        model.setRefundReason(refund.reason());
        var request = new AlipayTradeRefundRequest();
        request.setBizModel(model);
        try {
            AlipayTradeRefundResponse made = client.get().execute(request);
            if (!made.isSuccess()) {
                String code = String.valueOf(made.getSubCode());
                boolean passing = !code.startsWith("ACQ.")
                        || code.equals("ACQ.SYSTEM_ERROR")
                        || code.equals("ACQ.SELLER_BALANCE_NOT_ENOUGH");
                if (passing) throw silent(made);
                return new Returning.Refused(code + " " + made.getSubMsg());
            }
            // N: not now, because it was done before or is not done yet.
            return "Y".equals(made.getFundChange()) ? new Returning.Done(made.getTradeNo()) : asked(payment, refund);
        } catch (AlipayApiException silent) {
            throw new ProviderSilent("alipay", silent);
        }
    }

    private Returning asked(Payment payment, Refund refund) throws AlipayApiException {
        var model = new AlipayTradeFastpayRefundQueryModel();
        model.setOutTradeNo(Numbers.of(payment.id().value()));
        model.setOutRequestNo(Numbers.of(refund.id().value()));
        var request = new AlipayTradeFastpayRefundQueryRequest();
        request.setBizModel(model);
        var found = client.get().execute(request);
        if (!found.isSuccess()) throw silent(found);
        String trade = String.valueOf(found.getTradeNo());
        return "REFUND_SUCCESS".equals(found.getRefundStatus())
                ? new Returning.Done(trade)
                : new Returning.UnderWay(trade);
    }

    @Override
    public void close(Payment payment) {
        var model = new AlipayTradeCloseModel();
        model.setOutTradeNo(Numbers.of(payment.id().value()));
        var request = new AlipayTradeCloseRequest();
        request.setBizModel(model);
        try {
            client.get().execute(request);
        } catch (AlipayApiException silent) {
            throw new ProviderSilent("alipay", silent);
        }
    }

    private static ProviderSilent silent(AlipayResponse response) {
        return new ProviderSilent("alipay", response.getCode() + " " + response.getSubCode());
    }

    static Instant instant(String time) {
        return java.time.LocalDateTime.parse(time, TIME).atZone(CHINA).toInstant();
    }
}
