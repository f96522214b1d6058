package org.farmgate.live.audience;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// All that a show's watchers are to see at one moment. A watcher remembers the scene it saw last; what it is sent is
/// the difference, however many scenes it missed.
record Scene(Frame state, Frame pin, Frame stock, Frame viewers, Talk talk, Talk deskTalk) {
    static final Scene EMPTY = new Scene(Frame.NONE, Frame.NONE, Frame.NONE, Frame.NONE, Talk.EMPTY, Talk.EMPTY);

    Scene withState(Frame other) {
        return new Scene(other, pin, stock, viewers, talk, deskTalk);
    }

    Scene withPin(Frame other) {
        return new Scene(state, other, stock, viewers, talk, deskTalk);
    }

    Scene withStock(Frame left) {
        return new Scene(state, pin, left, viewers, talk, deskTalk);
    }

    Scene withViewers(Frame other) {
        return new Scene(state, pin, stock, other, talk, deskTalk);
    }

    Scene withTalk(Talk everybodys, Talk desks) {
        return new Scene(state, pin, stock, viewers, everybodys, desks);
    }

    /// What is new for one who saw that scene; empty where nothing is.
    byte[] since(Scene seen, int tongue, boolean desk) {
        var all = new ByteArrayOutputStream();
        if (state != seen.state) all.writeBytes(state.bytes(tongue));
        if (pin != seen.pin) all.writeBytes(pin.bytes(tongue));
        if (stock != seen.stock) all.writeBytes(stock.bytes(tongue));
        if (viewers != seen.viewers) all.writeBytes(viewers.bytes(tongue));
        Talk now = desk ? deskTalk : talk;
        if (seen == EMPTY)
            all.writeBytes(("event: chat-all\ndata: " + now.all(tongue) + "\n\n").getBytes(StandardCharsets.UTF_8));
        else
            for (Frame change : now.after((desk ? seen.deskTalk : seen.talk).end()))
                all.writeBytes(change.bytes(tongue));
        return all.toByteArray();
    }
}
