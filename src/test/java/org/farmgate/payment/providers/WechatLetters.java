package org.farmgate.payment.providers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/// The callbacks that WeChat Pay sends: the matter sealed with AES-256-GCM, the whole signed.
public final class WechatLetters {
    static final String KEY_ID = "PUB_KEY_ID_0119000000012026112500";
    static final String API_KEY = "0123456789abcdef0123456789abcdef";

    private final JsonMapper json = JsonMapper.builder().build();
    private final KeyPair platform;

    WechatLetters(KeyPair platform) {
        this.platform = platform;
    }

    String transaction(String number, String state, long total) {
        Map<String, Object> told = new TreeMap<>(Map.of(
                "mchid",
                WechatStandIn.MERCHANT,
                "appid",
                WechatStandIn.APPLICATION,
                "out_trade_no",
                number,
                "trade_state",
                state,
                "trade_state_desc",
                state,
                "amount",
                Map.of("total", total, "payer_total", total, "currency", "CNY")));
        if (state.equals("SUCCESS")) {
            told.put("transaction_id", "42" + number.substring(0, 10));
            told.put("success_time", "2026-11-25T10:34:56+08:00");
        }
        return json.writeValueAsString(told);
    }

    static Map<String, String> signed(String body, KeyPair key, Instant at) {
        String time = String.valueOf(at.getEpochSecond());
        String nonce = UUID.randomUUID().toString().replace("-", "");
        return new TreeMap<>(Map.of(
                "wechatpay-timestamp", time,
                "wechatpay-nonce", nonce,
                "wechatpay-serial", KEY_ID,
                "wechatpay-signature-type", "WECHATPAY2-SHA256-RSA2048",
                "wechatpay-signature", Signing.sign(key.getPrivate(), time + "\n" + nonce + "\n" + body + "\n")));
    }

    /// A callback as it would come, signed at that moment.
    public Callback paid(String number, long total, Instant at) {
        return sealed("TRANSACTION.SUCCESS", "transaction", transaction(number, "SUCCESS", total), at);
    }

    Callback refunded(String number, long amount, String status, Instant at) {
        String told = json.writeValueAsString(Map.of(
                "mchid",
                WechatStandIn.MERCHANT,
                "out_refund_no",
                number,
                "refund_id",
                "R" + number,
                "refund_status",
                status,
                "success_time",
                "2026-11-25T10:34:56+08:00",
                "amount",
                Map.of("total", amount, "refund", amount)));
        return sealed("REFUND." + status, "refund", told, at);
    }

    Callback sealed(String event, String kind, String matter, Instant at) {
        String nonce = "fdasfjihihih";
        Map<String, String> resource = new TreeMap<>(Map.of(
                "algorithm", "AEAD_AES_256_GCM",
                "original_type", kind,
                "associated_data", kind,
                "nonce", nonce,
                "ciphertext", encrypt(matter, nonce, kind)));
        String body = json.writeValueAsString(new TreeMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "create_time",
                "2026-11-25T10:34:56+08:00",
                "event_type",
                event,
                "resource_type",
                "encrypt-resource",
                "summary",
                "told",
                "resource",
                resource)));
        return new Callback(signed(body, platform, at), Map.of(), body);
    }

    private static String encrypt(String text, String nonce, String associated) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(API_KEY.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
