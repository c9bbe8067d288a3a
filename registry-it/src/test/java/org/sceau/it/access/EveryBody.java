package org.sceau.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sceau.it.access.Matrix.Row;
import org.sceau.it.access.Visit.Cell;
import org.sceau.it.access.Visit.Seen;
import org.sceau.it.server.Answer;
import org.sceau.it.server.Caller;

/**
 * Sends each method that reads a body, as somebody it lets in, what its body does not foresee: members that are not its own, words that some
 * part of a server would run or take for a header, JSON that is none or without end.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled once, before all tests
abstract class EveryBody {
    /** What somebody would like to set, and no body has. */
    private static final List<String> NOT_THEIRS = List.of(
            "id",
            "state",
            "status",
            "stage",
            "version",
            "approved",
            "approvedBy",
            "proposedBy",
            "proposer",
            "decidedBy",
            "verified",
            "publishedAt",
            "published",
            "listedBy",
            "visaId",
            "dossierId",
            "owner",
            "ownerId",
            "holderId",
            "accountId",
            "organisationId",
            "permissions",
            "admin",
            "isAdmin",
            "administrator",
            "actor",
            "actsAs",
            "onBehalfOf",
            "createdAt",
            "updatedAt",
            "recordedAt",
            "position",
            "journal",
            "signature",
            "leafHash",
            "content",
            "class",
            "@type",
            "__proto__",
            "constructor");

    private static final int EACH_ALONE = 4;
    /** Runs where somebody computes what is typed; 3703701 is what comes of it. */
    private static final String HOSTILE =
            "x\r\nSet-Cookie: pwned=1\r\n\r\n${1234567*3} #{1234567*3} {{1234567*3}} <script>pwned</script> %0d%0aX-Pwned: 1";

    private static final String COMPUTED = "3703701";

    private Estate estate;
    private Visit visit;
    private Rows database;
    private List<Cell> cells;

    /** Somebody is let in for each method with a body. */
    @BeforeAll
    void furnish() throws Exception {
        estate = Estate.furnished();
        visit = new Visit(estate);
        database = new Rows(estate);
        cells = Matrix.rows().stream()
                .filter(row -> visit.body(row).startsWith("{"))
                .map(EveryBody::letIn)
                .toList();
        assertThat(cells).hasSizeGreaterThan(50);
        Arrays.stream(Principal.values())
                .filter(Principal::signsIn)
                .flatMap(who -> who.account().stream())
                .distinct()
                .map(name -> new Caller(estate.registry(), name))
                .forEach(Caller::prove);
    }

    private static Cell letIn(Row row) {
        return Visit.cells(List.of(row)).stream()
                .filter(cell -> cell.expected() == Letter.LET_IN)
                .findFirst()
                .or(() -> Visit.cells(List.of(row)).stream()
                        .filter(cell -> cell.expected() == Letter.NOT_THERE)
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("nobody is let in: " + row.route()));
    }

    /** A body and for whom. */
    private record Sent(Cell cell, String body) {}

    private List<Seen> ask(Collection<Sent> sent) {
        return Crowd.ask(List.copyOf(sent), one -> visit.ask(one.cell(), one.body()));
    }

    private List<Sent> each(Function<JsonObject, Stream<JsonValue>> bodies) {
        return cells.stream()
                .flatMap(
                        cell -> bodies.apply(read(visit.body(cell.row()))).map(body -> new Sent(cell, body.toString())))
                .toList();
    }

    private static JsonObject read(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    @Test
    void members_that_are_not_of_the_body_are_refused_all_at_once_and_each_alone_and_change_no_row() throws Exception {
        Map<String, List<String>> before = database.settled();
        List<Sent> sent = new ArrayList<>(each(body -> everyObject(body, List.of(NOT_THEIRS))));
        int turn = 0;
        for (Cell cell : cells) {
            for (int i = 0; i < EACH_ALONE; i++) {
                String member = NOT_THEIRS.get(turn++ % NOT_THEIRS.size());
                everyObject(read(visit.body(cell.row())), List.of(List.of(member)))
                        .forEach(body -> sent.add(new Sent(cell, body.toString())));
            }
        }

        assertThat(NOT_THEIRS).hasSize(40).doesNotHaveDuplicates();
        assertThat(turn).isGreaterThan(NOT_THEIRS.size());
        assertThat(otherwise(ask(sent), "400 field-unknown"::equals)).isEmpty();
        assertThat(Rows.changes(before, database.settled())).isEmpty();
    }

    @Test
    void what_is_typed_is_never_computed_and_ends_no_header() {
        List<Seen> answers = ask(each(EveryBody::everyText));
        assertThat(answers).hasSizeGreaterThan(100);
        assertThat(otherwise(answers, words -> !words.startsWith("5"))).isEmpty();
        assertThat(answers)
                .allSatisfy(seen -> assertThat(seen.whole())
                        .as("%s", seen.cell())
                        .doesNotContain(COMPUTED)
                        .doesNotContainPattern("(?im)^(set-cookie|x-pwned):"));
    }

    @Test
    void what_stands_in_an_address_is_never_computed_and_ends_no_header() {
        String hostile = URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8).replace("+", "%20");
        List<Row> rows = Matrix.rows();
        List<Answer> answers = Crowd.ask(rows, row -> {
            String[] route = row.route().split(" ", 2);
            String path = route[1].replaceAll("\\{[a-z0-9]+}", hostile);
            return estate.registry()
                    .send(estate.registry()
                            .request(path + "?" + hostile + "=" + hostile)
                            .header("Authorization", "Bearer " + estate.token(Principal.ADMINISTRATOR))
                            .method(route[0], BodyPublishers.noBody()));
        });
        for (Answer answer : answers) {
            assertThat(answer.status()).as("%s", answer).isBetween(200, 499);
            assertThat(answer.text()).doesNotContain(COMPUTED);
            assertThat(answer.headers().map().toString()).doesNotContainIgnoringCase("pwned");
        }
    }

    @Test
    void json_that_says_a_thing_twice_or_nests_without_end_is_refused_by_every_method() throws Exception {
        Map<String, List<String>> before = database.settled();
        List<Sent> sent = new ArrayList<>();
        for (Cell cell : cells) {
            String body = visit.body(cell.row());
            String first = body.substring(1, body.indexOf(':'));
            sent.add(new Sent(cell, "{" + first + ":null," + body.substring(1)));
            sent.add(new Sent(cell, "{" + first + ":" + "[".repeat(20_000) + "]".repeat(20_000) + "}"));
            sent.add(new Sent(cell, "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000)));
            sent.add(new Sent(cell, body.substring(0, body.length() - 1)));
            sent.add(new Sent(cell, body + body));
            sent.add(new Sent(cell, "[" + body + "]"));
            sent.add(new Sent(cell, "\uFEFF" + body.replace('"', '\'')));
        }
        assertThat(otherwise(ask(sent), words -> words.startsWith("400 ") || words.startsWith("413 ")))
                .isEmpty();
        assertThat(Rows.changes(before, database.settled())).isEmpty();
    }

    @Test
    void a_body_without_measure_is_refused_before_it_is_read() {
        Cell cell = cells.stream()
                .filter(any -> any.row().route().equals("POST /api/v1/complaints"))
                .findFirst()
                .orElseThrow();
        String keys = IntStream.range(0, 1_000_000)
                .mapToObj(i -> "\"k" + i + "\":0")
                .collect(Collectors.joining(",", "{", "}"));
        assertThat(ask(List.of(
                        new Sent(cell, keys),
                        new Sent(cell, "{\"text\":" + "9".repeat(10 << 20) + "}"),
                        new Sent(cell, "[".repeat(100_000) + "]".repeat(100_000)))))
                .extracting(Seen::words)
                .allMatch(words -> words.startsWith("413 ") || words.startsWith("400 "));
    }

    private static List<String> otherwise(List<Seen> answers, Predicate<String> expected) {
        return answers.stream()
                .filter(seen -> !expected.test(seen.words()))
                .map(seen -> seen.cell() + " was answered " + seen.words())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The body, once for each object in it and each list of members, which that object has besides. An empty one within it holds what a scheme
     * names: its members are no part of the form, and are refused by the use case ({@code fact-not-in-version}).
     */
    private static Stream<JsonValue> everyObject(JsonObject body, List<List<String>> more) {
        return places(
                body,
                value -> value instanceof JsonObject object && (object.equals(body) || !object.isEmpty())
                        ? more.stream().map(members -> with(object, members))
                        : Stream.empty());
    }

    private static JsonValue with(JsonObject object, List<String> members) {
        JsonObjectBuilder with = Json.createObjectBuilder(object);
        members.forEach(member -> with.add(member, "x"));
        return with.build();
    }

    /** The body, once for each text in it, with hostile words in place of that. */
    private static Stream<JsonValue> everyText(JsonObject body) {
        return places(
                body, value -> value instanceof JsonString ? Stream.of(Json.createValue(HOSTILE)) : Stream.empty());
    }

    /** The whole, once for each part of it and each value that takes the place of that part. */
    private static Stream<JsonValue> places(JsonValue whole, Function<JsonValue, Stream<JsonValue>> instead) {
        Stream<JsonValue> below = Stream.empty();
        if (whole instanceof JsonObject object) {
            below = object.entrySet().stream()
                    .flatMap(entry -> places(entry.getValue(), instead)
                            .map(value -> Json.createObjectBuilder(object)
                                    .add(entry.getKey(), value)
                                    .build()));
        } else if (whole instanceof JsonArray array) {
            below = IntStream.range(0, array.size())
                    .boxed()
                    .flatMap(at -> places(array.get(at), instead)
                            .map(value -> Json.createArrayBuilder(array)
                                    .set(at, value)
                                    .build()));
        }
        return Stream.concat(instead.apply(whole), below);
    }
}
