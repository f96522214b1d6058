package org.farmgate.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Supplier;
import org.farmgate.platform.DemoSignIns;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// The demo's sign-ins are told, and whatever else is only play is offered, only where nobody but this machine can
/// ask.
@Component
public class DemoNotice {
    private final Supplier<Optional<DemoSignIns>> demo;
    private final boolean onLoopback;

    DemoNotice(ObjectProvider<DemoSignIns> demo, @Value("${server.address:}") String address) {
        this.demo = SingletonSupplier.of(() -> Optional.ofNullable(demo.getIfAvailable()));
        this.onLoopback = isLoopback(address);
    }

    /// Whether this is the demo county on somebody's own machine.
    public boolean isShown() {
        return shown().isPresent();
    }

    Optional<DemoSignIns> shown() {
        return onLoopback ? demo.get().filter(d -> !d.all().isEmpty()) : Optional.empty();
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
