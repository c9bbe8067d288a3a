package org.sceau.registry.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.door.Once;

/** The fields of a form that was sent, bounded; a browser ends lines with two characters, which count as one. */
public final class FormFields {
    private static final int MOST_VALUES = 200;
    private static final int LONGEST_CHOICE = 200;

    /** Name of a hidden field that makes one form of a page another than the same form opened again. */
    public static final String ONCE = "once";

    private final HttpServletRequest request;

    FormFields(HttpServletRequest request) {
        this.request = request;
    }

    /** What was typed into a form that was refused: shown again, never acted on. */
    public static FormFields typed(HttpServletRequest request) {
        return new FormFields(request);
    }

    /** As it was typed, whatever it is; empty without such a field. */
    public String shown(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** The same of one that may have several values. */
    public Set<String> allShown(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? Set.of() : Set.copyOf(Arrays.asList(values));
    }

    /**
     * What makes two sendings of one form one attempt: its {@link #ONCE} and all else that it says. Who goes back and changes something makes
     * another attempt. Absent for a form without that field.
     */
    public Optional<Once.Key> attempt() {
        return optional(ONCE, LONGEST_CHOICE).map(once -> {
            String content = fingerprint();
            return new Once.Key("form " + content, content);
        });
    }

    private String fingerprint() {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) -> Stream.concat(Stream.of(name), Arrays.stream(values))
                        .forEach(text -> all.append(text.length()).append(':').append(text)));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
