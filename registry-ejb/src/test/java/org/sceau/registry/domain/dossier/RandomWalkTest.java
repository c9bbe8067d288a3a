package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.domain.dossier.handling.Moves;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.procedure.Phase;

/**
 * A hundred thousand moves over all schemes, with all that is done between them, from a seed that is told when one goes wrong ({@code
 * -Dsceau.seed=…}): what was accepted never violates what must always hold. Which walk asserts which invariant stands in {@code
 * docs/invariants.md}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RandomWalkTest {
    private static final long SEED = Long.getLong("sceau.seed", 20_261_126L);
    private static final int MOVES = Integer.getInteger("sceau.moves", 100_000);
    /** Of so many rounds one is walked twice. */
    private static final int WALKED_AGAIN = 12;

    private static final int LONGEST_WALK = 400;
    private static final List<SchemeVersion> SCHEMES = Story.SCHEMES.all().stream()
            .filter(version -> version.conduct().isPresent())
            .toList();

    /** Walked once, whichever test asks first. */
    private static final Supplier<List<Ended>> WALKED = new Supplier<>() {
        private Optional<List<Ended>> ended = Optional.empty();

        @Override
        public synchronized List<Ended> get() {
            if (ended.isEmpty()) {
                ended = Optional.of(walked());
            }
            return ended.get();
        }
    };

    @Test
    void no_walk_over_all_schemes_violates_what_must_hold() {
        Map<String, Map<Phase, Integer>> ends = new TreeMap<>();
        Set<String> refused = new TreeSet<>();
        int moves = 0;
        for (Ended ended : WALKED.get()) {
            moves += ended.moves();
            refused.addAll(ended.refused());
            ends.computeIfAbsent(ended.scheme(), id -> new HashMap<>()).merge(ended.phase(), 1, Integer::sum);
        }

        Counted.on(
                RandomWalkTest.class,
                "%d moves in %d walks under %d scheme versions",
                moves,
                WALKED.get().size(),
                ends.size());
        assertThat(moves).as("moves over %d scheme versions", SCHEMES.size()).isGreaterThanOrEqualTo(MOVES);
        assertThat(ends).hasSize(SCHEMES.size());
        assertThat(ends)
                .allSatisfy((scheme, phases) -> assertThat(phases)
                        .as("ends under %s from seed %d", scheme, SEED)
                        .containsKey(Phase.GRANTED));
        assertThat(refused)
                .as("what laboratories lacked")
                .contains(
                        "lab-accreditation-expired",
                        "lab-accreditation-missing",
                        "lab-accreditation-suspended",
                        "lab-authorisation-expired",
                        "lab-authorisation-missing",
                        "lab-authorisation-suspended",
                        "lab-criteria",
                        "lab-scope-activity",
                        "lab-scope-category",
                        "lab-scope-domain",
                        "lab-scope-level",
                        "lab-scope-national-security",
                        "lab-scope-profile",
                        "lab-scope-van");
    }

    /**
     * Every so many rounds over all schemes once more, and nothing but walked: each walk ends at the same dossier after the same refusals.
     * A walk has its own seed and shares nothing with the one before it, so that those between them need no second time.
     */
    @Test
    void the_same_seed_walks_the_same_way_under_every_scheme() {
        List<Ended> all = WALKED.get();
        int again = 0;
        for (int first = 0; first < all.size(); first += WALKED_AGAIN * SCHEMES.size()) {
            assertThat(round(first, false)).isEqualTo(all.subList(first, first + SCHEMES.size()));
            again++;
        }
        assertThat(again).as("walks under each scheme").isGreaterThan(1);
    }

    /** A walk from beginning to end, what was refused on it, and the digest of the dossier it left. */
    private record Ended(String scheme, int moves, Phase phase, Set<String> refused, String digest) {}

    /** Rounds of one walk under each scheme, until the moves are enough. */
    private static List<Ended> walked() {
        List<Ended> all = new ArrayList<>();
        int moves = 0;
        for (long first = 0; moves < MOVES; first += SCHEMES.size()) {
            List<Ended> round = round(first, true);
            all.addAll(round);
            moves += round.stream().mapToInt(Ended::moves).sum();
        }
        return all;
    }

    /** One walk under each scheme, several at once: each has a seed of its own, and nothing else. */
    private static List<Ended> round(long first, boolean looking) {
        return IntStream.range(0, SCHEMES.size())
                .parallel()
                .mapToObj(index -> {
                    SchemeVersion scheme = SCHEMES.get(index);
                    Walk walk = walk(scheme, first + index);
                    Set<String> refused = new TreeSet<>();
                    int moves = walkToItsEnd(walk, first + index, refused, looking);
                    return new Ended(
                            scheme.id().toString(),
                            moves,
                            phase(walk),
                            refused,
                            CanonicalRecord.digest(walk.dossier()));
                })
                .toList();
    }

    private static Walk walk(SchemeVersion scheme, long number) {
        return new Walk(scheme, Story.SCHEMES, new Random(SEED * 31 + number));
    }

    /** @return moves of the procedure that were taken */
    private static int walkToItsEnd(Walk walk, long number, Set<String> refused, boolean looking) {
        int entered = walk.dossier().history().stages().size();
        LocalDate asked = LocalDate.MIN;
        for (int tried = 0; tried < LONGEST_WALK && !walk.isEnded(); tried++) {
            Dossier before = walk.dossier();
            if (walk.tryOne()) {
                if (looking) {
                    WalkMustHold.check(walk, before, number, !walk.look().day().equals(asked), where(walk, number));
                    asked = walk.look().day();
                }
            } else if (looking) {
                assertThat(walk.dossier()).isSameAs(before);
            }
            walk.refusal().ifPresent(refused::add);
        }
        if (walk.isEnded()) {
            Dossier ended = walk.dossier();
            assertThat(!looking || Moves.openTo(walk.look(), Story.VENDOR).isEmpty())
                    .isTrue();
            assertThat(walk.tryOne() && !isPublishedLater(walk.scheme(), ended, walk.dossier()))
                    .as("something was added after the end: " + where(walk, number))
                    .isFalse();
        }
        return walk.dossier().history().stages().size() - entered;
    }

    private static Phase phase(Walk walk) {
        return walk.conduct()
                .procedure()
                .stage(walk.dossier().stage())
                .orElseThrow()
                .phase();
    }

    /** What the visa is published with may follow it, such as a translation; nothing else may. */
    private static boolean isPublishedLater(SchemeVersion scheme, Dossier before, Dossier after) {
        History was = before.history();
        History is = after.history();
        return is.documents().size() == was.documents().size() + 1
                && scheme.conduct()
                        .orElseThrow()
                        .procedure()
                        .document(is.documents().get(was.documents().size()).type())
                        .filter(type -> type.publishedAs().isPresent())
                        .isPresent()
                && is.stages().equals(was.stages())
                && is.conclusions().equals(was.conclusions())
                && is.approvals().equals(was.approvals())
                && is.questions().equals(was.questions())
                && after.application().equals(before.application())
                && after.staff().equals(before.staff());
    }

    /** Said of each act: joined, for a format would take as long as what it is about. */
    private static String where(Walk walk, long number) {
        return "walk " + number + " under " + walk.scheme().id() + " from seed " + SEED + ", at "
                + walk.dossier().stage();
    }
}
