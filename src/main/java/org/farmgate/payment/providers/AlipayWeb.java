package org.farmgate.payment.providers;

import com.alipay.api.FileItem;
import com.alipay.api.internal.util.AbstractHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The library signs and verifies; this only carries.
final class AlipayWeb extends AbstractHttpClient {
    private final Web web = new Web();

    @Override
    public String doPost(String url, Map<String, String> fields, String charset, @Nullable Map<String, String> headers)
            throws IOException {
        Map<String, String> sent = headers == null ? new HashMap<>() : new HashMap<>(headers);
        sent.put("Content-Type", "application/x-www-form-urlencoded;charset=utf-8");
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var response = web.send(URI.create(url), "POST", sent, body);
        if (response.statusCode() != 200) throw new IOException("HTTP " + response.statusCode());
        return response.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String doPost(
            String url,
            Map<String, String> fields,
            Map<String, FileItem> files,
            String charset,
            @Nullable Map<String, String> headers) {
        throw new UnsupportedOperationException("nothing is uploaded");
    }
}
