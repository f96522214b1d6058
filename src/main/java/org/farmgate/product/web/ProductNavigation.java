package org.farmgate.product.web;

import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProductNavigation {
    @Bean
    NavEntry productsEntry() {
        return new NavEntry(230, "/products", "product.nav.products", "melon");
    }
}
