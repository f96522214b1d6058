package org.farmgate.product.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.farmgate.platform.Slice;
import org.farmgate.product.Product;

public record ProductsPage(Slice<Product> rows, String search) {
    public String href() {
        return "/products?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }
}
