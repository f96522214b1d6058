package org.farmgate.payment.providers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plays Alipay on this machine: checks each request's RSA2 signature over its sorted fields, keeps trades, signs what
/// it answers, and writes callbacks. It shares no code with the library under test.
public final class AlipayStandIn implements AutoCloseable {
    static final String APPLICATION = "2021000000000001";
    static final String SELLER = "2088000000000001";

    private final JsonMapper json = JsonMapper.builder().build();
    private final KeyPair merchant = Signing.keys();
    private final KeyPair platform = Signing.keys();
    private final KeyPair stranger = Signing.keys();
    private final HttpServer server;

    final List<String> asked = new CopyOnWriteArrayList<>();
    /// Trade state and amount in yuan by our number.
    final Map<String, String> states = new ConcurrentHashMap<>();
    final Map<String, String> amounts = new ConcurrentHashMap<>();
    volatile boolean forges;
    volatile boolean broken;
    /// SUCCESS, REPEATED, or an error's word.
    volatile String refundAnswer = "SUCCESS";

    public AlipayStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
        server.createContext("/gateway.do", this::answer);
        server.start();
    }

    public Map<String, String> settings() {
        return Map.of(
                "farmgate.public-url",
                "https://farmgate.example",
                "farmgate.alipay.url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/gateway.do",
                "farmgate.alipay.app-id",
                APPLICATION,
                "farmgate.alipay.seller-id",
                SELLER,
                "farmgate.alipay.private-key",
                Signing.pem(merchant.getPrivate()),
                "farmgate.alipay.public-key",
                Signing.pem(platform.getPublic()));
    }

    static Map<String, String> fields(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : query.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0)
                fields.put(
                        URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    /// Whether our side signed it: every field but `sign` in the order of names.
    boolean isSigned(Map<String, String> fields) {
        return Signing.holds(merchant.getPublic(), sorted(fields, List.of("sign")), fields.getOrDefault("sign", ""));
    }

    private static String sorted(Map<String, String> fields, List<String> without) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !without.contains(field.getKey())
                                && !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> fields = fields(exchange.getRequestURI().getRawQuery());
        fields.putAll(fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        String method = fields.getOrDefault("method", "");
        asked.add(method);
        if (broken) {
            exchange.sendResponseHeaders(502, -1);
            exchange.close();
            return;
        }
        Map<String, String> said = isSigned(fields)
                ? answer(method, json.readTree(fields.get("biz_content")))
                : error("isv.invalid-signature");
        String node = json.writeValueAsString(said);
        String sign = Signing.sign((forges ? stranger : platform).getPrivate(), node);
        byte[] body = ("{\"" + method.replace('.', '_') + "_response\":" + node + ",\"sign\":\"" + sign + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Map<String, String> answer(String method, JsonNode asked) {
        String number = asked.path("out_trade_no").asString("");
        Map<String, String> fine = new TreeMap<>(
                Map.of("code", "10000", "msg", "Success", "out_trade_no", number, "trade_no", "2026" + number));
        return switch (method) {
            case "alipay.trade.query" -> {
                if (!states.containsKey(number)) yield error("ACQ.TRADE_NOT_EXIST");
                fine.put("trade_status", states.get(number));
                fine.put("total_amount", amounts.get(number));
                fine.put("send_pay_date", "2026-11-25 10:34:56");
                yield fine;
            }
            case "alipay.trade.refund" -> {
                if (!List.of("SUCCESS", "REPEATED").contains(refundAnswer)) yield error(refundAnswer);
                fine.put("fund_change", refundAnswer.equals("SUCCESS") ? "Y" : "N");
                fine.put("refund_fee", asked.path("refund_amount").asString(""));
                yield fine;
            }
            case "alipay.trade.fastpay.refund.query" -> {
                fine.put("refund_status", "REFUND_SUCCESS");
                yield fine;
            }
            case "alipay.trade.close" -> fine;
            default -> error("isv.invalid-method");
        };
    }

    private static Map<String, String> error(String word) {
        return new TreeMap<>(Map.of("code", "40004", "msg", "Business Failed", "sub_code", word, "sub_msg", "no"));
    }

    /// A callback as it would come, sent at that moment.
    public Callback told(String number, String status, String yuan, Instant at) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "app_id",
                APPLICATION,
                "seller_id",
                SELLER,
                "notify_id",
                "2026112500222103456000001",
                "notify_type",
                "trade_status_sync",
                "notify_time",
                Alipay.TIME.format(at),
                "out_trade_no",
                number,
                "trade_no",
                "2026" + number,
                "trade_status",
                status,
                "total_amount",
                yuan,
                "gmt_payment",
                "2026-11-25 10:34:56"));
        fields.put("charset", "UTF-8");
        fields.put("sign_type", "RSA2");
        fields.put("sign", Signing.sign(platform.getPrivate(), sorted(fields, List.of("sign", "sign_type"))));
        return new Callback(Map.of(), fields, "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
