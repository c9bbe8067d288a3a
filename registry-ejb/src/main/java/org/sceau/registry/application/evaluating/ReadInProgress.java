package org.sceau.registry.application.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.publication.InProgress;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.Schemes;

/** What anybody may know of running dossiers; see {@link InProgress}. */
@ApplicationScoped
public class ReadInProgress {
    /** Running dossiers that are looked at; far beyond what a national authority has of such schemes at a time. */
    private static final int MOST = 1_000;

    private final Dossiers dossiers;
    private final Schemes schemes;
    private final RevisionsInUse editions;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadInProgress() {
        this(null, null, null);
    }

    @Inject
    public ReadInProgress(Dossiers dossiers, Schemes schemes, RevisionsInUse editions) {
        this.dossiers = dossiers;
        this.schemes = schemes;
        this.editions = editions;
    }

    /** In the order in which the dossiers were opened; of the oldest 1,000 that run. */
    public List<InProgress> all() {
        Set<SchemeId> showing = schemes.all().stream()
                .filter(version -> version.conduct()
                        .filter(conduct -> conduct.publication().inProgress().isPresent())
                        .isPresent())
                .map(version -> version.id().scheme())
                .collect(Collectors.toSet());
        return dossiers.running(showing, MOST).stream()
                .flatMap(id -> dossiers.find(id).stream())
                .map(Dossiers.Recorded::dossier)
                .flatMap(dossier -> InProgress.of(editions.of(dossier.opening()), dossier).stream())
                .toList();
    }
}
