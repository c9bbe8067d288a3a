package org.sceau.registry.domain.scheme.rule;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;

/**
 * Something that holds in a {@link Situation} or does not. The smallest language that the rules of the field need; what it cannot
 * say is a named guard of a move. A condition about a fact that was not declared does not hold.
 */
public sealed interface Condition {

    boolean holds(Situation situation);

    /**
     * The facts it reads, when it looks at nothing but what an applicant declares: it can be asked before anything else happened. Absent
     * when it looks at the day, or at what others deposit, conclude and approve.
     */
    default Optional<Set<String>> declaredFacts() {
        return Optional.empty();
    }

    private static Optional<Set<String>> declaredFacts(List<Condition> conditions) {
        Set<String> facts = new HashSet<>();
        for (Condition condition : conditions) {
            Optional<Set<String>> read = condition.declaredFacts();
            if (read.isEmpty()) {
                return read;
            }
            facts.addAll(read.get());
        }
        return Optional.of(facts);
    }

    /** All of them; holds when there is none. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public boolean holds(Situation situation) {
            return of.stream().allMatch(condition -> condition.holds(situation));
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Condition.declaredFacts(of);
        }
    }

    /** At least one of them. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
            if (of.isEmpty()) {
                throw new IllegalArgumentException("one of nothing never holds");
            }
        }

        @Override
        public boolean holds(Situation situation) {
            return of.stream().anyMatch(condition -> condition.holds(situation));
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Condition.declaredFacts(of);
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return !condition.holds(situation);
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return condition.declaredFacts();
        }
    }

    /**
     * A declared whole number lies within bounds.
     *
     * @param least absent when there is no lower bound
     * @param most  absent when there is no upper bound
     */
    record Number(String fact, Optional<Long> least, Optional<Long> most) implements Condition {
        public Number {
            if (least.isEmpty() && most.isEmpty()) {
                throw new IllegalArgumentException("a number is compared with at least one bound");
            }
            if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
                throw new IllegalArgumentException("the bounds of " + fact + " are the wrong way round");
            }
        }

