package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.StageEntry;

/**
 * What holds of what the house does besides deciding, in the words of the invariants: it samples, sends packages, watches silence and delay, and
 * reads what others printed. Each method bears the numbers it holds.
 */
final class HouseWordsMustHold {
    /** Of a hundred certificates, at least so many are sampled. */
    private static final int PER_CENT = 4;
    /** By the full target or the one without its secrets. */
    private static final Set<String> TARGETS = Set.of("SECURITY_TARGET", "SANITISED_SECURITY_TARGET");
    /** A last day that is no working day moves to the next one (Regulation 1182/71, Art. 3(4)): never further than this. */
    private static final int LONGEST_HOLIDAYS = 5;

    private static final int MONTHS = 3;

    private HouseWordsMustHold() {}

    /**
     * @param sampled      certificates of the sample, with those drawn before
     * @param certificates that stood at some time of the year
     */
    static void holds_57_a_sample_is_four_per_cent(int sampled, long certificates, String where) {
        assertThat(sampled * 100L)
                .as("%d sampled of %d: %s", sampled, certificates, where)
                .isGreaterThanOrEqualTo(certificates * PER_CENT);
    }

    /**
     * @param complete whether the package is said to lack nothing
     * @param sent     whether it just was
     */
    static void holds_58_a_package_has_report_and_target_in_English(
            Collection<Deposit> documents, boolean complete, boolean sent, String where) {
        Set<String> english = documents.stream()
                .filter(document -> document.language().equals("en"))
                .map(Deposit::type)
                .collect(Collectors.toSet());
        boolean both =
                english.contains("CERTIFICATION_REPORT") && TARGETS.stream().anyMatch(english::contains);
        assertThat(!complete || both)
                .as("complete with %s in English: %s", english, where)
                .isTrue();
        assertThat(!sent || both)
                .as("sent with %s in English: %s", english, where)
                .isTrue();
    }

    /**
     * @param shown whether the dossier is shown as rejected
     * @param told  what the applicant was told of it
     */
    static void holds_59_silence_is_shown_and_told_with_its_remedies(
            List<StageEntry> stages, LocalDate today, boolean shown, List<String> told, String where) {
        if (isUndecidedSince(completed(stages), today)) {
            assertThat(shown).as("shown as rejected: %s", where).isTrue();
            assertThat(told).as(where).anyMatch(text -> text.contains("tribunal administratif"));
        }
    }

    /** The day on which it was complete, while neither a decision nor its incompleteness came after. */
    private static Optional<LocalDate> completed(List<StageEntry> stages) {
        Optional<LocalDate> complete = Optional.empty();
        for (StageEntry entry : stages) {
            switch (entry.stage()) {
                case "examination" -> complete = Optional.of(entry.day());
                case "incomplete", "granted", "refused", "withdrawn", "closed" -> complete = Optional.empty();
                default -> {
                    // It stays as complete as it was.
                }
            }
        }
        return complete;
    }

    private static boolean isUndecidedSince(Optional<LocalDate> day, LocalDate today) {
        return day.filter(since -> today.isAfter(since.plusMonths(MONTHS))).isPresent();
    }

    /**
     * @param ended     whether the dossier was decided, or ended otherwise
     * @param asked     whether officers are asked for reasons, or were
     * @param answered  whether one says that they were given
     * @param explained whether the applicant was told them
     */
    static void holds_60_a_delay_is_explained_or_asked_for(
            List<StageEntry> stages,
            LocalDate today,
            boolean ended,
            boolean asked,
            boolean answered,
            boolean explained,
            String where) {
        Optional<LocalDate> notified = stages.stream()
                .filter(entry -> entry.stage().equals("submitted"))
                .map(StageEntry::day)
                .reduce((former, later) -> later);
        boolean late = !ended && isUndecidedSince(notified, today.minusDays(LONGEST_HOLIDAYS));
        assertThat(!late || asked).as("asked for reasons: %s", where).isTrue();
        assertThat(!late || !answered || explained)
                .as("told the applicant: %s", where)
                .isTrue();
    }

    /** A row as it is printed. */
    record Printed(String reference, String holder, String subject) {}

    /** @param rows of one file that were taken; each subject of a reference is a visa of its own, and one alone */
    static void holds_68_subjects_of_one_reference_are_visas_of_their_own(
            Collection<Printed> rows, Collection<Printed> visas, String where) {
        Set.copyOf(rows)
                .forEach(row -> assertThat(visas.stream().filter(row::equals).count())
                        .as("visas of %s: %s", row, where)
                        .isEqualTo(1));
    }
}
