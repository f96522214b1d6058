package org.farmgate;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The one program. Its modules lie beside this class, one package each; ARCHITECTURE.md tells where to start
/// reading.
@SpringBootApplication
@Modulithic(systemName = "Farmgate")
public class Farmgate {
    public static void main(String[] args) {
        SpringApplication.run(Farmgate.class, args);
    }
}
