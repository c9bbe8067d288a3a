package org.sceau.registry.api.scheduling;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.visa.Visa;

/**
 * What a task or a notice is about.
 *
 * @param kind      visa, dossier or proposal
 * @param reference of a visa, or the number of a dossier; absent for a proposal
 * @param name      of the product or the service; absent for a proposal
 * @param address   where the interface shows it
 */
@Schema(name = "About")
public record AboutView(
        String kind,
        String id,
        @Nullable String reference,
        @Nullable String name,
        String address) {

    static AboutView of(Concern concern, Optional<Visa> visa, Optional<Dossier> dossier) {
        String id = concern.id().toString();
        if (visa.isPresent()) {
            return new AboutView(
                    "visa",
                    id,
                    visa.get().facts().reference().text(),
                    visa.get().facts().subject().name(),
                    "/api/v1/visas/" + visa.get().slug());
        }
        return dossier.map(known -> new AboutView(
                        "dossier",
                        id,
                        known.opening().number(),
                        known.application().subject().name(),
                        "/api/v1/dossiers/" + id))
                .orElseGet(() -> new AboutView("proposal", id, null, null, "/api/v1/decisions/" + id));
    }
}
