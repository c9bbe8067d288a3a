package org.sceau.registry.application.proving;

/** Where secrets are sealed that the registry has to read again: the database alone gives nothing away. */
public interface SecretBox {

    /** @param about what the secret belongs to; sealed in with it, so that it opens nowhere else */
    String seal(byte[] secret, String about);

    /** @throws IllegalStateException for what was sealed with another key, about something else, or was altered */
    byte[] open(String sealed, String about);
}
