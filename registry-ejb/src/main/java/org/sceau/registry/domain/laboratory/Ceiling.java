package org.sceau.registry.domain.laboratory;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;

/**
 * How far an entitlement of a certification body goes besides its levels and categories: the scope of an authorisation named both until EUCC
 * Art. 23 was deleted on 8 Jan 2025, and the scope that (EU) 2024/3143 wants recorded still has them. What is absent or empty bounds nothing.
 *
 * @param highestVan       highest AVA_VAN component, 1 to 5
 * @param technicalDomains ids of technical domains
 */
public record Ceiling(OptionalInt highestVan, Set<String> technicalDomains) {
    /** Bounds nothing. */
    public static final Ceiling NONE = new Ceiling(OptionalInt.empty(), Set.of());

    /** Refuses an AVA_VAN outside 1 to 5 and ill-formed domains with {@link IllegalArgumentException}. */
    public Ceiling {
        if (highestVan.isPresent() && (highestVan.getAsInt() < 1 || highestVan.getAsInt() > 5)) {
            throw new IllegalArgumentException("AVA_VAN goes from 1 to 5");
        }
        technicalDomains = Collections.unmodifiableSet(new TreeSet<>(technicalDomains));
        technicalDomains.forEach(domain -> Kebab.check("technical domain", domain));
    }

    /** What of a coverage bounds: a restriction that names neither leaves both as they were. */
    static Ceiling of(Coverage coverage) {
        return new Ceiling(coverage.highestVan(), coverage.technicalDomains());
    }

    /** Why what is asked lies beyond it; empty when it does not. */
    Optional<Refusal> gap(CertificationBody.Asked asked) {
        if (highestVan.isPresent() && asked.van().isPresent() && asked.van().getAsInt() > highestVan.getAsInt()) {
            return Optional.of(Refusal.of("issuer-scope-van", Refusal.Kind.CONFLICT)
                    .with("asked", Integer.toString(asked.van().getAsInt()))
                    .with("highest", Integer.toString(highestVan.getAsInt())));
        }
        return asked.domain()
                .filter(domain -> !technicalDomains.isEmpty() && !technicalDomains.contains(domain))
                .map(domain ->
                        Refusal.of("issuer-scope-domain", Refusal.Kind.CONFLICT).with("asked", domain));
    }
}
