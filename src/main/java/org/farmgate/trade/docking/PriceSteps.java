package org.farmgate.trade.docking;

import java.util.Arrays;

/// The steps of price curves of several supplies (or demands), each with the class its owner belongs to, to be
/// taken one after the other from the best.
final class PriceSteps {
    private static final long INDEX = 0xFFFFF;

    /// Price in the high bits, so that sorting sorts by it; for demands the price is negated.
    private long[] order = new long[64];
    long[] mass = new long[64];
    int[] owner = new int[64];
    private int[] classOf = new int[64];
    private int[] next = new int[16];
    int count;
    int classes;

    void note(long price, long grams, int ownerIndex, int ownClass) {
        if (count == order.length) {
            order = Arrays.copyOf(order, count * 2);
            mass = Arrays.copyOf(mass, count * 2);
            owner = Arrays.copyOf(owner, count * 2);
            classOf = Arrays.copyOf(classOf, count * 2);
        }
        order[count] = (price << 20) | count;
        mass[count] = grams;
        owner[count] = ownerIndex;
        classOf[count++] = ownClass;
    }

    void sort() {
        Arrays.sort(order, 0, count);
        next = next.length < classes ? new int[classes * 2] : next;
        for (int c = 0; c < classes; c++) {
            next[c] = -1;
            advance(c);
        }
    }

    /// Goes on to a class's next step.
    void advance(int ofClass) {
        do {
            next[ofClass]++;
        } while (next[ofClass] < count && classOf[(int) (order[next[ofClass]] & INDEX)] != ofClass);
    }

    boolean isEmpty(int ofClass) {
        return next[ofClass] >= count;
    }

    int step(int ofClass) {
        return (int) (order[next[ofClass]] & INDEX);
    }

    long price(int ofClass) {
        return order[next[ofClass]] >> 20;
    }
}
