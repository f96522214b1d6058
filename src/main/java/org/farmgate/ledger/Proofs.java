package org.farmgate.ledger;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reckons the books anew from their first entry and compares. Running totals are only as good as this says:
/// a bug, or a row that somebody changed by hand, shows here. It reads everything, so it is for tests, drills
/// and nights.
@Service
@Transactional(readOnly = true)
public class Proofs {
    private final ProofStore store;

    Proofs(ProofStore store) {
        this.store = store;
    }

    /// What is wrong, one line each, at most 100 of each sort; empty when the books are right.
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (ProofStore.Check check : ProofStore.Check.values()) faults.addAll(store.faults(check));
        return List.copyOf(faults);
    }
}
