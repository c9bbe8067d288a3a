package org.sceau.registry.api.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Assignment;
import org.sceau.registry.domain.dossier.Conclusion;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Parties;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.Question;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.dossier.handling.Clocks;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.procedure.DocumentType;

/** The parts of a dossier as its reader sees them. */
final class DossierParts {
    private DossierParts() {}

    /** @param name account name; absent for readers who learn only role and organisation */
    @Schema(name = "Person")
    public record PersonView(@Nullable String name, String organisation, String role) {
        static PersonView of(Person person, DossierSight sight) {
            return new PersonView(
                    sight.names(person) ? person.name() : null,
                    person.organisation(),
                    person.role().code());
        }
    }

    @Schema(name = "Parties")
    public record PartiesView(String sponsor, @Nullable String developer, String holder, List<String> observers) {
        static PartiesView of(Parties parties) {
            return new PartiesView(
                    parties.sponsor().name(),
                    parties.developer().map(Organisation::name).orElse(null),
                    parties.holder().name(),
                    parties.observers().stream().map(Organisation::name).toList());
        }
    }

    /** A clock that runs; {@code missed} says what follows when it runs out. */
    @Schema(name = "Clock")
    public record ClockView(
            String id,
            BothLanguages label,
            String startedOn,
            String lastDay,
            @Nullable String dueAt,
            boolean overdue,
            String missed,
            String source,
            boolean verified) {
        static ClockView of(Clocks.Running clock) {
            return new ClockView(
                    clock.deadline().id(),
                    BothLanguages.of(clock.deadline().label()),
                    clock.startedOn().toString(),
                    clock.lastDay().toString(),
                    clock.due().map(Instant::toString).orElse(null),
                    clock.overdue(),
                    Coded.of(clock.deadline().missed()),
                    clock.deadline().source(),
                    clock.deadline().verified());
        }
    }

    /** What came after its last day. */
    @Schema(name = "Late")
    public record LateView(
            String id,
            BothLanguages label,
            String startedOn,
            String lastDay,
            @Nullable String dueAt,
            String metOn,
            String source) {
        static LateView of(Clocks.Late late) {
            return new LateView(
                    late.deadline().id(),
                    BothLanguages.of(late.deadline().label()),
                    late.startedOn().toString(),
                    late.lastDay().toString(),
                    late.due().map(Instant::toString).orElse(null),
                    late.metOn().toString(),
                    late.deadline().source());
        }
    }

    /** A stage that was entered; {@code by} is absent when the house did, by date. */
    @Schema(name = "StageEntry")
    public record EntryView(
            String stage,
            @Nullable BothLanguages label,
            String step,
            @Nullable PersonView by,
            String at,
            String day,
            @Nullable String reason) {
        static EntryView of(StageEntry entry, DossierSight sight) {
            return new EntryView(
                    entry.stage(),
                    sight.scheme()
                            .conduct()
                            .flatMap(conduct -> conduct.procedure().stage(entry.stage()))
                            .map(stage -> BothLanguages.of(stage.label()))
                            .orElse(null),
                    entry.step(),
                    entry.by().map(person -> PersonView.of(person, sight)).orElse(null),
                    entry.at().toString(),
                    entry.day().toString(),
                    entry.reason().orElse(null));
        }
    }

    /** A document; of one that the reader may not open only id, type, class, who and when. */
    @Schema(name = "DepositedDocument")
    public record DocumentView(
            String id,
            String type,
            String documentClass,
            @Nullable String title,
            @Nullable String language,
            @Nullable String edition,
            @Nullable String sha256,
            @Nullable Long size,
            PersonView by,
            String at) {
        static DocumentView of(Deposit deposit, DossierSight sight) {
            Optional<DocumentType> type = sight.scheme()
                    .conduct()
                    .flatMap(conduct -> conduct.procedure().document(deposit.type()));
            boolean open =
                    type.filter(known -> sight.opens(known, deposit.by())).isPresent();
            return new DocumentView(
                    deposit.id().toString(),
                    deposit.type(),
                    type.map(known -> Coded.of(known.documentClass())).orElse("-"),
                    open ? deposit.title() : null,
                    open ? deposit.language() : null,
                    open ? deposit.edition().orElse(null) : null,
                    open ? deposit.sha256() : null,
                    open ? deposit.size() : null,
                    PersonView.of(deposit.by(), sight),
                    deposit.at().toString());
        }
    }

    @Schema(name = "RecordedConclusion")
    public record ConclusionView(String type, boolean favourable, String grounds, PersonView by, String at) {
        static ConclusionView of(Conclusion conclusion, DossierSight sight) {
            return new ConclusionView(
                    conclusion.type(),
                    conclusion.favourable(),
                    conclusion.text(),
                    PersonView.of(conclusion.by(), sight),
                    conclusion.at().toString());
        }
    }

