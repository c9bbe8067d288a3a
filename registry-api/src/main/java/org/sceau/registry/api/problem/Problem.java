package org.sceau.registry.api.problem;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * A problem document (RFC 9457): {@code type} is {@code /problems/{code}}, {@code title} says what happened and {@code detail} what
 * would make it possible.
 *
 * @param status  HTTP status, 400 to 599
 * @param code    stable, kebab-case
 * @param words   of a scheme's own rule, in place of the title of its code; absent for every other problem
 * @param members extension members: strings, integers or booleans; texts are cut at {@value #LONGEST_MEMBER} characters
 */
public record Problem(int status, String code, Map<String, Object> members, Optional<Refusal.Words> words) {
    public static final String MEDIA_TYPE = "application/problem+json";
    static final int LONGEST_MEMBER = 200;

    private static final Set<String> RESERVED = Set.of("type", "title", "status", "detail", "instance", "code");

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem has a status from 400 to 599, not " + status);
        }
        members = Map.copyOf(members);
        if (members.keySet().stream().anyMatch(RESERVED::contains)) {
            throw new IllegalArgumentException(
                    "a member of its own is named like one of RFC 9457: " + members.keySet());
        }
    }

    public Problem(int status, String code, Map<String, Object> members) {
        this(status, code, members, Optional.empty());
    }

    public static Problem of(int status, String code) {
        return new Problem(status, code, Map.of());
    }

    /** What is known of a refusal of the framework or the container: its status, 400 to 599. */
    public static Problem ofStatus(int status) {
        return of(status, Statuses.code(status));
    }

    /** A failure of the framework or the container that stands in the log under a number. */
    public static Problem ofIncident(int status, String number) {
        return new Problem(status, Statuses.code(status), Map.of("incident", number));
    }

    public static Problem of(Refusal refusal) {
        Map<String, Object> members = new TreeMap<>(refusal.details());
        members.keySet().removeAll(RESERVED);
        return new Problem(Statuses.of(refusal.kind()), refusal.code(), members, refusal.words());
    }

    /** A source that was received whole and cannot be understood: 422. */
    public static Problem unprocessable(String code, Map<String, Object> members) {
        return new Problem(Statuses.UNPROCESSABLE, code, members);
    }

    public String json(ProblemTexts texts) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "/problems/" + code)
                .add("title", words.map(texts::said).orElseGet(() -> texts.title(code)))
                .add("status", status)
                .add("code", code);
        if (words.isEmpty() && !texts.remedy(code).isEmpty()) {
            json.add("detail", texts.remedy(code));
        }
        new TreeMap<>(members).forEach((name, value) -> add(json, name, value));
        return json.build().toString();
    }

    private static void add(JsonObjectBuilder json, String name, Object value) {
        if (value instanceof Boolean flag) {
            json.add(name, flag);
        } else if (value instanceof Number number) {
            json.add(name, number.longValue());
        } else {
            String text = value.toString();
            json.add(name, text.length() > LONGEST_MEMBER ? text.substring(0, LONGEST_MEMBER) + "…" : text);
        }
    }
}
