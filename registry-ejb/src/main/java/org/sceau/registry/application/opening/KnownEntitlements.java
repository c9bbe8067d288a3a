package org.sceau.registry.application.opening;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;

/**
 * The entitlements of the operator's file name schemes and levels that there are: a misspelled one would entitle to nothing, and nobody
 * would notice before a certificate is refused.
 */
final class KnownEntitlements {
    private KnownEntitlements() {}

    /** @throws CannotStart {@code operator-file} naming the first scheme or level that no definition in use knows */
    static void require(CertificationBody body, Schemes schemes) {
        for (CertificationBody.Entitlement entitlement : body.entitlements()) {
            for (SchemeId scheme : entitlement.schemes()) {
                if (schemes.all().stream()
                        .noneMatch(known -> known.id().scheme().equals(scheme))) {
                    throw wrong(entitlement, "scheme " + scheme.value());
                }
            }
            Set<String> unknown = new TreeSet<>(entitlement.levels());
            unknown.removeAll(schemes.all().stream()
                    .filter(known -> entitlement.schemes().contains(known.id().scheme()))
                    .map(SchemeVersion::levels)
                    .flatMap(levels -> levels.stream().map(level -> level.id()))
                    .collect(Collectors.toSet()));
            unknown.stream().findFirst().ifPresent(level -> {
                throw wrong(entitlement, "level " + level);
            });
        }
    }

    private static CannotStart wrong(CertificationBody.Entitlement entitlement, String what) {
        return new CannotStart(
                "operator-file",
                "certificationBody, entitlement " + entitlement.reference() + ": no definition in use knows the "
                        + what);
    }
}
