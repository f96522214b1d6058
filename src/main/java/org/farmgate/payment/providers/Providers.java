package org.farmgate.payment.providers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The providers that are on here.
@Component
public class Providers {
    private final Map<String, Provider> known = new LinkedHashMap<>();

    Providers(ObjectProvider<Provider> all) {
        all.orderedStream().forEach(provider -> known.put(provider.code(), provider));
    }

    public Optional<Provider> find(String code) {
        return Optional.ofNullable(known.get(code)).filter(Provider::isOn);
    }

    public List<String> codes() {
        return known.values().stream()
                .filter(Provider::isOn)
                .map(Provider::code)
                .toList();
    }
}
