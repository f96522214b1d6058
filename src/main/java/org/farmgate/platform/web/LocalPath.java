package org.farmgate.platform.web;

import org.jspecify.annotations.Nullable;

/// A place within Farmgate that a request names to go on to. Anything that could lead elsewhere becomes the home
/// page.
public final class LocalPath {
    private LocalPath() {}

    public static String of(@Nullable String wanted) {
        if (wanted == null || !wanted.startsWith("/") || wanted.startsWith("//") || wanted.length() > 2000) return "/";
        boolean plain = wanted.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return plain ? wanted : "/";
    }
}
