package org.farmgate.platform.web;

import java.util.List;
import java.util.Map;

/// @param groups by noun, in order
public record ApiPage(Map<String, List<Operation>> groups) {
    /// @param closed whether one must be signed in
    /// @param needs names of rights, one of which is enough; empty: any who is signed in
    public record Operation(
            String method,
            String path,
            boolean closed,
            List<String> needs,
            List<Member> parameters,
            List<Member> body,
            String answer) {}

    public record Member(String name, String type, boolean required) {}
}
