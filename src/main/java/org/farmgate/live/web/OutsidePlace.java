package org.farmgate.live.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.jspecify.annotations.Nullable;

/// A list in a JSON body, read one by one; what is wrong is gathered with its whole path.
final class OutsidePlace<T> {
    private final String list;
    private final List<@Nullable T> sent;
    private final List<FieldError> errors = new ArrayList<>();

    /// An empty list, and one with more than `most`, is wrong; of the latter nothing is read.
    OutsidePlace(String list, @Nullable List<@Nullable T> sent, int most) {
        this.list = list;
        this.sent = sent == null || sent.size() > most ? List.of() : sent;
        if (sent == null || sent.isEmpty()) errors.add(FieldError.of(list, "missing"));
        else if (sent.size() > most) errors.add(FieldError.of(list, "too-many", most));
    }

    int size() {
        return sent.size();
    }

    String path(int index) {
        return list + "[" + index + "]";
    }

    /// Null where the list holds none, which is wrong.
    @Nullable
    T get(int index) {
        T one = sent.get(index);
        if (one == null) errors.add(FieldError.of(path(index), "missing"));
        return one;
    }

    /// What the fields make, or null where they, or the value itself, are wrong.
    <V> @Nullable V read(int index, Fields fields, Supplier<V> value) {
        List<FieldError> wrong = fields.errors();
        if (wrong.isEmpty()) {
            try {
                return value.get();
            } catch (InputBroken broken) {
                wrong = broken.errors();
            }
        }
        for (FieldError one : wrong)
            errors.add(new FieldError(path(index) + "." + one.field(), one.code(), one.arguments()));
        return null;
    }

    void wrong(int index, String member, String code) {
        errors.add(FieldError.of(path(index) + "." + member, code));
    }

    /// What is wrong in a list inside this one; its paths are whole already.
    void add(OutsidePlace<?> inner) {
        errors.addAll(inner.errors);
    }

    /// Refuses by [InputBroken].
    void check() {
        if (!errors.isEmpty()) throw new InputBroken(errors);
    }
}
