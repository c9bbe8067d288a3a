package org.sceau.registry.domain.task;

import java.util.UUID;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.visa.VisaId;

/** What a task or a notice is about. That a dossier or a proposal exists is confidential. */
public record Concern(About about, UUID id) {

    /** Kinds of things. */
    public enum About {
        VISA,
        DOSSIER,
        PROPOSAL
    }

    public static Concern of(VisaId visa) {
        return new Concern(About.VISA, visa.value());
    }

    public static Concern of(DossierId dossier) {
        return new Concern(About.DOSSIER, dossier.value());
    }

    public static Concern of(ProposalId proposal) {
        return new Concern(About.PROPOSAL, proposal.value());
    }
}
