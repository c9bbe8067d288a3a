package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The two times of a visa on the wire: the legal day that is asked for, and what was known at an instant. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoTimesIT {
    private static final long SEED = Long.getLong("sceau.seed", 20_261_127L);
    private static final String IMPORT = "/api/v1/imports?format=sceau-csv&dryRun=false";
    private static final List<String> LEVELS = List.of("SUBSTANTIAL", "HIGH");
    private static final List<String> SCOPES =
            List.of("ARCHITECTURE_AUDIT|PENETRATION_TEST", "ARCHITECTURE_AUDIT", "PENETRATION_TEST");
    private static final List<String> NAMES = List.of("Audit Brehec", "Audit Bréhec");
    private static final int EDITIONS = 8;

    private final RunningRegistry registry = RunningRegistry.shared();
    private final CsvRows rows = CsvRows.numbered("twotimes", 1);
    private final String address = "/api/v1/visas/" + rows.slug(1);

    /** An answer as it was given. */
    private record Served(String path, byte[] body) {}

    private JsonObject edition(Random random, int number) {
        String csv = rows.text()
                .replace("SUBSTANTIAL", LEVELS.get(random.nextInt(LEVELS.size())))
                .replace("ARCHITECTURE_AUDIT|PENETRATION_TEST", SCOPES.get(random.nextInt(SCOPES.size())))
                .replace("Audit twotimes 1", NAMES.get(random.nextInt(NAMES.size())))
                // Each edition ends on another day, so that each is a new version.
                .replace("2028-02-01", "2028-01-%02d".formatted(number));
        Answer ended = registry.post(IMPORT, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(ended.status()).as("%s", ended).isEqualTo(200);
        assertThat(ended.json().getInt("refused")).as("%s", ended).isZero();
        Patience.until("version " + number, Duration.ofMinutes(1), () -> {
            Answer now = registry.get(address);
            return now.status() == 200 && now.json().getInt("version") == number;
        });
        return registry.get(address).json();
    }

    /** The legal day there. */
    private LocalDate today() {
        return LocalDate.ofInstant(registry.now(), ZoneId.of("Europe/Paris"));
    }

    private List<Served> served(JsonObject visa) {
        LocalDate today = today();
        List<Served> all = new ArrayList<>();
        for (LocalDate day : List.of(LocalDate.parse("2025-02-01"), today.minusDays(1), today, today.plusDays(1))) {
            String now = address + "?asOf=" + day;
            all.add(new Served(
                    now + "&knownAt=" + visa.getString("recordedAt"),
                    registry.get(now).bytes()));
        }
        return all;
    }

    @Test
    void an_answer_for_a_past_instant_is_byte_for_byte_what_was_served_then_and_a_past_day_keeps_what_it_said() {
        Random random = new Random(SEED);
        LocalDate yesterday = today().minusDays(1);
        JsonObject first = edition(random, 1);
        List<Served> history = new ArrayList<>(served(first));
        JsonObject newest = first;
        for (int number = 2; number <= EDITIONS; number++) {
            newest = edition(random, number);
            history.addAll(served(newest));
        }

        for (Served then : history) {
            assertThat(new String(registry.get(then.path()).bytes(), StandardCharsets.UTF_8))
                    .as("%s, seed %d", then.path(), SEED)
                    .isEqualTo(new String(then.body(), StandardCharsets.UTF_8));
        }
        JsonObject before = registry.get(address + "?asOf=" + yesterday).json();
        for (String said : List.of("subject", "level", "scopes", "lastDay")) {
            assertThat(before.getJsonObject("facts").get(said))
                    .as("%s of yesterday, known today", said)
                    .isEqualTo(first.getJsonObject("facts").get(said));
        }
        assertThat(newest.getJsonObject("facts").getString("lastDay")).isEqualTo("2028-01-08");
        assertThat(before.getJsonObject("status").getString("until")).isEqualTo("2028-01-01");
        assertThat(registry.get("/api/v1/visas?scheme=passi&limit=1000&asOf=" + yesterday)
                        .json()
                        .getJsonArray("visas")
                        .getValuesAs(JsonObject.class))
                .filteredOn(row -> row.getString("slug").equals(rows.slug(1)))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("lastDay")).isEqualTo("2028-01-01"));
    }
}
