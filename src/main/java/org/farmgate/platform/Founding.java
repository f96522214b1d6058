package org.farmgate.platform;

/// Makes the first organisation and the first person of an empty installation. Implemented by `party`, which stands
/// above.
public interface Founding {
    /// The organisation that runs this installation, with that person as its manager. Answers the person.
    PartyId found(String organisationName, String personName);
}
