package org.farmgate.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.farmgate.platform.DemoSignIns;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The demo's sign-ins are told, and whatever else is only play is offered, only where nobody but this machine can
/// ask.
@Component
public class DemoNotice {
    private final ObjectProvider<DemoSignIns> demo;
    private final String address;

    DemoNotice(ObjectProvider<DemoSignIns> demo, @Value("${server.address:}") String address) {
        this.demo = demo;
        this.address = address;
    }

    /// Whether this is the demo county on somebody's own machine.
    public boolean isShown() {
        return shown().isPresent();
    }

    Optional<DemoSignIns> shown() {
        return listensOnLoopback()
                ? Optional.ofNullable(demo.getIfAvailable())
                        .filter(d -> !d.all().isEmpty())
                : Optional.empty();
    }

    private boolean listensOnLoopback() {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
