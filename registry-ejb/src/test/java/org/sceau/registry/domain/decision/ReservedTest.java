package org.sceau.registry.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.decision.Reserved;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Subject;

/** Decisions that are left to some because of how the visa came to be. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReservedTest {

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-27", "2025-01-08", "2025-12-29"})
    void a_profile_that_the_authority_approved_beforehand_is_withdrawn_by_the_authority_alone(String version) {
        DecisionRule row = withdrawal(version);
        Story approved = profile(version).asksApproval(Story.CERTIFIER, "profile-approval");
        approved.answersApproval(Story.APPROVER, "profile-approval", true, "2026-05-12");

        DecisionRule theirs = row.forVisa(Optional.of(approved.look().situation()));
        assertThat(theirs.proposedBy()).containsExactly(Role.NCCA_APPROVER);
        assertThat(theirs.approvedBy()).containsExactly(Role.NCCA_APPROVER);
        assertThat(List.of(theirs.otherwise(), theirs.approvalOtherwise())).containsOnly("withdrawal-ncca-only");
        assertThat(theirs.to()).isEqualTo(row.to());
        assertThat(theirs.from()).isEqualTo(row.from());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-27", "2025-01-08", "2025-12-29"})
    void any_other_profile_is_withdrawn_by_whoever_issued_it(String version) {
        DecisionRule row = withdrawal(version);
        Story denied = profile(version).asksApproval(Story.CERTIFIER, "profile-approval");
        denied.answersApproval(Story.APPROVER, "profile-approval", false, "2026-05-12");

        for (Story story : List.of(profile(version), denied)) {
            DecisionRule theirs = row.forVisa(Optional.of(story.look().situation()));
            assertThat(theirs.proposedBy()).contains(Role.CERTIFIER, Role.DECIDER);
            assertThat(theirs.approvedBy()).contains(Role.DECIDER);
            assertThat(List.of(theirs.otherwise(), theirs.approvalOtherwise())).containsOnly("role-missing");
        }
        assertThat(row.forVisa(Optional.empty()).proposedBy())
                .as("of a certificate that was imported")
                .isEqualTo(row.proposedBy());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-08, REISSUE_SAME_SCOPE",
        "2025-01-08, REISSUE_OTHER_SCOPE",
        "2025-12-29, REISSUE_SAME_SCOPE",
        "2025-12-29, REISSUE_OTHER_SCOPE"
    })
    void a_reissue_withdraws_what_the_authority_approved_so_the_authority_gives_the_second_word(
            String version, DecisionKind kind) {
        DecisionRule row = row(version, kind);
        Story approved = profile(version).asksApproval(Story.CERTIFIER, "profile-approval");
        approved.answersApproval(Story.APPROVER, "profile-approval", true, "2026-05-12");

        DecisionRule theirs = row.forVisa(Optional.of(approved.look().situation()));
        assertThat(theirs.approvedBy()).containsExactly(Role.NCCA_APPROVER);
        assertThat(theirs.approvalOtherwise()).isEqualTo("withdrawal-ncca-only");
        assertThat(theirs.proposedBy())
                .as("the authority that supervises issues nothing: CSA Art. 58(4)")
                .containsExactly(Role.DECIDER);
        assertThat(theirs.otherwise()).isEqualTo("role-missing");

        DecisionRule others = row.forVisa(Optional.of(profile(version).look().situation()));
        assertThat(others.approvedBy()).containsExactly(Role.DECIDER);
        assertThat(others.approvalOtherwise()).isEqualTo("role-missing");
    }

    @Test
    void nothing_is_reserved_to_somebody_who_has_no_part_in_it() {
        assertThatThrownBy(() -> new Reserved(Set.of(), new Condition.Approved("any"), "some-only"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> row(Set.of(VisaStatus.IN_FORCE), Role.NCCA_APPROVER))
                .hasMessageContaining("is reserved to some of those who decide it");
        assertThatThrownBy(() -> row(Set.of(VisaStatus.IN_FORCE), Role.CERTIFIER))
                .as("who proposes it and never approves it")
                .hasMessageContaining("is reserved to some of those who decide it");
        assertThat(row(Set.of(VisaStatus.IN_FORCE), Role.DECIDER).reserved()).isPresent();
    }

    private static DecisionRule row(Set<VisaStatus> from, Role to) {
        return new DecisionRule(
                DecisionKind.WITHDRAW,
                Set.of(Role.CERTIFIER, Role.DECIDER),
                DecisionRule.OTHERWISE,
                Set.of(Role.DECIDER),
                Optional.of(new Reserved(Set.of(to), new Condition.Approved("any"), "some-only")),
                from,
                Optional.of(VisaStatus.WITHDRAWN),
                Set.of(),
                Label.same("Rule 1"),
                List.of(),
                List.of(),
                Optional.empty(),
                "Rule 1",
                true);
    }

    private static DecisionRule withdrawal(String version) {
        return row(version, DecisionKind.WITHDRAW);
    }

    private static DecisionRule row(String version, DecisionKind kind) {
        return Story.SCHEMES
                .version(SchemeVersionId.of("eucc-pp", version))
                .flatMap(known -> known.conduct())
                .flatMap(conduct -> conduct.decision(kind))
                .orElseThrow();
    }

    private static Story profile(String version) {
        Application application = new Application(
                new Subject(SubjectKind.PROTECTION_PROFILE, "PP Ponant", Optional.of("2.0")),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                false,
                Map.of(),
                Set.of(),
                true);
        return Story.of("eucc-pp", version, DossierKind.INITIAL, Optional.empty(), application, "2026-05-12");
    }
}
