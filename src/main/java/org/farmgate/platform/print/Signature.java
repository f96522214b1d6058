package org.farmgate.platform.print;

/// A box to sign in.
///
/// @param role in what part the person signs, such as “Seller”
/// @param name who signs
/// @param signed what is already known of the signature (when, by which account); empty words leave a line for
///     the pen
public record Signature(Words role, Words name, Words signed) {}
