package org.farmgate.payment.providers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plays WeChat Pay on this machine: checks each request's signature as its documents say, keeps orders, and signs what
/// it answers. It shares no code with the library under test. What it sends by itself is [WechatLetters]'.
public final class WechatStandIn implements AutoCloseable {
    static final String MERCHANT = "1900000001";
    static final String APPLICATION = "wx0123456789abcdef";
    static final String SERIAL = "3775B6A45ACD588826D15E583A95F5DD";
    private static final Pattern MEMBER = Pattern.compile("([a-z_]+)=\"([^\"]+)\"");

    private final JsonMapper json = JsonMapper.builder().build();
    private final KeyPair merchant = Signing.keys();
    private final KeyPair platform = Signing.keys();
    private final KeyPair stranger = Signing.keys();
    private final HttpServer server;

    /// What it sends by itself.
    public final WechatLetters letters = new WechatLetters(platform);
    /// What it was asked, method and path.
    final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<String, JsonNode> orders = new ConcurrentHashMap<>();
    final Map<String, String> states = new ConcurrentHashMap<>();
    final Map<String, String> refunds = new ConcurrentHashMap<>();
    /// Answers under a stranger's signature.
    volatile boolean forges;
    /// Answers nothing but an error.
    volatile boolean broken;
    /// How it answers refunds: SUCCESS, PROCESSING, CLOSED, or an error's word.
    volatile String refundAnswer = "SUCCESS";

    public WechatStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public Map<String, String> settings() {
        return Map.of(
                "farmgate.public-url",
                "https://farmgate.example",
                "farmgate.wechat.url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "farmgate.wechat.merchant-id",
                MERCHANT,
                "farmgate.wechat.merchant-serial",
                SERIAL,
                "farmgate.wechat.private-key",
                Signing.pem(merchant.getPrivate()),
                "farmgate.wechat.app-id",
                APPLICATION,
                "farmgate.wechat.api-key",
                WechatLetters.API_KEY,
                "farmgate.wechat.public-key-id",
                WechatLetters.KEY_ID,
                "farmgate.wechat.public-key",
                Signing.pem(platform.getPublic()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + path);
        if (broken) reply(exchange, 500, error("SYSTEM_ERROR"));
        else if (!isSigned(exchange, path, body)) reply(exchange, 401, error("SIGN_ERROR"));
        else if (path.equals("/v3/pay/transactions/native")) {
            open(json.readTree(body));
            reply(exchange, 200, "{\"code_url\":\"weixin://wxpay/bizpayurl?pr=p4lpSuKzz\"}");
        } else if (path.equals("/v3/pay/transactions/h5")) {
            open(json.readTree(body));
            reply(exchange, 200, "{\"h5_url\":\"https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx1\"}");
        } else if (path.endsWith("/close")) reply(exchange, 204, "");
        else if (path.startsWith("/v3/pay/transactions/out-trade-no/")) query(exchange, path);
        else if (path.equals("/v3/refund/domestic/refunds")) refund(exchange, json.readTree(body));
        else reply(exchange, 404, error("NOT_FOUND"));
    }

    private static String error(String word) {
        return "{\"code\":\"" + word + "\",\"message\":\"no\"}";
    }

    private boolean isSigned(HttpExchange exchange, String path, String body) {
        String said = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Map<String, String> members = new HashMap<>();
        MEMBER.matcher(said).results().forEach(found -> members.put(found.group(1), found.group(2)));
        String text = exchange.getRequestMethod() + "\n" + path + "\n" + members.get("timestamp") + "\n"
                + members.get("nonce_str") + "\n" + body + "\n";
        return said.startsWith("WECHATPAY2-SHA256-RSA2048 ")
                && MERCHANT.equals(members.get("mchid"))
                && SERIAL.equals(members.get("serial_no"))
                && Signing.holds(merchant.getPublic(), text, members.getOrDefault("signature", ""));
    }

    private void open(JsonNode order) {
        orders.put(order.path("out_trade_no").asString(), order);
        states.putIfAbsent(order.path("out_trade_no").asString(), "NOTPAY");
    }

    private void query(HttpExchange exchange, String path) throws IOException {
        String number = path.replaceAll("^.*out-trade-no/|\\?.*$", "");
        JsonNode order = orders.get(number);
        if (order == null || !path.endsWith("?mchid=" + MERCHANT)) reply(exchange, 404, error("ORDER_NOT_EXIST"));
        else
            reply(
                    exchange,
                    200,
                    letters.transaction(
                            number,
                            states.getOrDefault(number, "NOTPAY"),
                            order.path("amount").path("total").asLong()));
    }

    private void refund(HttpExchange exchange, JsonNode asked) throws IOException {
        String number = asked.path("out_refund_no").asString();
        if (!List.of("SUCCESS", "PROCESSING", "CLOSED").contains(refundAnswer)) {
            reply(exchange, 400, error(refundAnswer));
            return;
        }
        refunds.put(number, String.valueOf(asked.path("amount").path("refund").asLong()));
        reply(
                exchange,
                200,
                json.writeValueAsString(
                        Map.of("refund_id", "R" + number, "out_refund_no", number, "status", refundAnswer)));
    }

    private void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        WechatLetters.signed(body, forges ? stranger : platform, Instant.now())
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
