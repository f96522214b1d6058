package org.farmgate.payment.providers;

import com.wechat.pay.java.core.Config;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.OriginalResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// The library signs and verifies; this only carries, to the address that was set.
final class WechatWeb extends AbstractHttpClient {
    private final Web web = new Web();
    private final String base;

    WechatWeb(Config config, String base) {
        super(config.createCredential(), config.createValidator());
        this.base = base.replaceAll("/+$", "");
    }

    @Override
    protected OriginalResponse innerExecute(HttpRequest request) {
        URI wanted = request.getUri();
        String query = wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery();
        String body = request.getBody() instanceof JsonRequestBody json ? json.getBody() : "";
        Map<String, String> headers = new HashMap<>(request.getHeaders().getHeaders());
        try {
            var response = web.send(
                    URI.create(base + wanted.getRawPath() + query),
                    request.getHttpMethod().name(),
                    headers,
                    body);
            Map<String, String> answered = new HashMap<>();
            response.headers().map().forEach((name, values) -> answered.put(capital(name), values.getFirst()));
            return new OriginalResponse.Builder()
                    .request(request)
                    .statusCode(response.statusCode())
                    .headers(answered)
                    .contentType(answered.getOrDefault("Content-Type", ""))
                    .body(response.body())
                    .build();
        } catch (IOException unreachable) {
            throw new HttpException(request, unreachable);
        }
    }

    /// `wechatpay-nonce` to `Wechatpay-Nonce`, which the library asks for letter by letter.
    private static String capital(String name) {
        StringBuilder written = new StringBuilder(name.length());
        boolean first = true;
        for (char letter : name.toCharArray()) {
            written.append(first ? Character.toUpperCase(letter) : letter);
            first = letter == '-';
        }
        return written.toString();
    }

    @Override
    protected InputStream innerDownload(HttpRequest request) {
        throw new UnsupportedOperationException("nothing is downloaded");
    }

    @Override
    protected String getHttpClientInfo() {
        return "java.net.http";
    }
}
