package org.sceau.registry.api.decision;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.application.deciding.Decide;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.visa.Visa;

/**
 * A proposal and what became of it. Only who may decide sees it, and sees who said what.
 *
 * @param digest   SHA-256 of the canonical content: an approval is bound to it
 * @param state    open, effective, rejected or retracted
 * @param editions digests of former editions, oldest first
 * @param expires  last legal day on which it can be approved
 */
@Schema(name = "Proposal")
public record ProposalView(
        String id,
        long version,
        String digest,
        String state,
        BothLanguages label,
        ContentBody content,
        SpeakerView proposer,
        String proposedAt,
        String expires,
        List<String> editions,
        List<AnswerView> answers) {

    @Schema(name = "Speaker")
    public record SpeakerView(String name, String organisation, String role) {
        static SpeakerView of(Person person) {
            return new SpeakerView(
                    person.name(), person.organisation(), person.role().code());
        }
    }

    @Schema(name = "SecondAnswer")
    public record AnswerView(SpeakerView by, String at, boolean approves, String digest, String grounds) {}

    /** @param next what to give as {@code after} for the page that follows; absent on the last one */
    @Schema(name = "Proposals")
    public record All(
            List<ProposalView> proposals, @Nullable String next) {
        static All of(List<Proposal> all, int limit) {
            return new All(
                    all.stream().map(ProposalView::of).toList(),
                    all.size() < limit ? null : all.get(all.size() - 1).id().toString());
        }
    }

    /** The visa a decision made or changed, by its permanent public address. */
    @Schema(name = "DecidedVisa")
    public record VisaLink(String id, String slug, String reference, String address) {
        static VisaLink of(Visa visa) {
            return new VisaLink(
                    visa.id().toString(),
                    visa.slug().value(),
                    visa.facts().reference().text(),
                    "/visas/" + visa.slug().value());
        }
    }

    /** @param visa absent for a refusal */
    @Schema(name = "Outcome")
    public record Outcome(ProposalView proposal, @Nullable VisaLink visa) {
        static Outcome of(Decide.Outcome outcome) {
            return new Outcome(
                    ProposalView.of(outcome.proposal()),
                    outcome.visa().map(VisaLink::of).orElse(null));
        }
    }

    static ProposalView of(Proposal proposal) {
        return new ProposalView(
                proposal.id().toString(),
                proposal.version(),
                proposal.digest(),
                Coded.of(proposal.state()),
                BothLanguages.of(proposal.content().kind().label()),
                ContentBody.of(proposal.content()),
                SpeakerView.of(proposal.proposer()),
                proposal.proposedAt().toString(),
                proposal.expires().toString(),
                proposal.editions(),
                proposal.answers().stream()
                        .map(answer -> new AnswerView(
                                SpeakerView.of(answer.by()),
                                answer.at().toString(),
                                answer.approves(),
                                answer.digest(),
                                answer.text()))
                        .toList());
    }
}
