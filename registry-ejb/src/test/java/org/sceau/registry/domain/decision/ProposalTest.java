package org.sceau.registry.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.registry.domain.decision.Decisions.about;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.decision.DecisionKind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProposalTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final String DIGEST = "1".repeat(64);
    private static final String OTHER = "2".repeat(64);
    private static final Person SECOND = new Person("yann.kerleo", "Autorité de démonstration", Role.DECIDER);

    private final Proposal proposal = Proposal.of(
            new ProposalId(UUID.randomUUID()),
            about(DecisionKind.SUSPEND, "2026-03-02", Optional.of("2026-04-13")),
            DIGEST,
            Story.DECIDER,
            AT,
            DAY);

    @Test
    void nobody_approves_an_own_proposal() {
        assertThat(code(() -> proposal.approved(Story.DECIDER, AT, DAY, DIGEST, "")))
                .isEqualTo("approval-own-proposal");
        Person otherRole = new Person(Story.DECIDER.name(), "Autorité de démonstration", Role.CERTIFIER);
        assertThat(code(() -> proposal.approved(otherRole, AT, DAY, DIGEST, "")))
                .isEqualTo("approval-own-proposal");
    }

    @Test
    void an_approval_of_something_else_than_what_stands_is_refused() {
        Proposal edited = proposal.edited(
                about(DecisionKind.SUSPEND, "2026-03-02", Optional.of("2026-04-10")), OTHER, Story.DECIDER, DAY);

        assertThat(code(() -> edited.approved(SECOND, AT, DAY, DIGEST, ""))).isEqualTo("proposal-changed");
        assertThat(edited.editions()).containsExactly(DIGEST);
        assertThat(edited.approved(SECOND, AT, DAY, OTHER, "").state()).isEqualTo(Proposal.State.EFFECTIVE);
    }

    @Test
    void only_who_proposed_edits_and_takes_back() {
        assertThat(code(() -> proposal.edited(proposal.content(), OTHER, SECOND, DAY)))
                .isEqualTo("proposal-of-another");
        assertThat(code(() -> proposal.retracted(SECOND, DAY))).isEqualTo("proposal-of-another");
        assertThat(proposal.retracted(Story.DECIDER, DAY).state()).isEqualTo(Proposal.State.RETRACTED);
    }

    @Test
    void one_rejection_ends_it() {
        Proposal rejected = proposal.rejected(SECOND, AT, DAY, DIGEST, "Motifs insuffisants.");

        assertThat(rejected.state()).isEqualTo(Proposal.State.REJECTED);
        assertThat(code(() -> rejected.approved(SECOND, AT, DAY, DIGEST, ""))).isEqualTo("proposal-closed");
    }

    @Test
    void it_expires_after_thirty_days() {
        LocalDate last = DAY.plusDays(Proposal.DAYS_OPEN);

        assertThat(code(() -> proposal.approved(SECOND, AT, last.plusDays(1), DIGEST, "")))
                .isEqualTo("proposal-expired");
        assertThat(proposal.approved(SECOND, AT, last, DIGEST, "").state()).isEqualTo(Proposal.State.EFFECTIVE);
    }

    private static String code(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal()
                .code();
    }
}
