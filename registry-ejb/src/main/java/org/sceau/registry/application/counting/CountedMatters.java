package org.sceau.registry.application.counting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** Dossiers and decisions as they are counted. What it hands over is confidential; {@link ReadFigures} says what is told of it. */
public interface CountedMatters {

    /** Hands over every dossier of these kinds under these versions, each in its newest version, a bounded number at a time. */
    void forEachDossier(Set<SchemeVersionId> under, Set<DossierKind> kinds, Consumer<Dossier> reader);

    /** @param year of the approval by the second person */
    record Made(DecisionKind kind, int year, long decisions) {}

    /**
     * How many decisions were carried out, by kind and year: those that make nothing of a visa, in dossiers under these versions; and the others
     * where a visa they are about is listed, in one of these families, and the dossier, if any, is under these versions.
     *
     * @param before those approved before this instant
     * @param zone   whose years are meant
     */
    List<Made> decisions(Set<SchemeVersionId> under, Set<FamilyId> families, Instant before, ZoneId zone);
}
