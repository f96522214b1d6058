package org.farmgate.shop;

/// How a contact is written down before it is sealed: the three texts with a separator that no text may
/// hold.
final class ContactText {
    private static final String BETWEEN = "\u001f";

    private ContactText() {}

    static String write(Contact contact) {
        return contact.name() + BETWEEN + contact.telephone() + BETWEEN + contact.address();
    }

    static Contact read(String text) {
        String[] parts = text.split(BETWEEN, -1);
        return new Contact(parts[0], parts[1], parts[2]);
    }

    /// Sealed to its order: in another's row it does not open.
    static String place(OrderId order) {
        return "order contact " + order;
    }
}