    /** An approval; without {@code answer} it is pending. */
    @Schema(name = "Approval")
    public record ApprovalView(
            String type,
            String justification,
            PersonView askedBy,
            String askedAt,
            @Nullable String until,
            @Nullable WithdrawnView withdrawn,
            @Nullable ProposedView proposed,
            @Nullable AnswerView answer) {

        /** Who took the request back. */
        @Schema(name = "WithdrawnRequest")
        public record WithdrawnView(PersonView by, String at) {}

        /**
         * An answer that somebody else must approve; {@code rejected} when that person refused it. Shown to the authority and to the
         * organisation that answers.
         */
        @Schema(name = "ProposedAnswer")
        public record ProposedView(
                boolean given,
                String day,
                String grounds,
                PersonView by,
                String at,
                String digest,
                String expires,
                @Nullable RejectionView rejected) {
            static ProposedView of(Approval.Proposed proposed, DossierSight sight) {
                return new ProposedView(
                        proposed.given(),
                        proposed.day().toString(),
                        proposed.text(),
                        PersonView.of(proposed.by(), sight),
                        proposed.at().toString(),
                        proposed.digest(),
                        proposed.expires().toString(),
                        proposed.rejected()
                                .map(end -> new RejectionView(
                                        end.text(),
                                        PersonView.of(end.by(), sight),
                                        end.at().toString()))
                                .orElse(null));
            }
        }

        @Schema(name = "AnswerRejection")
        public record RejectionView(String grounds, PersonView by, String at) {}

        @Schema(name = "GivenAnswer")
        public record AnswerView(
                boolean given,
                String day,
                String grounds,
                PersonView by,
                String at,
                @Nullable PersonView approvedBy) {}

        static ApprovalView of(Approval approval, DossierSight sight) {
            return new ApprovalView(
                    approval.type(),
                    approval.justification(),
                    PersonView.of(approval.askedBy(), sight),
                    approval.askedAt().toString(),
                    approval.until().map(Object::toString).orElse(null),
                    approval.withdrawn()
                            .map(end -> new WithdrawnView(
                                    PersonView.of(end.by(), sight), end.at().toString()))
                            .orElse(null),
                    // What nobody approved yet is between those who answer.
                    approval.proposed()
                            .filter(proposed -> sight.names(proposed.by()))
                            .map(proposed -> ProposedView.of(proposed, sight))
                            .orElse(null),
                    approval.answer()
                            .map(answer -> new AnswerView(
                                    answer.given(),
                                    answer.day().toString(),
                                    answer.text(),
                                    PersonView.of(answer.by(), sight),
                                    answer.at().toString(),
                                    answer.approvedBy()
                                            .map(second -> PersonView.of(second, sight))
                                            .orElse(null)))
                            .orElse(null));
        }
    }

    /**
     * A question in rounds; {@code open} while an answer is awaited.
     *
     * @param edition id of the document it was first put about
     */
    @Schema(name = "AskedQuestion")
    public record QuestionView(
            int number,
            String to,
            @Nullable String document,
            @Nullable String section,
            @Nullable String edition,
            boolean open,
            boolean settled,
            List<RoundView> rounds) {

        @Schema(name = "AskedRound")
        public record RoundView(
                String text,
                PersonView by,
                String at,
                String due,
                @Nullable ReplyView reply) {}

        @Schema(name = "Reply")
        public record ReplyView(String text, PersonView by, String at) {}

        static QuestionView of(Question question, DossierSight sight) {
            return new QuestionView(
                    question.number(),
                    question.to().code(),
                    question.document().orElse(null),
                    question.section().orElse(null),
                    question.edition().map(UUID::toString).orElse(null),
                    question.isOpen(),
                    question.settled(),
                    question.rounds().stream()
                            .map(round -> new RoundView(
                                    round.text(),
                                    PersonView.of(round.by(), sight),
                                    round.at().toString(),
                                    round.due().toString(),
                                    round.reply()
                                            .map(reply -> new ReplyView(
                                                    reply.text(),
                                                    PersonView.of(reply.by(), sight),
                                                    reply.at().toString()))
                                            .orElse(null)))
                            .toList());
        }
    }

    /** A person shown as evidence, whom its provider named for that. */
    @Schema(name = "ShownPerson")
    public record StaffView(
            String person,
            String activity,
            String engagedOn,
            @Nullable String attestation,
            @Nullable String attestedFrom,
            @Nullable String attestedUntil,
            @Nullable String trainee,
            @Nullable String duty) {
        static StaffView of(Assignment shown) {
            return new StaffView(
                    shown.person(),
                    shown.activity(),
                    shown.engagedOn().toString(),
                    shown.attested().map(Assignment.Attestation::reference).orElse(null),
                    shown.attested()
                            .map(attested -> attested.firstDay().toString())
                            .orElse(null),
                    shown.attested()
                            .map(attested -> attested.lastDay().toString())
                            .orElse(null),
                    shown.trainee().map(Coded::of).orElse(null),
                    shown.duty().map(Coded::of).orElse(null));
        }
    }
}
