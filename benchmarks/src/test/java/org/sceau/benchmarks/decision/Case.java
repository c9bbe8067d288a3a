package org.sceau.benchmarks.decision;

import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.DossierId;

/** A dossier at its decision with a proposal that a second person may approve, once. */
record Case(DossierId dossier, String number, ProposalId proposal, String digest) {}
