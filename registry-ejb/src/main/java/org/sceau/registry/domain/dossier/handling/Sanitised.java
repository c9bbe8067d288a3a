package org.sceau.registry.domain.dossier.handling;

import java.util.Optional;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.procedure.DocumentType;

/** Keeps the public form of a confidential document apart from it: an identifier of its own, other bytes (EUCC Annex V.2, invariant 51). */
final class Sanitised {
    private Sanitised() {}

    /** Why a deposit would let one pass for the other; looked at from both sides. */
    static Optional<Refusal> refusal(Handling handling, DocumentType type, Deposit deposit) {
        Optional<Refusal> asPublic = type.sanitises().flatMap(full -> among(handling, full, deposit, true));
        return asPublic.or(() -> handling.conduct().procedure().documents().stream()
                .filter(other -> other.sanitises().filter(type.id()::equals).isPresent())
                .flatMap(other -> among(handling, other.id(), deposit, false).stream())
                .findFirst());
    }

    private static Optional<Refusal> among(Handling handling, String otherType, Deposit deposit, boolean isPublic) {
        if (isPublic && deposit.edition().isEmpty()) {
            return Optional.of(refusal("sanitised-needs-own-id", deposit));
        }
        return handling.dossier().history().documents().stream()
                .filter(other -> other.type().equals(otherType))
                .flatMap(other -> {
                    if (other.sha256().equals(deposit.sha256())) {
                        return Optional.of(refusal("sanitised-same-bytes", deposit)).stream();
                    }
                    return deposit
                            .edition()
                            .filter(edition ->
                                    other.edition().filter(edition::equals).isPresent())
                            .map(edition -> refusal("sanitised-needs-own-id", deposit))
                            .stream();
                })
                .findFirst();
    }

    private static Refusal refusal(String code, Deposit deposit) {
        return Refusal.of(code, Refusal.Kind.CONFLICT).with("document", deposit.type());
    }
}
