package org.farmgate.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Accounts;
import org.farmgate.platform.DemoSignIns;
import org.farmgate.platform.PartyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who may sign in to the demo county. Their password is known to all the world, so their accounts are open only
/// while this machine alone can reach the server.
@Component
class DemoPeople implements DemoSignIns {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPeople.class);

    private final DemoStore store;
    private final Accounts accounts;
    private final Parties parties;
    private volatile List<DemoSignIn> shown = List.of();

    DemoPeople(DemoStore store, Accounts accounts, Parties parties) {
        this.store = store;
        this.accounts = accounts;
        this.parties = parties;
    }

    /// Opens them, or closes them and ends their sessions. A lock that an administrator has put on one stays.
    @Transactional
    public void settle(boolean open) {
        List<DemoStore.SignIn> signIns = store.signIns();
        if (signIns.isEmpty()) return;
        List<AccountId> turned = signIns.stream()
                .filter(signIn ->
                        open ? signIn.closed() : !accounts.get(signIn.account()).disabled())
                .map(DemoStore.SignIn::account)
                .toList();
        accounts.setOpen(turned, open);
        store.setClosed(turned, !open);
        if (!open)
            LOG.warn("The demo county's sign-ins are closed: they work only while the server listens on loopback"
                    + " (farmgate.address, FARMGATE_ADDRESS) and was not started with --empty.");
        shown = open ? listed(signIns) : List.of();
    }

    private List<DemoSignIn> listed(List<DemoStore.SignIn> signIns) {
        Map<PartyId, Party> people =
                parties.byIds(signIns.stream().map(DemoStore.SignIn::person).toList());
        return signIns.stream()
                .flatMap(signIn -> Optional.ofNullable(people.get(signIn.person())).stream()
                        .map(person -> new DemoSignIn(signIn.username(), person.name(), "demo.duty." + signIn.duty())))
                .toList();
    }

    @Override
    public List<DemoSignIn> all() {
        return shown;
    }

    @Override
    public String password() {
        return DemoLoading.PASSWORD;
    }
}
