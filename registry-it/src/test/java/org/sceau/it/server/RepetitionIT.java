package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Whatever the served description says is created or done by a POST is sent again under its key: the answer is the same, nothing was done
 * twice, and with another body the key is refused. A new POST without a request in {@link EveryCreation} fails it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepetitionIT {
    /** Needs years to pass, so that {@link ErasureIT} sends these again on a clock that travels. */
    private static final Set<String> ELSEWHERE =
            Set.of("/api/v1/dossiers/{id}/erasure", "/api/v1/dossiers/{id}/erasure/approval");

    private final RunningRegistry registry = RunningRegistry.shared();

    /**
     * A request that was done.
     *
     * @param of   what it changed, whose version it saw; empty for one that makes something new
     * @param seen that version; empty with it
     */
    record Done(Caller by, String of, String seen, String address, String body, String key, Answer answer) {
        Answer again(String newBody) {
            return send(by, seen, address, newBody, key);
        }

        /** Where one looks whether there is more than before: what was changed, or the list of its like. */
        String standing() {
            return of.isEmpty() ? address.split("\\?", 2)[0] : of;
        }
    }

    /** Does requests, each under a key of its own, and sends each again as somebody does who lost the answer. */
    static final class Log {
        private final List<Done> all = new ArrayList<>();

        /** Makes something new, or says a second word about something by its digest. */
        Answer make(Caller by, String address, String body) {
            return keep(by, "", "", address, body);
        }

        /** Changes something on the version that it has now. */
        JsonObject change(Caller by, String of, String below, String body) {
            return keep(by, of, by.get(of).header("ETag"), of + below, body).json();
        }

        private Answer keep(Caller by, String of, String seen, String address, String body) {
            String key = "once " + UUID.randomUUID();
            Answer answer = send(by, seen, address, body, key);
            assertThat(answer.status())
                    .as("%s POST %s → %s", by.username(), address, answer)
                    .isBetween(200, 202);
            Done done = new Done(by, of, seen, address, body, key, answer);
            Answer again = done.again(body);
            assertSame(again, done);
            assertThat(said(again)).as(address).isEqualTo(said(answer));
            all.add(done);
            return answer;
        }
    }

    private static Answer send(Caller by, String seen, String address, String body, String key) {
        return seen.isEmpty()
                ? by.post(address, body, "Idempotency-Key", key)
                : by.post(address, body, "Idempotency-Key", key, "If-Match", seen);
    }

    @Test
    void every_creation_is_done_once_under_its_key_and_the_key_stands_for_nothing_else() throws Exception {
        Log log = new Log();
        EveryCreation tour = new EveryCreation(registry, log);
        tour.travel();

        Set<String> paths = described();
        Set<String> missing = new TreeSet<>(paths);
        missing.removeAll(ELSEWHERE);
        log.all.forEach(done -> missing.remove(route(done.address().split("\\?", 2)[0], paths)));
        assertThat(missing).as("described, and not sent here").isEmpty();

        Map<String, String> before = standing(log.all);
        long entries = entries();
        for (Done done : log.all) {
            Answer again = done.again(done.body());
            assertSame(again, done);
            // What has versions is told as it was then, whatever became of it since.
            if (!again.header("ETag").isEmpty()) {
                assertThat(said(again)).as(done.address()).isEqualTo(said(done.answer()));
            }
            // One byte more says the same and is another body: whoever sends it did not send this before.
            String other = done.body().isEmpty() ? "{}" : done.body() + "\n";
            assertProblem(done.again(other), 409, "idempotency-key-reused");
        }
        assertThat(entries()).as("acts on record").isEqualTo(entries);
        assertThat(standing(log.all)).isEqualTo(before);
        tour.tidyUp();
    }

    private static void assertSame(Answer again, Done done) {
        assertThat(again.status())
                .as("%s %s", done.address(), again)
                .isEqualTo(done.answer().status());
        for (String header : List.of("Location", "ETag")) {
            assertThat(again.header(header))
                    .as(done.address())
                    .isEqualTo(done.answer().header(header));
        }
    }

    /** What an answer says; legal clocks are told for the instant at which somebody asks, and secrets once. */
    private static String said(Answer answer) {
        return answer.text().replaceFirst("\"asOf\":\"[^\"]*Z\"", "").replaceAll(",?\"(secret|uri)\":\"[^\"]*\"", "");
    }

    /** Entries of the journal that tell of visas, dossiers, proposals, complaints, remedies and vulnerabilities. */
    private long entries() {
        return new Caller(registry, "audit")
                .get("/api/v1/record/comparison")
                .json()
                .getJsonNumber("entries")
                .longValue();
    }

    /** The version of all that was changed, and the lists of all that was made. */
    private static Map<String, String> standing(List<Done> all) {
        Map<String, String> standing = new LinkedHashMap<>();
        for (Done done : all) {
            standing.computeIfAbsent(done.standing(), address -> {
                Answer now = done.by().get(address);
                return done.of().isEmpty() ? now.text() : now.header("ETag");
            });
        }
        return standing;
    }

    /** Paths of the description that take a POST. */
    private Set<String> described() {
        Set<String> paths = new TreeSet<>();
        registry.send(registry.request("/openapi").header("Accept", "application/json"))
                .json()
                .getJsonObject("paths")
                .forEach((path, methods) -> {
                    if (methods.asJsonObject().containsKey("post")) {
                        paths.add(path);
                    }
                });
        assertThat(paths).containsAll(ELSEWHERE).hasSizeGreaterThan(40);
        return paths;
    }

    /** The path that an address is one of: the one with the fewest parameters. */
    private static String route(String address, Set<String> paths) {
        return paths.stream()
                .filter(path -> address.matches(path.replaceAll("\\{[^}]*}", "[^/]+")))
                .min(Comparator.comparingLong(
                        path -> path.chars().filter(sign -> sign == '{').count()))
                .orElseThrow(() -> new AssertionError(address + " is not described"));
    }
}
