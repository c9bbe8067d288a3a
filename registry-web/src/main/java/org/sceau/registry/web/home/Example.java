package org.sceau.registry.web.home;

/** A reference and a holder that may be typed into the box, with the addresses of these searches. */
public record Example(String reference, String referenceAddress, String holder, String holderAddress) {}
