package org.sceau.registry.application.deciding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.content.RecordChange;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Journal;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.visa.Visa;

/** What the journal says of proposals and decisions. A decision about a listed visa is public; all else is one commitment. */
final class DecisionEntries {
    private DecisionEntries() {}

    /**
     * @param change what is new of the proposal
     * @param ground article or clause that a decision of this kind cites
     * @param act    {@code proposed}, {@code edited}, {@code retracted}, {@code rejected}
     */
    static Entry ofProposal(Proposal proposal, RecordChange change, Optional<Label> ground, String act) {
        Map<String, Object> told = about(proposal);
        told.put("act", act);
        ground.ifPresent(known -> told.put("ground", words(known)));
        return new Entry(
                "proposal-acted",
                "proposal",
                Optional.empty(),
                Map.of(),
                Map.of("proposal", CanonicalText.of(change.with(told))),
                Entry.Topic.DOSSIER,
                proposal.id().toString());
    }

    /**
     * @param change what is new of the proposal: that it was approved
     * @param ground article or clause the decision cites
     * @param visa   the visa it made or changed; absent for a refusal
     */
    static Entry ofDecision(Proposal proposal, RecordChange change, Label ground, Optional<Visa> visa) {
        Map<String, Object> told = about(proposal);
        told.put("proposer", proposal.proposer().name());
        told.put(
                "approver",
                proposal.answers().get(proposal.answers().size() - 1).by().name());
        Map<String, Object> open = new TreeMap<>();
        open.put("decision", proposal.content().kind().code());
        open.put("ground", words(ground));
        proposal.content().reasons().ifPresent(reasons -> open.put("reasons", reasons));
        if (!proposal.content().reasonCodes().isEmpty()) {
            open.put("reasonCodes", List.copyOf(proposal.content().reasonCodes()));
        }
        proposal.content().remedy().ifPresent(remedy -> told.put("remedy", remedy.toString()));
        proposal.content().lastDay().ifPresent(day -> open.put("until", day.toString()));
        proposal.content().advice().ifPresent(advice -> told.put("recommendation", advice.code()));
        visa.ifPresent(known -> open.put("visa", known.id().toString()));
        // Of a recommendation level anyone sees the level alone, never that it was set by hand and why (invariant 61).
        boolean isPublic = proposal.content().kind() != DecisionKind.ADVISE
                && visa.filter(known -> known.facts().listed()).isPresent();
        if (!isPublic) {
            told.putAll(open);
        }
        return new Entry(
                "decision-made",
                visa.filter(known -> isPublic)
                        .map(known -> "visa:" + known.id())
                        .orElse("decision"),
                isPublic ? Optional.of(proposal.content().effective()) : Optional.empty(),
                isPublic ? open : Map.of(),
                Map.of("decision", CanonicalText.of(change.with(told))),
                Entry.Topic.DOSSIER,
                proposal.id().toString());
    }

    /**
     * Whether what an approval rests on is for sure as it was before an entry: all of it is found by ids. A new visa and its certificate were
     * not there to be found; another dossier or proposal is another one. Any other entry may count.
     */
    static boolean leavesAlone(Journal.Noted entry, ProposalId proposal, Matter matter) {
        return switch (entry.kind()) {
            case "visa-recorded", "certificate-issued" -> true;
            case "dossier-acted" ->
                !matter.isAboutVisa()
                        && matter.looks()
                                .noneMatch(
                                        look -> look.dossier().id().toString().equals(entry.detail()));
            case "proposal-acted", "decision-made" -> !proposal.toString().equals(entry.detail());
            default -> false;
        };
    }

    private static Map<String, Object> words(Label ground) {
        return Map.of("fr", ground.fr(), "en", ground.en());
    }

    private static Map<String, Object> about(Proposal proposal) {
        Map<String, Object> told = new TreeMap<>();
        told.put("proposal", proposal.id().toString());
        told.put("kind", proposal.content().kind().code());
        told.put("version", proposal.version());
        told.put("digest", proposal.digest());
        proposal.content().dossier().ifPresent(dossier -> told.put("dossier", dossier.toString()));
        return told;
    }
}
