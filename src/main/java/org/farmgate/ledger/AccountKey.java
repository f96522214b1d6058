package org.farmgate.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;

/// Which account. It comes into being with its first posting; nobody opens one.
///
/// @param origin the producing county whose books it stands in; the shard key
/// @param holder in whose books, or whose money it is
/// @param counterparty towards whom
/// @param subject the order, contract, payout or provider where each has an account of its own; else empty
public record AccountKey(
        RegionId origin, AccountKind kind, Optional<PartyId> holder, Optional<PartyId> counterparty, String subject) {
    public static final int LONGEST_SUBJECT = 80;

    private static final UUID NAMESPACE = UUID.fromString("5b0d5d2e-9a4f-5c3c-8f0e-6c1f0a7d7a01");

    /// Refuses by ACCOUNT_INCOMPLETE: payables and receivables name both parties and a payable nothing else,
    /// so that debts and claw-backs of one pair meet in one account; escrow, deposits and payouts name what
    /// they are for.
    public AccountKey {
        boolean both = holder.isPresent() && counterparty.isPresent();
        boolean complete = switch (kind.parts()) {
            case ANY -> true;
            case TWO_PARTIES -> both;
            case TWO_PARTIES_ALONE -> both && subject.isEmpty();
            case SUBJECT -> !subject.isEmpty();
        };
        if (!complete) throw new RuleBroken(LedgerRule.ACCOUNT_INCOMPLETE, kind.number());
        if (subject.length() > LONGEST_SUBJECT || subject.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("a subject is short and printable: " + subject);
    }

    public static AccountKey of(RegionId origin, AccountKind kind, PartyId holder) {
        return new AccountKey(origin, kind, Optional.of(holder), Optional.empty(), "");
    }

    /// Of nobody in particular: escrow by order, clearing by provider.
    public static AccountKey of(RegionId origin, AccountKind kind, String subject) {
        return new AccountKey(origin, kind, Optional.empty(), Optional.empty(), subject);
    }

    /// What `holder` owes `payee`.
    public static AccountKey payable(RegionId origin, PartyId holder, PartyId payee) {
        return new AccountKey(origin, AccountKind.PAYABLE, Optional.of(holder), Optional.of(payee), "");
    }

    /// What `debtor` owes `holder`.
    public static AccountKey receivable(RegionId origin, PartyId holder, PartyId debtor) {
        return new AccountKey(origin, AccountKind.RECEIVABLE, Optional.of(holder), Optional.of(debtor), "");
    }

    /// The same key has the same id everywhere (RFC 9562, version 5), so posting needs no look-up.
    public AccountId id() {
        String content = String.join(
                "\n",
                origin.toString(),
                kind.name(),
                holder.map(PartyId::toString).orElse(""),
                counterparty.map(PartyId::toString).orElse(""),
                subject);
        return new AccountId(UuidCreator.getNameBasedSha1(NAMESPACE, content.getBytes(StandardCharsets.UTF_8)));
    }
}
