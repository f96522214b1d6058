package org.farmgate.payment.providers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/// What an operator set for one provider: `farmgate.wechat.merchant-id` is FARMGATE_WECHAT_MERCHANT_ID in the
/// environment. A value that begins with `file:` is read from that file. It is never written anywhere.
final class Keys {
    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);

    private final String provider;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final boolean complete;

    /// @param needed all of them, or the provider is off
    /// @param optional with their usual values
    Keys(String provider, Environment environment, List<String> needed, Map<String, String> optional) {
        this.provider = provider;
        for (String name : needed) values.put(name, read(name, environment, ""));
        List<String> missing =
                needed.stream().filter(name -> get(name).isEmpty()).toList();
        optional.forEach((name, usual) -> values.put(name, read(name, environment, usual)));
        values.put(
                "public-url", environment.getProperty("farmgate.public-url", "").strip());
        boolean reachable = get("public-url").startsWith("http");
        complete = missing.isEmpty() && reachable;
        if (missing.size() < needed.size() && !complete)
            LOG.error(
                    "Payment by {} is off: {} missing.",
                    provider,
                    missing.isEmpty()
                            ? "FARMGATE_PUBLIC_URL is"
                            : String.join(
                                            ", ",
                                            missing.stream().map(this::variable).toList()) + " is");
    }

    private String read(String name, Environment environment, String usual) {
        String value = environment
                .getProperty("farmgate." + provider + "." + name, usual)
                .strip();
        if (value.isEmpty()) value = usual;
        if (!value.startsWith("file:")) return value;
        try {
            return Files.readString(Path.of(value.substring(5))).strip();
        } catch (IOException | InvalidPathException unread) {
            LOG.error("{} names a file that cannot be read: {}", variable(name), unread.getMessage());
            return "";
        }
    }

    private String variable(String name) {
        return ("FARMGATE_" + provider + "_" + name)
                .toUpperCase(java.util.Locale.ROOT)
                .replace('-', '_');
    }

    boolean complete() {
        return complete;
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /// Where the provider calls us back.
    String callbackUrl() {
        return base() + "/payments/callbacks/" + provider;
    }

    /// Where the payer comes back to.
    String returnUrl(String path) {
        return base() + path;
    }

    private String base() {
        return get("public-url").replaceAll("/+$", "");
    }
}
