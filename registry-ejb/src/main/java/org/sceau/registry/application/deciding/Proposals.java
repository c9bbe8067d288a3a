package org.sceau.registry.application.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.evaluating.Around;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.VisaId;

/** All proposals, each in its newest version; former versions stay readable. */
public interface Proposals {

    /** A proposal as it was recorded. */
    record Recorded(Proposal proposal, Instant recordedAt, long position) {}

    /** @param dossier as it is now; empty too for one that was erased */
    record WithDossier(Recorded proposal, Optional<Dossiers.Recorded> dossier, Around around) {}

    Optional<Recorded> find(ProposalId id);

    Optional<Recorded> find(ProposalId id, long version);

    /**
     * A proposal, the dossier it ends, if any, and what is asked around it, in one question.
     *
     * @param name account of who acts on it
     */
    Optional<WithDossier> findWithDossier(ProposalId id, String name);

    /** What is proposed about what. */
    record Subject(DecisionKind kind, Optional<DossierId> dossier, Optional<VisaId> visa) {}

    /** The same of a proposal, whoever asks. */
    Optional<Subject> subject(ProposalId id);

    /** Every proposal about a dossier, oldest first, whatever became of it and whoever asks. */
    List<Recorded> about(DossierId dossier);

    /** The same for a visa. */
    List<Recorded> about(VisaId visa);

    /** @param content the proposal as canonical text: what is kept is what its entry commits to */
    void add(Recorded recorded, String content);

    /**
     * @param content as in {@link #add}
     * @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when the stored version is not the one before
     */
    void replace(Recorded recorded, String content);

    /** Open ones that have not expired on a day, the earliest end first: at most {@code most} behind one of them. */
    List<Recorded> open(LocalDate day, Optional<ProposalId> after, int most);

    /** Those about a visa, the one that was acted on longest ago first: at most {@code most} behind one of them. */
    List<Recorded> about(VisaId visa, Optional<ProposalId> after, int most);

    /** The same for those about a dossier. */
    List<Recorded> about(DossierId dossier, Optional<ProposalId> after, int most);
}
