package org.sceau.registry.infrastructure.catalogues;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.application.importing.ReadRow;
import org.sceau.registry.application.importing.RowNotice;
import org.sceau.registry.application.importing.RowProblem;

/** What was found in one row while reading it. A row with a problem is refused; a notice only asks for a look. */
public final class Findings {
    /** Stands for the whole row where a problem concerns no single column. */
    public static final String ROW = "-";

    private final List<RowProblem> problems = new ArrayList<>();
    private final List<RowNotice> notices = new ArrayList<>();
    private final Set<String> flags = new TreeSet<>();

    public void problem(String code, String column, String value) {
        problems.add(new RowProblem(code, column, value));
    }

    public void notice(String code, String column, String value) {
        notices.add(new RowNotice(code, column, value));
    }

    /** A notice that also stays with the visa. */
    public void flag(String code, String column, String value) {
        flags.add(code);
        notice(code, column, value);
    }

    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    public List<RowProblem> problems() {
        return List.copyOf(problems);
    }

    public List<RowNotice> notices() {
        return List.copyOf(notices);
    }

    public Set<String> flags() {
        return Set.copyOf(flags);
    }

    /** The row as refused for what was found. */
    public ReadRow refused(long number, String locator) {
        return ReadRow.refused(number, locator, problems);
    }

    /**
     * A text of one line, checked for length, control characters and spreadsheet formulas.
     *
     * <p>Refusals: {@code text-too-long}, {@code control-character}, {@code formula}. A formula is a text that a spreadsheet
     * would run when our export is opened there: it begins with {@code =} or {@code @} (or their full-width forms), with a
     * tabulator or a carriage return, or with {@code +} or {@code -} directly followed by anything but a space.
     *
     * @return empty when nothing is printed or it is refused
     */
    public Optional<String> text(String column, String raw, int longest) {
        return text(column, raw, PrintedText.clean(raw), longest);
    }

    /** As {@link #text(String, String, int)}, for a text whose lines were joined before. */
    public Optional<String> text(String column, String raw, String clean, int longest) {
        if (clean.isEmpty()) {
            return Optional.empty();
        }
        if (PrintedText.hasControl(raw)) {
            problem("control-character", column, clean);
        } else if (isFormula(raw, clean)) {
            problem("formula", column, clean);
        } else if (clean.length() > longest) {
            problem("text-too-long", column, clean);
        } else {
            return Optional.of(clean);
        }
        return Optional.empty();
    }

    /** As {@link #text(String, String, int)}, with the refusal {@code value-missing}. */
    public Optional<String> required(String column, String raw, String clean, int longest) {
        if (clean.isEmpty()) {
            problem("value-missing", column, "");
        }
        return text(column, raw, clean, longest);
    }

    private static boolean isFormula(String raw, String clean) {
        if (raw.charAt(0) == '\t' || raw.charAt(0) == '\r') {
            return true;
        }
        return switch (clean.charAt(0)) {
            case '=', '@', '\uFF1D', '\uFF20' -> true;
            case '+', '-', '\uFF0B', '\uFF0D' -> clean.length() > 1 && clean.charAt(1) != ' ';
            default -> false;
        };
    }
}
