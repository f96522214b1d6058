package org.farmgate.payment.providers;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.service.payments.h5.H5Service;
import com.wechat.pay.java.service.payments.h5.model.H5Info;
import com.wechat.pay.java.service.payments.h5.model.SceneInfo;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.farmgate.payment.Payment;
import org.farmgate.payment.Refund;
import org.farmgate.payment.Way;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// WeChat Pay, interface version 3, by the official library: a QR code (Native), or on a phone's browser a link
/// into the app (H5). It is on when its keys are set.
@Component
@Order(2)
class Wechat implements Provider {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    /// What it answers to a refund that it will never make.
    private static final Set<String> FINAL = Set.of("INVALID_REQUEST", "PARAM_ERROR", "RESOURCE_NOT_EXISTS", "NO_AUTH");

    private final Keys keys;
    private final Clock clock;
    private final JsonMapper json;
    private final Supplier<Services> services;

    Wechat(Environment environment, JsonMapper json, Clock clock) {
        this.keys = new Keys(
                "wechat",
                environment,
                List.of(
                        "merchant-id",
                        "merchant-serial",
                        "private-key",
                        "app-id",
                        "api-key",
                        "public-key-id",
                        "public-key"),
                Map.of("url", "https://api.mch.weixin.qq.com"));
        this.clock = clock;
        this.json = json;
        this.services = new Once<>(() -> Services.of(keys));
    }

    /// The library's parts, made at first use: reading keys takes time that most starts need not spend.
    private record Services(NativePayService codes, H5Service links, RefundService refunds, WechatCallbacks callbacks) {
        static Services of(Keys keys) {
            var config = new RSAPublicKeyConfig.Builder()
                    .merchantId(keys.get("merchant-id"))
                    .merchantSerialNumber(keys.get("merchant-serial"))
                    .privateKey(keys.get("private-key"))
                    .publicKey(keys.get("public-key"))
                    .publicKeyId(keys.get("public-key-id"))
                    .apiV3Key(keys.get("api-key"))
                    .build();
            var web = new WechatWeb(config, keys.get("url"));
            return new Services(
                    new NativePayService.Builder().httpClient(web).build(),
                    new H5Service.Builder().httpClient(web).build(),
                    new RefundService.Builder().httpClient(web).build(),
                    new WechatCallbacks(config, keys.get("merchant-id"), keys.get("app-id")));
        }
    }

    @Override
    public boolean isOn() {
        return keys.complete();
    }

    @Override
    public String code() {
        return "wechat";
    }

    @Override
    public Way begin(Payment payment, Beginning beginning) {
        try {
            return asked(() -> beginning.onPhone() ? link(payment, beginning) : qrCode(payment));
        } catch (ServiceException answered) {
            throw silent(answered);
        }
    }

    private Way qrCode(Payment payment) {
        var amount = new Amount();
        amount.setTotal(Math.toIntExact(payment.total().fen()));
        amount.setCurrency("CNY");
        var request = new PrepayRequest();
        request.setAppid(keys.get("app-id"));
        request.setMchid(keys.get("merchant-id"));
        request.setDescription(payment.title());
        request.setOutTradeNo(Numbers.of(payment.id().value()));
        request.setNotifyUrl(keys.callbackUrl());
        payment.expiresAt().ifPresent(at -> request.setTimeExpire(time(at)));
        request.setAmount(amount);
        return new Way.Qr(services.get().codes().prepay(request).getCodeUrl());
    }

    private Way link(Payment payment, Beginning beginning) {
        var amount = new com.wechat.pay.java.service.payments.h5.model.Amount();
        amount.setTotal(Math.toIntExact(payment.total().fen()));
        amount.setCurrency("CNY");
        var info = new H5Info();
        info.setType("Wap");
        var scene = new SceneInfo();
        scene.setPayerClientIp(beginning.address());
        scene.setH5Info(info);
        var request = new com.wechat.pay.java.service.payments.h5.model.PrepayRequest();
        request.setAppid(keys.get("app-id"));
        request.setMchid(keys.get("merchant-id"));
        request.setDescription(payment.title());
        request.setOutTradeNo(Numbers.of(payment.id().value()));
        request.setNotifyUrl(keys.callbackUrl());
        payment.expiresAt().ifPresent(at -> request.setTimeExpire(time(at)));
        request.setAmount(amount);
        request.setSceneInfo(scene);
        String back = URLEncoder.encode(keys.returnUrl(payment.path()), StandardCharsets.UTF_8);
        return new Way.Redirect(services.get().links().prepay(request).getH5Url() + "&redirect_url=" + back);
    }

    @Override
    public Told read(Callback callback) {
        return services.get().callbacks().read(callback, json, clock.instant());
    }

    @Override
    public Reply reply(boolean taken, String problem) {
        String body = taken ? "{\"code\":\"SUCCESS\"}" : "{\"code\":\"FAIL\",\"message\":\"" + problem + "\"}";
        return new Reply("application/json", body);
    }

    @Override
    public Standing ask(Payment payment) {
        var request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(keys.get("merchant-id"));
        request.setOutTradeNo(Numbers.of(payment.id().value()));
        try {
            Transaction found = asked(() -> services.get().codes().queryOrderByOutTradeNo(request));
            return WechatCallbacks.standing(found);
        } catch (ServiceException answered) {
            if ("ORDER_NOT_EXIST".equals(answered.getErrorCode())) return new Standing.Waiting();
            throw silent(answered);
        }
    }

    @Override
    public Returning refund(Payment payment, Refund refund) {
        var amount = new AmountReq();
        amount.setRefund(refund.amount().fen());
        amount.setTotal(payment.total().fen());
        amount.setCurrency("CNY");
        var request = new CreateRequest();
        request.setOutTradeNo(Numbers.of(payment.id().value()));
        request.setOutRefundNo(Numbers.of(refund.id().value()));
        request.setReason(refund.reason().length() > 80 ? refund.reason().substring(0, 80) : refund.reason());
        request.setNotifyUrl(keys.callbackUrl());
        request.setAmount(amount);
        try {
            var made = asked(() -> services.get().refunds().create(request));
            return switch (made.getStatus()) {
                case SUCCESS -> new Returning.Done(made.getRefundId());
                case CLOSED -> new Returning.Refused("closed");
                // ABNORMAL: the payer's card is gone; the merchant settles it by hand at the provider's.
                case PROCESSING, ABNORMAL -> new Returning.UnderWay(made.getRefundId());
            };
        } catch (ServiceException answered) {
            if (FINAL.contains(answered.getErrorCode()))
                return new Returning.Refused(answered.getErrorCode() + " " + answered.getErrorMessage());
            throw silent(answered);
        }
    }

    @Override
    public void close(Payment payment) {
        var request = new CloseOrderRequest();
        request.setMchid(keys.get("merchant-id"));
        request.setOutTradeNo(Numbers.of(payment.id().value()));
        try {
            asked(() -> {
                services.get().codes().closeOrder(request);
                return "";
            });
        } catch (ServiceException answered) {
            throw silent(answered);
        }
    }

    /// What it answers is passed on; that it does not, or not under its signature, is [ProviderSilent].
    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (ServiceException answered) {
            throw answered;
        } catch (WechatPayException silent) {
            throw new ProviderSilent("wechat", silent.getClass().getSimpleName());
        }
    }

    /// The library's own message holds the whole request.
    private static ProviderSilent silent(ServiceException answered) {
        return new ProviderSilent("wechat", answered.getHttpStatusCode() + " " + answered.getErrorCode());
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(CHINA).toOffsetDateTime());
    }
}
