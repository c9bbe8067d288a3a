package org.sceau.registry.web.visa;

/**
 * A public document of a visa.
 *
 * @param host   where the address leads, so that nobody is surprised
 * @param sha256 hexadecimal digest; empty when the bytes were never seen
 */
public record LinkedDocument(String label, String address, String host, String sha256) {}
