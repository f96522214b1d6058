package org.farmgate.payment.providers;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Made at first use, then kept.
final class Once<T> implements Supplier<T> {
    private final Supplier<T> making;
    private @Nullable T made;

    Once(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public synchronized T get() {
        T there = made;
        if (there != null) return there;
        T fresh = making.get();
        made = fresh;
        return fresh;
    }
}
