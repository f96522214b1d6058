package org.farmgate.platform.web;

/// Nobody is signed in where somebody must be: a page sends to the sign-in page and back, the API answers 401.
public class NotSignedIn extends RuntimeException {
    public NotSignedIn() {
        super("not signed in");
    }
}
