package org.farmgate.trade;

import java.time.Instant;

/// Where a contract stands: drafted → proposed → signed by one → signed by both → fulfilled or ended. Until both
/// have signed it may be cancelled, and lapses when nobody does anything.
public sealed interface ContractState {
    ContractStage stage();

    Instant at();

    /// Only who wrote it sees it; a plan's drafts are seen by both.
    record Drafted(Instant at) implements ContractState {
        @Override
        public ContractStage stage() {
            return ContractStage.DRAFTED;
        }
    }

    /// Both see it, and either may sign it or put forward other terms.
    record Proposed(Instant at) implements ContractState {
        @Override
        public ContractStage stage() {
            return ContractStage.PROPOSED;
        }
    }

    record PartlySigned(Signature by) implements ContractState {
        @Override
        public ContractStage stage() {
            return ContractStage.PARTLY_SIGNED;
        }

        @Override
        public Instant at() {
            return by.at();
        }
    }

    /// In force.
    record Signed(Instant at) implements ContractState {
        @Override
        public ContractStage stage() {
            return ContractStage.SIGNED;
        }
    }

    /// Its window is over and at least the least was called off.
    record Fulfilled(Instant at) implements ContractState {
        @Override
        public ContractStage stage() {
            return ContractStage.FULFILLED;
        }
    }

    /// Its window is over and less was called off.
    record Ended(Instant at, String reason) implements ContractState {
        @Override
        public ContractStage stage() {
            return ContractStage.ENDED;
        }
    }

    record Cancelled(Instant at, String reason) implements ContractState {
        @Override
        public ContractStage stage() {
            return ContractStage.CANCELLED;
        }
    }

    record Lapsed(Instant at) implements ContractState {
        @Override
        public ContractStage stage() {
            return ContractStage.LAPSED;
        }
    }
}
