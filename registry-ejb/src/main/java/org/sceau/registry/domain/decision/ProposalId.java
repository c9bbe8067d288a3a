package org.sceau.registry.domain.decision;

import java.util.UUID;

/** Identity of a proposal, and of the decision it becomes: random, 128 bits. */
public record ProposalId(UUID value) {

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static ProposalId parse(String text) {
        return new ProposalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
