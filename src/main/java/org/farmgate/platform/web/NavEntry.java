package org.farmgate.platform.web;

import org.farmgate.platform.Right;

/// A module's contribution to the main navigation: declare it as a bean. Shown to whoever has one of the rights;
/// to all who are signed in where none is named; to guests too where it is open.
///
/// @param order lower comes first; modules use their floor times 100
/// @param icon a name of the icon sheet
public record NavEntry(
        int order, String href, String labelKey, String icon, java.util.Set<Right> rights, boolean open) {
    public NavEntry(int order, String href, String labelKey, String icon, Right... rights) {
        this(order, href, labelKey, icon, java.util.Set.of(rights), false);
    }

    /// For everybody, without signing in.
    public static NavEntry openToAll(int order, String href, String labelKey, String icon) {
        return new NavEntry(order, href, labelKey, icon, java.util.Set.of(), true);
    }
}
