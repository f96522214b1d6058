package org.farmgate.logistics.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What there is, among those who want more: each gets the same share of what it wants, in whole packs;
/// the packs left over go to whom the rounding cost most (largest remainder).
final class Sharing {
    private Sharing() {}

    static List<Integer> of(List<Integer> wanted, long available) {
        long sum = wanted.stream().mapToLong(Integer::longValue).sum();
        if (sum <= available) return wanted;
        List<Integer> shares = new ArrayList<>();
        List<Long> remainders = new ArrayList<>();
        long given = 0;
        for (int one : wanted) {
            long product = one * available;
            shares.add((int) (product / sum));
            remainders.add(product % sum);
            given += product / sum;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) order.add(i);
        order.sort(Comparator.comparing((Integer i) -> remainders.get(i)).reversed());
        for (int i = 0; given < available; i++, given++) shares.set(order.get(i), shares.get(order.get(i)) + 1);
        return shares;
    }
}
