package org.sceau.registry.domain.dossier.handling;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Move;

/**
 * A step that waits for nothing but a document which the same person may deposit, and for what that person concludes of it: an evaluation report
 * that is handed in. A screen may ask for all of it at once; each is an act of its own and refused for itself.
 *
 * @param move        the step
 * @param document    that it lacks
 * @param conclusions of the person that the step lacks, that judge the document and can be recorded where the dossier is, or that a later row asks
 *     for and that can be recorded nowhere behind the step
 */
public record HandIn(Move move, DocumentType document, List<ConclusionType> conclusions) {
    private static final Set<String> CONCLUSIONS_LACKING = Set.of("conclusion-missing", "conclusion-outdated");
    private static final String UNFAVOURABLE = "conclusion-unfavourable";

    public HandIn {
        conclusions = List.copyOf(conclusions);
    }

    /** Whether it is this step that waits, and for this type of document. */
    public boolean isOf(String step, String type) {
        return move.step().equals(step) && document.id().equals(type);
    }

    /**
     * Why what is concluded does not do for the step; empty when it does.
     *
     * @param said by id of the conclusion, whether it is favourable
     */
    public Optional<Refusal> refusal(Map<String, Boolean> said) {
        return conclusions.stream()
                .map(ConclusionType::id)
                .filter(id -> !said.containsKey(id))
                .map(id ->
                        Refusal.of("conclusion-missing", Refusal.Kind.CONFLICT).with("conclusion", id))
                .findFirst()
                .or(() -> move.conclusions().stream()
                        .filter(id -> Boolean.FALSE.equals(said.get(id)))
                        .map(id ->
                                Refusal.of(UNFAVOURABLE, Refusal.Kind.CONFLICT).with("conclusion", id))
                        .findFirst());
    }

    /** @param persons the one who looks, once for each role that counts */
    public static List<HandIn> of(Handling look, Collection<Person> persons) {
        return persons.stream()
                .flatMap(person -> Moves.waitingFor(look, person).flatMap(waits -> of(look, person, waits).stream()))
                .distinct()
                .toList();
    }

    private static Optional<HandIn> of(Handling look, Person person, Moves.Waits waits) {
        Set<String> documents = named(waits, "document", Set.of("document-missing"));
        Set<String> concluded = named(waits, "conclusion", CONCLUSIONS_LACKING);
        if (documents.size() != 1
                || documents.size() + concluded.size() != waits.lacks().size()) {
            return Optional.empty();
        }
        return look.conduct()
                .procedure()
                .document(documents.iterator().next())
                .filter(type -> may(look, person, type.by()))
                .map(type -> new HandIn(waits.move(), type, judging(look, person, waits.move(), type, concluded)))
                .filter(all -> all.conclusions().stream()
                        .map(ConclusionType::id)
                        .collect(Collectors.toSet())
                        .containsAll(concluded));
    }

    private static List<ConclusionType> judging(
            Handling look, Person person, Move move, DocumentType document, Set<String> lacking) {
        return look.conduct().procedure().conclusions().stream()
                .filter(type -> type.at().contains(look.dossier().stage()) && may(look, person, type.by()))
                .filter(type -> lacking.contains(type.id())
                        || type.about().contains(document.id())
                        || isLostBehind(look, move, type))
                .toList();
    }

    /** Whether a later row asks for a conclusion that is not there yet and could not be recorded once the step is taken. */
    private static boolean isLostBehind(Handling look, Move step, ConclusionType type) {
        return Moves.leadsOn(look, step)
                && !type.at().contains(step.to())
                && Judged.standing(look.dossier(), look.conduct().procedure(), type.id())
                        .isEmpty()
                && look.conduct().procedure().moves().stream()
                        .filter(row ->
                                row.kinds().contains(look.dossier().opening().kind()))
                        .anyMatch(row -> row.conclusions().contains(type.id()));
    }

    private static boolean may(Handling look, Person person, Set<Role> by) {
        return Rights.refusal(look, person, by).isEmpty();
    }

    private static Set<String> named(Moves.Waits waits, String detail, Set<String> codes) {
        return waits.lacks().stream()
                .filter(refusal -> codes.contains(refusal.code()))
                .flatMap(refusal -> Optional.ofNullable(refusal.details().get(detail)).stream())
                .collect(Collectors.toSet());
    }
}
