package org.farmgate.trade.planning;

import java.util.Map;

/// Reads maps that were just filled with every key that will be asked for.
final class Known {
    private Known() {}

    /// A missing key is a fault of ours, not of anybody's input.
    static <K, V> V in(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) throw new IllegalStateException("nothing known of " + key);
        return value;
    }
}
