package org.farmgate.platform;

import java.util.List;

/// A refusal by a named rule. Thrown inside a transaction it rolls everything back: what was refused left nothing
/// behind.
public class RuleBroken extends RuntimeException {
    private final transient Rule rule;
    private final transient List<Object> arguments;

    /// The arguments fill the places of the rule's message, in order. Values of `measure`, dates and weeks are
    /// formatted for the reader's language when shown.
    public RuleBroken(Rule rule, Object... arguments) {
        super(rule.name() + " " + List.of(arguments));
        this.rule = rule;
        this.arguments = List.of(arguments);
    }

    public Rule rule() {
        return rule;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
