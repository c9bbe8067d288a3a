package org.sceau.registry.application.opening;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Entitlement;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;

/**
 * The entitlements of the operator's file name schemes, levels, categories and technical domains that there are: a misspelled one would entitle to nothing, and
 * nobody would notice before a certificate is refused. An accreditation names its categories where there are some: one that forgets them
 * would be for all (EUCC Art. 9(1)(a)).
 */
final class KnownEntitlements {
    private KnownEntitlements() {}

    /** @throws CannotStart {@code operator-file} naming the first scheme, level, category or technical domain that no definition in use knows, or that it lacks */
    static void require(CertificationBody body, Schemes schemes) {
        body.entitlements().forEach(entitlement -> require(entitlement, schemes));
    }

    private static void require(Entitlement entitlement, Schemes schemes) {
        for (SchemeId scheme : entitlement.schemes()) {
            if (schemes.all().stream().noneMatch(known -> known.id().scheme().equals(scheme))) {
                throw wrong(entitlement, "no definition in use knows the scheme " + scheme.value());
            }
        }
        List<SchemeVersion> versions = schemes.all().stream()
                .filter(known -> entitlement.schemes().contains(known.id().scheme()))
                .toList();
        Set<String> categories =
                ids(versions, version -> version.categories().stream().map(category -> category.id()));
        requireKnown(
                entitlement,
                "level ",
                named(entitlement.levels(), entitlement, Coverage::levels),
                ids(versions, version -> version.levels().stream().map(level -> level.id())));
        requireKnown(
                entitlement,
                "category ",
                named(entitlement.categories(), entitlement, Coverage::categories),
                categories);
        requireKnown(
                entitlement,
                "technical domain ",
                named(entitlement.ceiling().technicalDomains(), entitlement, Coverage::technicalDomains),
                ids(versions, KnownEntitlements::domains));
        if (entitlement.kind() == Entitlement.Kind.ACCREDITATION
                && entitlement.categories().isEmpty()
                && !categories.isEmpty()) {
            throw wrong(entitlement, "an accreditation names its categories, of " + String.join(", ", categories));
        }
    }

    private static Set<String> ids(List<SchemeVersion> versions, Function<SchemeVersion, Stream<String>> ids) {
        return versions.stream().flatMap(ids).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> domains(SchemeVersion version) {
        return version.conduct().stream()
                .flatMap(conduct -> conduct.procedure().fact("technical-domain").stream())
                .flatMap(fact -> fact.optionIds().stream());
    }

    private static Set<String> named(
            Set<String> own, Entitlement entitlement, Function<Coverage, Set<String>> restricted) {
        Set<String> named = new TreeSet<>(own);
        entitlement.restrictions().forEach(restriction -> named.addAll(restricted.apply(restriction.coverage())));
        return named;
    }

    private static void requireKnown(Entitlement entitlement, String what, Set<String> named, Set<String> known) {
        named.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw wrong(entitlement, "no definition in use knows the " + what + id);
        });
    }

    private static CannotStart wrong(Entitlement entitlement, String what) {
        return new CannotStart(
                "operator-file", "certificationBody, entitlement " + entitlement.reference() + ": " + what);
    }
}
