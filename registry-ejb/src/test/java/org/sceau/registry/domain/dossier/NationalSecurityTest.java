package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Services.code;
import static org.sceau.registry.domain.dossier.Services.filled;
import static org.sceau.registry.domain.dossier.Services.laboratory;
import static org.sceau.registry.domain.dossier.Services.service;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.vocabulary.Scope;

/** An evaluation for the needs of national security is done by a centre that is approved for them: Décret 2015-350, Art. 18. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NationalSecurityTest {
    private static final Coverage.Purpose NEEDED = Coverage.Purpose.NATIONAL_SECURITY;

    @ParameterizedTest
    @CsvSource({
        "passi, 2.2, HIGH",
        "passi, 2.2, SUBSTANTIAL",
        "pris, 3.0, SUBSTANTIAL",
        "pacs, 1, NOT_APPLICABLE",
        "pdis, 2.0, NOT_APPLICABLE"
    })
    void a_centre_without_that_approval_is_not_assigned_where_the_flag_is_asked_for(
            String scheme, String version, String level) {
        Story asked = admitted(scheme, version, level, true);

        assertThat(code(() -> asked.assigns(CERTIFIER, laboratory(scheme)))).isEqualTo("lab-scope-national-security");
        asked.assigns(CERTIFIER, approved(laboratory(scheme), Set.of(Competence.Title.values())));
        assertThat(asked.dossier().laboratories()).hasSize(1);

        Story ordinary = admitted(scheme, version, level, false);
        ordinary.assigns(CERTIFIER, laboratory(scheme));
        assertThat(ordinary.dossier().laboratories()).hasSize(1);
    }

    @Test
    void it_is_the_approval_of_the_authority_that_counts_and_no_accreditation() {
        Story asked = admitted("passi", "2.2", "HIGH", true);

        assertThat(code(() -> asked.assigns(
                        CERTIFIER, approved(laboratory("passi"), Set.of(Competence.Title.ACCREDITATION)))))
                .isEqualTo("lab-scope-national-security");
        asked.assigns(CERTIFIER, approved(laboratory("passi"), Set.of(Competence.Title.LICENCE)));
    }

    @Test
    void every_scheme_that_knows_the_flag_asks_for_the_approval() {
        assertThat(Story.SCHEMES.all())
                .filteredOn(SchemeVersion::hasNationalSecurity)
                .hasSize(7)
                .allSatisfy(
                        version -> assertThat(version.conduct().orElseThrow().competences())
                                .filteredOn(row -> row.title() == Competence.Title.LICENCE)
                                .isNotEmpty()
                                .allMatch(row -> row.covers().contains(Competence.Coverage.NATIONAL_SECURITY))
                                .allMatch(row -> row.source().contains("Art. 18")));
    }

    @Test
    void a_coverage_stored_before_purposes_were_known_is_for_ordinary_ones() {
        String stored = CanonicalRecord.text(Coverage.NOTHING);

        assertThat(stored).doesNotContain("purposes");
        assertThat(CanonicalRecord.parse(stored, Coverage.class)).isEqualTo(Coverage.NOTHING);
        Coverage serving = Coverage.NOTHING.serving(Set.of(NEEDED));
        assertThat(CanonicalRecord.parse(CanonicalRecord.text(serving), Coverage.class))
                .isEqualTo(serving);
        assertThat(serving.within(Coverage.NOTHING).purposes())
                .as("a restriction takes it away")
                .isEmpty();
    }

    private static Laboratory approved(Laboratory centre, Set<Competence.Title> kinds) {
        List<Title> titles = centre.titles().stream()
                .map(title -> !kinds.contains(title.kind())
                        ? title
                        : new Title(
                                title.kind(),
                                title.reference(),
                                title.issuer(),
                                title.schemes(),
                                title.firstDay(),
                                title.lastDay(),
                                title.coverage().serving(Set.of(NEEDED)),
                                title.suspensions()))
                .toList();
        return new Laboratory(centre.id(), centre.organisation(), centre.kind(), titles);
    }

    /** For all activities of the scheme. */
    private static Story admitted(String scheme, String version, String level, boolean nationalSecurity) {
        SchemeVersion known = Story.SCHEMES.all().stream()
                .filter(one -> one.id().toString().equals(scheme + "-" + version))
                .findFirst()
                .orElseThrow();
        Story story = service(
                scheme,
                version,
                Optional.of(level),
                known.scopes().stream().map(Scope::id).collect(Collectors.toSet()),
                Map.of());
        Application asked = story.dossier().application();
        story.changes(
                VENDOR,
                new Application(
                        asked.subject(),
                        asked.level(),
                        asked.scopes(),
                        asked.category(),
                        nationalSecurity,
                        asked.facts(),
                        asked.bases(),
                        asked.listed()));
        return filled(story).takes(VENDOR, "submit").takes(CERTIFIER, "admit");
    }
}
