package org.farmgate.platform;

import java.util.List;

/// Who may sign in to the demo county. Only the demo has such a bean, and they are shown only while the server
/// listens on loopback.
public interface DemoSignIns {
    List<DemoSignIn> all();

    /// The password they share; it opens nothing but invented data on one's own machine.
    String password();

    /// @param roleKey message key of what this person does
    record DemoSignIn(String username, String personName, String roleKey) {}
}