        @Override
        public boolean holds(Situation situation) {
            return situation
                    .fact(fact)
                    .filter(FactValue.Whole.class::isInstance)
                    .map(value -> ((FactValue.Whole) value).value())
                    .filter(number -> least.filter(low -> number < low).isEmpty())
                    .filter(number -> most.filter(high -> number > high).isEmpty())
                    .isPresent();
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Optional.of(Set.of(fact));
        }
    }

    /** A declared flag is set so. */
    record Flag(String fact, boolean set) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation.fact(fact).filter(new FactValue.Flag(set)::equals).isPresent();
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Optional.of(Set.of(fact));
        }
    }

    /** One of the declared words is one of these. */
    record Word(String fact, Set<String> oneOf) implements Condition {
        public Word {
            oneOf = Set.copyOf(oneOf);
        }

        @Override
        public boolean holds(Situation situation) {
            return situation
                    .fact(fact)
                    .filter(FactValue.Words.class::isInstance)
                    .filter(value -> ((FactValue.Words) value).values().stream().anyMatch(oneOf::contains))
                    .isPresent();
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Optional.of(Set.of(fact));
        }
    }

    /** Something was declared under this id, whatever it says. */
    record Declared(String fact) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation.fact(fact).isPresent();
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Optional.of(Set.of(fact));
        }
    }

    /**
     * Declared shares stay within bounds, in hundredths of a percent.
     *
     * @param each     bound of the largest one
     * @param together bound of their sum
     */
    record Shares(String fact, Optional<Integer> each, Optional<Integer> together) implements Condition {
        public Shares {
            if (each.isEmpty() && together.isEmpty()) {
                throw new IllegalArgumentException("shares are compared with at least one bound");
            }
        }

        @Override
        public boolean holds(Situation situation) {
            return situation
                    .fact(fact)
                    .filter(FactValue.Shares.class::isInstance)
                    .map(FactValue.Shares.class::cast)
                    .filter(shares ->
                            each.filter(bound -> shares.largest() > bound).isEmpty())
                    .filter(shares ->
                            together.filter(bound -> shares.total() > bound).isEmpty())
                    .isPresent();
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Optional.of(Set.of(fact));
        }
    }

    /** The level asked for is one of these. */
    record Level(Set<String> oneOf) implements Condition {
        public Level {
            oneOf = Set.copyOf(oneOf);
        }

        @Override
        public boolean holds(Situation situation) {
            return situation.level().filter(oneOf::contains).isPresent();
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Optional.of(Set.of());
        }
    }

    /** All these scopes are asked for. */
    record Scopes(Set<String> all) implements Condition {
        public Scopes {
            all = Set.copyOf(all);
        }

        @Override
        public boolean holds(Situation situation) {
            return situation.scopes().containsAll(all);
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Optional.of(Set.of());
        }
    }

    record Subject(Set<SubjectKind> oneOf) implements Condition {
        public Subject {
            oneOf = Set.copyOf(oneOf);
        }

        @Override
        public boolean holds(Situation situation) {
            return oneOf.contains(situation.subject());
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Optional.of(Set.of());
        }
    }

    /** The dossier is of one of these kinds (kebab-case codes). */
    record DossierIs(Set<String> oneOf) implements Condition {
        public DossierIs {
            oneOf = Set.copyOf(oneOf);
        }

        @Override
        public boolean holds(Situation situation) {
            return oneOf.contains(situation.dossierKind());
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Optional.of(Set.of());
        }
    }

    /** A document of this type was deposited. */
    record HasDocument(String type, Optional<String> language) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation.hasDocument(type, language);
        }
    }

    /** The newest conclusion of this type is favourable. */
    record Favourable(String conclusion) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation.isFavourable(conclusion);
        }
    }

    /** Somebody concluded on this, whichever way: an opinion that is heard binds nobody. */
    record Concluded(String conclusion) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation.isConcluded(conclusion);
        }
    }

    /** This approval was given before the act. */
    record Approved(String approval) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation.isApproved(approval);
        }
    }

    /**
     * A laboratory filed a document on a day on which it was not competent for what is asked, by what was on record then, and nobody filed one of
     * this type afterwards.
     */
    record FiledUnfit(String type) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation.isFiledUnfit(type);
        }
    }

    /** The act happens on this day or before. */
    record ActUntil(LocalDate last) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return !situation.day().isAfter(last);
        }
    }

    /** The act happens on the declared day or before. */
    record ActUntilFact(String fact) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation
                    .fact(fact)
                    .filter(FactValue.Day.class::isInstance)
                    .filter(value -> !situation.day().isAfter(((FactValue.Day) value).value()))
                    .isPresent();
        }
    }

    /** The dossier was opened on this day or before. */
    record OpenedUntil(LocalDate last) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return !situation.openedOn().isAfter(last);
        }
    }

    /**
     * The dossier is about a visa of one of these schemes that was issued at most so long before the dossier was opened.
     *
     * @param within counted from the first day of that visa; the last day counts
     */
    record Replaces(Set<String> schemes, Period within) implements Condition {
        public Replaces {
            schemes = Set.copyOf(schemes);
        }

        @Override
        public boolean holds(Situation situation) {
            return situation
                    .replacedIssue(schemes)
                    .filter(issued -> !situation.openedOn().isAfter(issued.plus(within)))
                    .isPresent();
        }
    }

    /**
     * The act happens at least so long before the last day of the visa that the dossier is about; does not hold where none ends.
     *
     * @param before the last day counts: on {@code last.minus(before)} there is still time
     */
    record BeforeEnd(Period before) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation
                    .endOfVisa()
                    .filter(last -> !situation.day().isAfter(last.minus(before)))
                    .isPresent();
        }
    }

    /** The clock of this deadline ran out: its last day passed before anything stopped it, or is past now. */
    record TimeOver(String deadline) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation.isTimeOver(deadline);
        }
    }

    /** The organisation that a declared text names holds a visa in force of one of these families. */
    record HoldsVisa(String fact, Set<String> families) implements Condition {
        public HoldsVisa {
            families = Set.copyOf(families);
        }

        @Override
        public boolean holds(Situation situation) {
            return situation
                    .fact(fact)
                    .filter(FactValue.Words.class::isInstance)
                    .filter(value -> ((FactValue.Words) value)
                            .values().stream().allMatch(name -> situation.holdsVisa(name, families)))
                    .isPresent();
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Optional.of(Set.of(fact));
        }
    }

    /** The organisation that a declared text names is on record here with an accreditation in force, on the day of the act, for the scheme. */
    record Accredited(String fact) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation
                    .fact(fact)
                    .filter(FactValue.Words.class::isInstance)
                    .filter(value -> ((FactValue.Words) value).values().stream().anyMatch(situation::isAccredited))
                    .isPresent();
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Optional.of(Set.of(fact));
        }
    }

    /** The organisation that a declared text names is none of those that apply. */
    record Independent(String fact) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return situation
                    .fact(fact)
                    .filter(FactValue.Words.class::isInstance)
                    .filter(value -> ((FactValue.Words) value).values().stream().noneMatch(situation::isApplicant))
                    .isPresent();
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Optional.of(Set.of(fact));
        }
    }

    /**
     * The dossier rests on a visa in force of one of these families, of one of these levels when some are named.
     *
     * @param sameSubject whether that visa must be about the same subject, in the versions asked for
     */
    record RestsOn(Set<String> families, Set<String> levels, boolean sameSubject) implements Condition {
        public RestsOn {
            families = Set.copyOf(families);
            levels = Set.copyOf(levels);
        }

        @Override
        public boolean holds(Situation situation) {
            return situation.restsOn(families, levels, sameSubject);
        }

        @Override
        public Optional<Set<String>> declaredFacts() {
            return Optional.of(Set.of());
        }
    }
}
