package org.farmgate.platform;

import java.util.Locale;

/// A rule of the business that can refuse something; each module keeps its own in one enum. The sentence a person
/// reads is the message `rule.<CODE>` of that module's messages.
public interface Rule {
    String name();

    /// The stable code that the JSON API promises, such as `offer-exceeds-harvest`.
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// How the refusal is told over HTTP: 409 where the state of things is against it, 422 where the request
    /// itself is.
    default int status() {
        return 409;
    }
}
