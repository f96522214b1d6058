package org.farmgate.logistics.parcels.carrier;

/// To whom the carrier brings it. It goes to the carrier that was chosen and is kept by nobody here.
public record Addressee(String name, String telephone, String address) {}
