package org.sceau.registry.application.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.publication.InProgress;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;

/**
 * What anybody may know of running dossiers; see {@link InProgress}. Nobody signs in to ask: a dossier, which may be large, is read again only
 * when it has changed.
 */
@ApplicationScoped
public class ReadInProgress {
    /** Far beyond what a national authority has of such schemes at a time. */
    private static final int MOST = 1_000;

    private final Dossiers dossiers;
    private final Schemes schemes;
    private final RevisionsInUse editions;
    private final Map<DossierId, Known> known = new ConcurrentHashMap<>();

    /** What a version of a dossier shows, found by its position. */
    private record Known(long position, Optional<InProgress> shown) {}

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

    /** In the order in which the dossiers were opened; of the oldest 1,000 that have come so far. */
    public List<InProgress> all() {
        Set<SchemeId> showing = new HashSet<>();
        Set<String> stages = new HashSet<>();
        for (SchemeVersion version : schemes.all()) {
            Set<String> shown = version.conduct().map(InProgress::stages).orElse(Set.of());
            if (!shown.isEmpty()) {
                showing.add(version.id().scheme());
                stages.addAll(shown);
            }
        }
        List<Dossiers.Standing> standing = dossiers.standing(showing, stages, MOST);
        known.keySet()
                .retainAll(standing.stream().map(Dossiers.Standing::dossier).collect(Collectors.toSet()));
        return standing.stream().flatMap(row -> shown(row).stream()).toList();
    }

    private Optional<InProgress> shown(Dossiers.Standing row) {
        Known before = known.get(row.dossier());
        if (before != null && before.position() == row.position()) {
            return before.shown();
        }
        Optional<Dossiers.Recorded> now = dossiers.whoeverAsks(row.dossier()).map(Dossiers.Whole::recorded);
        Optional<InProgress> shown = now.map(Dossiers.Recorded::dossier)
                .flatMap(dossier -> InProgress.of(editions.of(dossier.opening()), dossier));
        now.ifPresent(recorded -> known.put(row.dossier(), new Known(recorded.position(), shown)));
        return shown;
    }
}
