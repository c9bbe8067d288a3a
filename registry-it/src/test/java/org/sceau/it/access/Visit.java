package org.sceau.it.access;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sceau.it.access.Matrix.Row;
import org.sceau.it.server.Answer;

/**
 * Asks for the cells of the matrix. A request that would change something is worded so that whoever is let in fails at the last step: it
 * names a version that nobody has, a digest of nothing, a thing that is not there.
 */
final class Visit {
    private static final String REQUESTS = "/access/requests.txt";
    /** A version that no matter comes to. */
    private static final String NO_VERSION = "\"v999999\"";

    private static final Set<String> OF_THE_LINE = Set.of("date", "connection");

    private final Estate estate;
    private final Things things;
    private final Map<String, String> requests = requests();

    Visit(Estate estate) {
        this.estate = estate;
        this.things = new Things(estate);
    }

    /** One who asks for one method, of one thing. */
    record Cell(Row row, Principal who, Whose whose) {
        Letter expected() {
            return row.expected(who, whose);
        }

        @Override
        public String toString() {
            return row.route() + " as " + who.column() + ", " + whose;
        }
    }

    /**
     * What was answered.
     *
     * @param words status and code
     * @param whole all that the caller sees, with the variables of the path in place of what they stood for
     */
    record Seen(Cell cell, String words, String whole) {
        Letter letter() {
            return Letter.of(words, cell.row());
        }
    }

    static List<Cell> cells(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.kinds().stream()
                        .flatMap(whose ->
                                java.util.Arrays.stream(Principal.values()).map(who -> new Cell(row, who, whose))))
                .toList();
    }

    /** What is sent beside the path, by route; nothing for what is not named. */
    static Map<String, String> requests() {
        Map<String, String> requests = new HashMap<>();
        for (String line : Matrix.lines(REQUESTS)) {
            String[] parts = line.split(" = ", 2);
            requests.put(parts[0].strip(), parts[1].strip());
        }
        return requests;
    }

    Seen ask(Cell cell) {
        return ask(cell, body(cell.row()));
    }

    /** What is sent beside path and query; empty for nothing. */
    String body(Row row) {
        return words(row).substring(query(row).length()).strip();
    }

    private String query(Row row) {
        return words(row).startsWith("?") ? words(row).split(" ", 2)[0] : "";
    }

    private String words(Row row) {
        return requests.getOrDefault(row.route(), "");
    }

    /** The same with another body. */
    Seen ask(Cell cell, String body) {
        Map<String, String> values = things.of(cell.row().object(), cell.whose(), cell.who());
        String[] route = cell.row().route().split(" ", 2);
        String query = query(cell.row());
        String path = filled(route[1], values);
        HttpRequest.Builder request = estate.registry()
                .request(URI.create(path).getRawPath() + query)
                .header("Accept", "application/json, */*;q=0.5")
                .header("Accept-Language", "en")
                .method(route[0], body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!route[0].equals("GET")) {
            request.header("If-Match", NO_VERSION).header("Content-Type", "application/json");
        }
        String token = estate.token(cell.who());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        Answer answer = estate.registry().send(request);
        return new Seen(cell, words(answer), whole(answer, values));
    }

    /** What somebody is answered at an address, as a program asks. */
    Answer get(Principal who, String address) {
        HttpRequest.Builder request =
                estate.registry().request(address).header("Accept", "application/json, */*;q=0.5");
        String token = estate.token(who);
        return estate.registry().send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private static String filled(String path, Map<String, String> values) {
        String filled = path;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        if (filled.contains("{")) {
            throw new IllegalStateException("nothing stands for a variable of " + path + " among " + values);
        }
        return filled;
    }

    static String words(Answer answer) {
        return answer.header("Content-Type").startsWith("application/problem+json")
                ? answer.status() + " " + answer.code()
                : Integer.toString(answer.status());
    }

    private static String whole(Answer answer, Map<String, String> values) {
        Function<String, String> hidden = text -> {
            String result = text;
            for (Map.Entry<String, String> value : values.entrySet()) {
                result = result.replace(value.getValue(), "{" + value.getKey() + "}");
            }
            return result;
        };
        String headers = new TreeMap<>(answer.headers().map())
                .entrySet().stream()
                        // When it was said, and whether the server keeps the line open, are not of the answer.
                        .filter(header -> !OF_THE_LINE.contains(header.getKey().toLowerCase(Locale.ROOT)))
                        .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                        .collect(Collectors.joining());
        return hidden.apply(answer.status() + "\n" + headers + new String(answer.bytes(), StandardCharsets.UTF_8));
    }
}
