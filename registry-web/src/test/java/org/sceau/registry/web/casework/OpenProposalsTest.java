package org.sceau.registry.web.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.deciding.WeighProposal;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.Obstacle;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenProposalsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-28");
    private static final SchemeVersion SCHEME = FictionalCase.SCHEMES.all().stream()
            .filter(version -> version.conduct().isPresent())
            .min(Comparator.comparing(version -> version.id().toString()))
            .orElseThrow();

    private static Proposal proposal(long number) {
        DecisionContent content = new DecisionContent(
                DecisionKind.WITHDRAW,
                Optional.empty(),
                0,
                Optional.of(new VisaId(new UUID(0, number))),
                1,
                DAY,
                Optional.empty(),
                Optional.of("Un motif."),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
        return Proposal.of(
                new ProposalId(new UUID(0, number)),
                content,
                "0".repeat(64),
                new Person("m.tual", "Autorité", Role.DECIDER),
                Instant.parse("2026-11-28T09:00:00Z"),
                DAY);
    }

    private static ProposalSheet sheet(Proposal proposal) {
        return new ProposalSheet(
                proposal.id().toString(),
                1,
                "",
                false,
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                "",
                "",
                "",
                false,
                null);
    }

    /** Weighs every proposal but one, about a visa that is no more. */
    private static final class Scales extends WeighProposal {
        @Override
        public Weighed weigh(Actor actor, ProposalId id) {
            long number = id.value().getLeastSignificantBits();
            if (number == 2) {
                throw Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND).asException();
            }
            return new Weighed(
                    proposal(number),
                    SCHEME,
                    SCHEME.conduct().orElseThrow().decisions().get(0),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    @Test
    void a_proposal_that_cannot_be_weighed_says_why_and_hides_no_other() {
        OpenProposals open = new OpenProposals();
        open.weighing = new Scales();
        open.desk = new SpokenDesk(Language.FRENCH);
        open.sent = new DeskForm() {
            @Override
            public Obstacle plain(Refusal refused) {
                return new Obstacle("Visa inconnu", "", refused.code(), List.of());
            }
        };

        open.weigh(
                LongStream.rangeClosed(1, 3).mapToObj(OpenProposalsTest::proposal),
                weighed -> sheet(weighed.proposal()));

        assertThat(open.sheets())
                .extracting(ProposalSheet::id)
                .containsExactly(new UUID(0, 1).toString(), new UUID(0, 3).toString());
        assertThat(open.unweighed()).extracting(Obstacle::code).containsExactly("visa-unknown");
    }
}
