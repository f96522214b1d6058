package org.farmgate.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// What has arrived in a lane, taken out in batches by one writer at a time.
///
/// A transaction costs much the same for one order as for thirty. So under load the writer lets some of
/// those whom it has just answered come back: at most as long as the last batch took to write, and never
/// when that one held a single order. An idle lane is not made to wait.
///
/// @param <T> what arrives
final class Gathering<T> {
    /// However slow the last batch was.
    static final long LONGEST_NANOS = 10_000_000;

    private final Queue<T> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    /// How many are worth writing without further waiting; of the writer alone.
    private int enough = 1;
    private long longest;
    private volatile @Nullable Waiting waiting;

    private record Waiting(Thread writer, int enough) {}

    void add(T one) {
        queue.add(one);
        int there = size.incrementAndGet();
        Waiting someone = waiting;
        if (someone != null && there >= someone.enough) LockSupport.unpark(someone.writer);
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /// In the order in which they arrived; none when there are none.
    List<T> next(int most) {
        if (enough > 1 && !queue.isEmpty()) await(Math.min(enough, most));
        List<T> batch = new ArrayList<>();
        for (T one = queue.poll(); one != null; one = queue.poll()) {
            batch.add(one);
            if (batch.size() == most) break;
        }
        size.addAndGet(-batch.size());
        return batch;
    }

    private void await(int wanted) {
        long until = System.nanoTime() + longest;
        waiting = new Waiting(Thread.currentThread(), wanted);
        while (size.get() < wanted) {
            long left = until - System.nanoTime();
            if (left <= 0) break;
            LockSupport.parkNanos(this, left);
        }
        waiting = null;
    }

    /// The writer tells what the last batch was like, before those in it are answered.
    void wrote(int batch, long nanos) {
        enough = (batch + size.get()) / 2;
        longest = Math.min(nanos, LONGEST_NANOS);
    }
}
