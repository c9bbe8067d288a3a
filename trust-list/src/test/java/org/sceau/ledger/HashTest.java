package org.sceau.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HashTest {
    private static final byte[] PLAINTEXT = "Brume Télécom".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_hash_has_32_bytes() {
        assertThatThrownBy(() -> Hash.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hash.parse("00")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_salt_has_32_bytes() {
        assertThatThrownBy(() -> Commitment.of(new byte[16], PLAINTEXT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void another_salt_or_plaintext_opens_nothing() {
        SecureRandom random = new SecureRandom();
        byte[] salt = Commitment.newSalt(random);
        Hash commitment = Commitment.of(salt, PLAINTEXT);
        assertThat(commitment)
                .isEqualTo(Commitment.of(salt, PLAINTEXT))
                .isNotEqualTo(Commitment.of(Commitment.newSalt(random), PLAINTEXT))
                .isNotEqualTo(Commitment.of(salt, new byte[0]))
                .isNotEqualTo(LeafHash.of(PLAINTEXT));
    }

    @Test
    void a_leaf_is_hashed_as_in_rfc_6962() {
        // The empty leaf of the RFC 6962 test vectors.
        assertThat(LeafHash.of(new byte[0]).hex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(LeafHash.of(new byte[] {0x00}).hex())
                .isEqualTo("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7");
    }
}
