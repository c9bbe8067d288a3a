package org.sceau.registry.application.complaining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.complaint.Contested;
import org.sceau.registry.domain.visa.Slug;

/** Names what is contested as people know it: a reference, a number, a company. Whoever asks was let in before. */
@ApplicationScoped
public class ContestedNames {
    private final Visas visas;
    private final Dossiers dossiers;
    private final Laboratories laboratories;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ContestedNames() {
        this(null, null, null);
    }

    @Inject
    public ContestedNames(Visas visas, Dossiers dossiers, Laboratories laboratories) {
        this.visas = visas;
        this.dossiers = dossiers;
        this.laboratories = laboratories;
    }

    /**
     * What is contested, for readers.
     *
     * @param text its id where nothing else is left of it; of a dossier that was erased its number
     * @param page short name of its public page; absent where it has none
     */
    public record Name(String text, Optional<Slug> page) {}

    Name of(Contested contested) {
        if (contested instanceof Contested.Visa visa) {
            return visas.find(visa.id())
                    .map(known -> new Name(
                            known.facts().reference().text() + ", "
                                    + known.facts().subject().name(),
                            Optional.of(known.slug())
                                    .filter(slug -> known.facts().listed())))
                    .orElseGet(() -> plain(visa.id().toString()));
        }
        if (contested instanceof Contested.Dossier dossier) {
            return plain(dossiers.find(dossier.id())
                    .map(known -> known.dossier().opening().number())
                    .or(() -> dossiers.erased(dossier.id()).map(Dossiers.Erased::number))
                    .orElseGet(() -> dossier.id().toString()));
        }
        if (contested instanceof Contested.Laboratory laboratory) {
            return plain(laboratories
                    .find(laboratory.id())
                    .map(known -> known.laboratory().organisation().name())
                    .orElseGet(() -> laboratory.id().toString()));
        }
        return plain(((Contested.Body) contested).name());
    }

    private static Name plain(String text) {
        return new Name(text, Optional.empty());
    }
}
