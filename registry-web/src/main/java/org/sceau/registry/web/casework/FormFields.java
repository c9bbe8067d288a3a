package org.sceau.registry.web.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.api.request.Given;

/** The fields of a form that was sent, bounded; a browser ends lines with two characters, which count as one. */
public final class FormFields {
    private static final int MOST_VALUES = 200;
    private static final int LONGEST_CHOICE = 200;

    private final HttpServletRequest request;

    public FormFields(HttpServletRequest request) {
        this.request = request;
    }

    /** @throws org.sceau.registry.domain.refusal.Refused {@code field-missing}, {@code field-invalid} */
    public String text(String name, int most) {
        return optional(name, most).orElseThrow(() -> Given.missing(name));
    }

    /** Empty for an empty field. */
    public Optional<String> optional(String name, int most) {
        return Optional.ofNullable(request.getParameter(name))
                .map(value -> value.replace("\r\n", "\n").strip())
                .filter(value -> !value.isEmpty())
                .map(value -> Given.text(name, printable(name, value), most));
    }

    public String choice(String name) {
        return text(name, LONGEST_CHOICE);
    }

    public List<String> choices(String name) {
        String[] values = request.getParameterValues(name);
        if (values == null) {
            return List.of();
        }
        if (values.length > MOST_VALUES) {
            throw Given.invalid(name, "at most " + MOST_VALUES);
        }
        return Arrays.stream(values)
                .filter(value -> !value.isBlank())
                .map(value -> Given.text(name, printable(name, value), LONGEST_CHOICE))
                .distinct()
                .toList();
    }

    private static String printable(String name, String value) {
        if (!Given.isPrintable(value)) {
            throw Given.invalid(name, "printable characters");
        }
        return value;
    }

    public boolean yes(String name) {
        return "yes".equals(request.getParameter(name));
    }

    public LocalDate day(String name) {
        return optionalDay(name).orElseThrow(() -> Given.missing(name));
    }

    public Optional<LocalDate> optionalDay(String name) {
        return optional(name, 10).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException noDay) {
                throw Given.invalid(name, "YYYY-MM-DD");
            }
        });
    }

    public int number(String name) {
        String text = text(name, 9);
        if (!text.matches("\\d{1,9}")) {
            throw Given.invalid(name, "0-999999999");
        }
        return Integer.parseInt(text);
    }
}
