package org.farmgate.payment.providers;

import org.farmgate.payment.Payment;
import org.farmgate.payment.Refund;
import org.farmgate.payment.Way;

/// One way money can take. Each of its methods may talk to somebody else's machine, so none is called inside a
/// transaction, and each may be called again for the same payment or refund: the provider knows them by our ids.
///
/// What it throws: [ProviderSilent] when it cannot be reached or answers nonsense; [CallbackRefused] from reading.
public interface Provider {
    /// Its word in our addresses and tables, such as `wechat`.
    String code();

    /// Whether it can be used here and now; one that is off is as good as not there.
    default boolean isOn() {
        return true;
    }

    /// Tells the provider that this is to be paid, and asks how.
    Way begin(Payment payment, Beginning beginning);

    /// Reads what the provider sends by itself. Nothing of it may be believed before its signature is proved.
    Told read(Callback callback);

    /// What we answer to what it sent.
    Reply reply(boolean taken, String problem);

    /// How a payment stands there.
    Standing ask(Payment payment);

    /// Gives money back, or asks how far that is: the same refund twice goes back once.
    Returning refund(Payment payment, Refund refund);

    /// Tells it that the payment is not wanted any more. It may be too late for that.
    void close(Payment payment);
}
