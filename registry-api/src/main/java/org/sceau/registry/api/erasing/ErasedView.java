package org.sceau.registry.api.erasing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.application.evaluating.Dossiers;

/**
 * What stays of a dossier that was erased.
 *
 * @param keptUntil last day of its retention
 * @param erasedAt  instant of the order
 * @param position  journal position of the order
 */
@Schema(name = "ErasedDossier")
public record ErasedView(String dossier, String number, String keptUntil, String erasedAt, long position) {
    static ErasedView of(Dossiers.Erased erased) {
        return new ErasedView(
                erased.id().toString(),
                erased.number(),
                erased.keptUntil().toString(),
                erased.at().toString(),
                erased.position());
    }
}
