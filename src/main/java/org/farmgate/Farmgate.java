package org.farmgate;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The one program. Its modules lie beside this class, one package each; ARCHITECTURE.md tells where to
/// start reading. Beans are named by their whole class name, as two modules may well have stores or
/// pages of the same name.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Farmgate")
public class Farmgate {
    public static void main(String[] args) {
        SpringApplication.run(Farmgate.class, args);
    }
}
