package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sceau.it.house.House;
import org.sceau.it.house.RealData;
import org.sceau.it.judges.ListJudges;
import org.sceau.trustlist.signing.SignerStore;

/** The official edition of December 2025 comes in over the network, and goes out again as pages and signed lists. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled once, before all tests
class RealEditionIT {
    private static final String IMPORT = "/api/v1/imports?format=anssi-catalogue&edition=2025-12-05&dryRun=";
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final Pattern NEXT_UPDATE = Pattern.compile(
            "<ListIssueDateTime>([^<]+)</ListIssueDateTime>.*<NextUpdate>\\s*<dateTime>([^<]+)<", Pattern.DOTALL);
    private static final Pattern SEQUENCE = Pattern.compile("<TSLSequenceNumber>(\\d+)<");

    private RunningRegistry registry;
    private Map<String, Long> before;
    private Map<String, byte[]> formerIssues;
    private JsonObject dry;
    private JsonObject real;
    private JsonObject again;

    @BeforeAll
    void import_it_once_for_all() throws IOException {
        byte[] edition = Files.readAllBytes(RealData.file("anssi-catalogue/rows-extracted-2025-12-05.json"));
        registry = RunningRegistry.named("life", Map.of());
        before = families();
        formerIssues = new TreeMap<>();
        for (String family : before.keySet()) {
            formerIssues.put(
                    family,
                    registry.get("/trust-lists/" + family + "/current.xml").bytes());
        }
        dry = registry.post(IMPORT + "true", edition).json();
        real = registry.post(IMPORT + "false", edition).json();
        again = registry.post(IMPORT + "false", edition).json();
        Patience.until("the catalogue has 840 more", LONG, () -> registry.visas() >= total(before) + 840);
        // Families that the official catalogue does not hold have nothing new to say.
        Set<String> printed = printedCounts().keySet();
        Patience.until(
                "the list of every family of the edition is issued anew",
                LONG,
                () -> printed.stream()
                        .allMatch(family -> sequence(registry.get("/trust-lists/" + family + "/current.xml")
                                        .text())
                                > sequence(text(formerIssues.getOrDefault(family, new byte[0])))));
    }

    private Map<String, Long> families() {
        Map<String, Long> counts = new HashMap<>();
        for (JsonValue facet : registry.get("/api/v1/catalogue?size=1")
                .json()
                .getJsonObject("facets")
                .getJsonArray("scheme")) {
            counts.put(
                    facet.asJsonObject().getString("value"),
                    facet.asJsonObject().getJsonNumber("count").longValue());
        }
        return counts;
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long sequence(String list) {
        Matcher sequence = SEQUENCE.matcher(list);
        return sequence.find() ? Long.parseLong(sequence.group(1)) : 0;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Map<String, Long> printedCounts() throws IOException {
        Map<String, Long> printed = new HashMap<>();
        try (JsonReader reader =
                Json.createReader(Files.newBufferedReader(RealData.file("anssi-catalogue/counts-2025-12-05.json")))) {
            reader.readObject()
                    .getJsonObject("per_section")
                    .forEach((heading, section) -> printed.put(
                            House.SCHEMES
                                    .familyOfHeading(heading)
                                    .orElseThrow()
                                    .id()
                                    .value(),
                            (long) section.asJsonObject().getInt("rows")));
        }
        return printed;
    }

    @Test
    void all_840_rows_are_created_none_is_refused_and_a_second_time_nothing_changes() {
        assertThat(dry.getInt("created")).isEqualTo(840);
        assertThat(real.getInt("rows")).isEqualTo(840);
        assertThat(real.getInt("created")).isEqualTo(840);
        assertThat(real.getInt("refused")).isZero();
        assertThat(again.getInt("unchanged")).isEqualTo(840);
        assertThat(again.getInt("created") + again.getInt("changed") + again.getInt("refused"))
                .isZero();
    }

    @Test
    void every_family_has_as_many_more_visas_as_the_edition_prints() throws IOException {
        Map<String, Long> more = families();
        before.forEach((family, count) -> more.merge(family, -count, Long::sum));
        // Families that the official catalogue does not hold stay as they were.
        more.values().removeIf(count -> count == 0);
        assertThat(more).isEqualTo(printedCounts());
    }

    @Test
    void the_pages_of_the_visas_answer_those_that_share_a_reference_too() {
        List<String> slugs = slugs();
        assertThat(slugs).hasSize(840).doesNotHaveDuplicates();
        List<String> sample = new ArrayList<>(
                slugs.stream().filter(slug -> slug.contains("~")).limit(8).toList());
        assertThat(sample).as("visas that share a reference").isNotEmpty();
        for (int i = 0; sample.size() < 60; i += 15) {
            sample.add(slugs.get(i));
        }
        for (String slug : sample) {
            Answer page = registry.get("/visas/" + slug);
            assertThat(page.status()).as(slug).isEqualTo(200);
            assertThat(page.text()).as(slug).contains("<h1>", "/visas/" + slug);
            assertThat(registry.get("/en/visas/" + slug).status()).as(slug).isEqualTo(200);
            assertThat(registry.get("/api/v1/visas/" + slug).json().getString("slug"))
                    .isEqualTo(slug);
        }
    }

    private List<String> slugs() {
        return registry.getAs("admin", "/api/v1/imports/" + real.getString("id") + "/report.csv")
                .text()
                .lines()
                .skip(1)
                .filter(line -> line.contains("\"created\""))
                .map(line -> line.substring(line.lastIndexOf(",\"") + 2, line.length() - 1))
                .distinct()
                .toList();
    }

    @Test
    void all_judges_accept_the_list_of_every_family_as_it_is_downloaded() throws Exception {
        X509Certificate signer = signer();
        Path folder = Files.createDirectories(Checkout.target().resolve("homes/downloaded"));
        Set<String> all = families().keySet();
        assertThat(all)
                .as("those of the demonstration alone too")
                .containsAll(printedCounts().keySet());
        assertThat(all).hasSizeGreaterThan(printedCounts().size());
        for (String family : all) {
            byte[] list =
                    registry.get("/trust-lists/" + family + "/current.xml").bytes();
            byte[] digest =
                    registry.get("/trust-lists/" + family + "/current.xml.sha2").bytes();
            assertThat(text(digest))
                    .as(family)
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(list)));
            assertThat(registry.get("/trust-lists/" + family + "/current.sha2").bytes())
                    .isEqualTo(digest);
            Path file = Files.write(folder.resolve(family + ".xml"), list);
            Files.write(folder.resolve(family + ".sha2"), digest);
            ListJudges.assertAccepted(file, signer);
        }
    }

    private X509Certificate signer() throws Exception {
        try (Stream<Path> keys = Files.list(registry.home().resolve("keys"))) {
            return SignerStore.load(keys.findFirst().orElseThrow(), "demonstration".toCharArray())
                    .certificate();
        }
    }

    @Test
    void issues_are_numbered_without_gap_former_ones_keep_their_bytes_and_the_next_comes_within_six_months()
            throws IOException {
        Set<String> printed = printedCounts().keySet();
        formerIssues.forEach((family, former) -> {
            String folder = "/trust-lists/" + family + "/";
            String current = registry.get(folder + "current.xml").text();
            long last = sequence(current);
            if (printed.contains(family)) {
                assertThat(last).as(family).isGreaterThan(sequence(text(former)));
            } else {
                assertThat(text(former)).as("nothing new to say of " + family).isEqualTo(current);
            }
            assertThat(registry.get(folder + sequence(text(former)) + ".xml").bytes())
                    .as(family)
                    .isEqualTo(former);
            for (long number = 1; number <= last; number++) {
                assertThat(sequence(registry.get(folder + number + ".xml").text()))
                        .isEqualTo(number);
            }
            assertThat(registry.get(folder + (last + 1_000) + ".xml").status()).isEqualTo(404);
            Matcher days = NEXT_UPDATE.matcher(current);
            assertThat(days.find()).isTrue();
            assertThat(OffsetDateTime.parse(days.group(2)))
                    .isAfter(OffsetDateTime.parse(days.group(1)))
                    .isBeforeOrEqualTo(OffsetDateTime.parse(days.group(1)).plusMonths(6));
        });
    }
}
