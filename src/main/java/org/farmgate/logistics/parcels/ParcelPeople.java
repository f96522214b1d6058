package org.farmgate.logistics.parcels;

import java.util.Optional;

/// Who sends a parcel and who gets it.
///
/// @param sender empty where a company sends, or another carrier brought it
/// @param receiver empty where a site gets it
public record ParcelPeople(Optional<Contact> sender, Optional<Contact> receiver) {
    private static final String BETWEEN = "\u001f";

    String text() {
        return text(sender) + BETWEEN + text(receiver);
    }

    static ParcelPeople of(String text) {
        String[] parts = text.split(BETWEEN, -1);
        return new ParcelPeople(contact(parts, 0), contact(parts, 3));
    }

    private static String text(Optional<Contact> contact) {
        return contact.map(one -> String.join(BETWEEN, one.name(), one.telephone(), one.address()))
                .orElse(BETWEEN + BETWEEN);
    }

    private static Optional<Contact> contact(String[] parts, int from) {
        return parts[from].isEmpty()
                ? Optional.empty()
                : Optional.of(new Contact(parts[from], parts[from + 1], parts[from + 2]));
    }
}
