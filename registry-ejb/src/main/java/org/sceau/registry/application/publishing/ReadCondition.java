package org.sceau.registry.application.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.administering.Condition;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.trustlist.signing.ListSigner;

/** How the registry is doing, with its reasons, for whoever runs it: what {@code /health/ready} tells everybody without them. */
@ApplicationScoped
public class ReadCondition {
    private final Door door;
    private final Condition condition;
    private final PublishedLists lists;
    private final IssueTrustLists issuing;
    private final Schemes schemes;
    private final ListSigner signer;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadCondition() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public ReadCondition(
            Door door,
            Condition condition,
            PublishedLists lists,
            IssueTrustLists issuing,
            Schemes schemes,
            ListSigner signer) {
        this.door = door;
        this.condition = condition;
        this.lists = lists;
        this.issuing = issuing;
        this.schemes = schemes;
        this.signer = signer;
    }

    /**
     * The list of a family that has visas to list.
     *
     * @param newest its newest issue; absent before the first
     * @param due    whether something is not in it yet that belongs there, or its next update is near: the next issue is on its way then
     */
    public record ListState(Family family, Optional<PublishedList> newest, boolean due) {}

    /**
     * @param complaints  see {@link Condition#complaints}; empty when the registry is ready
     * @param lists       in the order of families; none while the registry is not open or its database does not answer
     * @param signerUntil last instant at which the certificate of the signing key is valid
     */
    public record Sight(List<String> complaints, List<ListState> lists, Instant signerUntil) {
        public boolean isReady() {
            return complaints.isEmpty();
        }
    }

    public Sight now(Actor actor) {
        return door.prepare(actor, Permission.READ_CONDITION, "condition", () -> {
            List<String> complaints = condition.complaints();
            boolean answers = complaints.stream().noneMatch(List.of("not-open", "database")::contains);
            return new Sight(
                    complaints,
                    answers ? states() : List.of(),
                    signer.certificate().getNotAfter().toInstant());
        });
    }

    /** How the lists stand that the actor may issue. */
    public List<ListState> lists(Actor actor) {
        return door.prepare(
                actor,
                Permission.READ_LISTS_DUE,
                "lists",
                () -> states().stream()
                        .filter(state -> issuing.isFor(actor, state.family().id()))
                        .toList());
    }

    private List<ListState> states() {
        return schemes.publicFamilies().stream()
                .map(family -> new ListState(family, lists.current(family.id()), issuing.isDue(family.id())))
                .filter(state -> state.due() || state.newest().isPresent())
                .toList();
    }
}
