package org.farmgate.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.farmgate.platform.Account;
import org.farmgate.platform.Slice;

public record AccountsPage(Slice<Account> accounts, String search) {
    public String href() {
        return "/accounts?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }
}
