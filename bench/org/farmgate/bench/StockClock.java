package org.farmgate.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/// When how much was left of an item, as the database has it: looked at every 20 ms, by a connection of its own.
final class StockClock implements Runnable {
    private static final long EVERY_MS = 20;

    private final String[] database;
    private final String sellable;
    private long[] millis = new long[4096];
    private long[] left = new long[4096];
    private int count;

    /// @param database address, user and password
    StockClock(String[] database, String sellable) {
        this.database = database;
        this.sellable = sellable;
    }

    @Override
    public void run() {
        try (Connection connection = DriverManager.getConnection(database[0], database[1], database[2]);
                PreparedStatement look =
                        connection.prepareStatement("select left_packs from stock.sellable where id = ?::uuid")) {
            look.setString(1, sellable);
            while (!Thread.interrupted()) {
                try (ResultSet row = look.executeQuery()) {
                    row.next();
                    note(System.currentTimeMillis(), row.getLong(1));
                }
                Thread.sleep(EVERY_MS);
            }
        } catch (InterruptedException ended) {
            // It was stopped.
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private synchronized void note(long now, long packs) {
        if (count > 0 && left[count - 1] == packs) return;
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
            left = Arrays.copyOf(left, 2 * count);
        }
        millis[count] = now;
        left[count++] = packs;
    }

    /// When it was first seen to be less than that; -1 where it never was.
    synchronized long firstBelow(long packs) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (left[middle] < packs) high = middle;
            else low = middle + 1;
        }
        return low == count ? -1 : millis[low];
    }
}
