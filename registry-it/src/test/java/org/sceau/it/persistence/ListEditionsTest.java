package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.persistence.ListText.all;
import static org.sceau.it.persistence.ListText.list;
import static org.sceau.it.persistence.ListText.slug;
import static org.sceau.it.persistence.ListText.statuses;
import static org.sceau.it.persistence.ListText.tail;
import static org.sceau.it.persistence.ListText.texts;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.RealData;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.recording.VisaContent;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Visa;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What issue after issue of a list says, and that it says what the interface and the pages say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListEditionsTest {
    private static final FamilyId PASSI = new FamilyId("passi");

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void invariant_53_the_number_rises_by_one_and_a_status_told_once_is_told_for_ever(Database database)
            throws Exception {
        House house = House.on(database, home);
        String rows = ImportTest.rows(3);
        String withdrawn = rows.replaceFirst("in-force,,,", "withdrawn,2025-12-07,À la demande,");
        String prolonged = rows.replace("2028-02-01", "2031-02-01");
        String later = prolonged.replace("2025-02-01", "2025-06-01");
        // Granted, one withdrawn, one left out by its source, one told in force again, all at their end, a further one,
        // all
        // prolonged after their end, and all said to begin later than they did.
        List<String> days = List.of(
                "2025-12-05",
                "2025-12-07",
                "2025-12-08",
                "2025-12-09",
                "2028-02-02",
                "2028-03-01",
                "2028-03-02",
                "2028-03-03");
        List<String> editions =
                List.of(rows, withdrawn, ImportTest.rows(2), rows, "", ImportTest.rows(4), prolonged, later);
        Set<String> told = new LinkedHashSet<>();
        for (int i = 0; i < days.size(); i++) {
            house.clock.set(days.get(i) + "T09:00:00Z");
            if (!editions.get(i).isEmpty()) {
                house.importCsv(editions.get(i), false);
            }
            house.issuing.issue(House.PUBLISHER, PASSI);
            PublishedList issue = house.lists.current(PASSI).orElseThrow();
            Document list = list(house, issue);
            assertThat(issue.sequence()).isEqualTo(i + 1);
            assertThat(texts(list, "TSLSequenceNumber")).containsExactly(Integer.toString(i + 1));
            Set<String> now = statuses(list);
            assertThat(now).as(days.get(i)).containsAll(told);
            told.addAll(now);
        }
        assertThat(told)
                .hasSizeGreaterThan(6)
                .anyMatch(status -> status.contains(" withdrawn "))
                .anyMatch(status -> status.contains(" expired 2028-02-01T23:00:00Z"))
                .anyMatch(status -> status.contains(" in-force 2028-03-01T23:00:00Z"));
        ImportJob again = house.importCsv(later, true);
        assertThat(again.counts().unchanged()).isEqualTo(3);
        assertThat(house.sql.list(
                        "select remarks from import_row where job_id = ?", row -> row.getString(1), again.id()))
                .hasSize(3)
                .allMatch(remarks -> remarks.contains("first-day-kept"));
        assertThat(house.comparing.compare(Matters.AUDITOR).differences()).isEmpty();
        assertThat(house.lists.history(PASSI))
                .extracting(PublishedList::sequence)
                .containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_53_list_and_interface_say_the_same_of_each_of_the_840_real_entries(Database database)
            throws Exception {
        House house = House.on(database, home);
        house.importOfficial(
                RealData.file("anssi-catalogue/rows-extracted-2025-12-05.json"), false, LocalDate.parse("2025-12-05"));
        house.issuing.issueDue();
        house.catalogue.open();
        int compared = 0;
        for (PublishedList issue : house.lists.current()) {
            for (Element provider : all(list(house, issue), "TrustServiceProvider")) {
                String holder = texts(all(provider, "TSPName").get(0), "Name").get(0);
                for (Element service : all(provider, "TSPService")) {
                    Visa visa = house.catalogue.find(new Slug(slug(service))).orElseThrow();
                    assertThat(said(service, holder)).isEqualTo(said(house, visa));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(840);
        house.closeIndex();
    }

    /** Members that both have, as the list tells them. */
    private static Map<String, Object> said(Element service, String holder) {
        Map<String, Object> said = new HashMap<>();
        said.put("family", tail(texts(service, "ServiceTypeIdentifier").get(0)));
        // One organisation has one entry, under the name it has in the first of its visas.
        said.put("holder", Organisation.named(holder).key());
        said.put("name", texts(all(service, "ServiceName").get(0), "Name").get(0));
        said.put("reference", texts(service, "Reference"));
        said.put("versions", texts(service, "Version"));
        said.put("level", texts(service, "Level"));
        said.put("scopes", texts(service, "Scope"));
        said.put("firstDay", texts(service, "ValidFrom"));
        said.put("lastDay", texts(service, "ValidUntil"));
        said.put("laboratories", texts(service, "Laboratory"));
        said.put(
                "documents",
                all(service, "Document").stream()
                        .map(document -> document.getAttribute("kind") + " " + document.getAttribute("href"))
                        .toList());
        said.put("status", tail(texts(service, "ServiceStatus").get(0)));
        said.put("since", texts(service, "StatusStartingTime").get(0));
        return said;
    }

    /** The same as the interface and the pages tell them, which both read these public facts. */
    private static Map<String, Object> said(House house, Visa visa) {
        Map<String, Object> facts = VisaContent.publicOf(visa.facts());
        Map<?, ?> subject = (Map<?, ?>) facts.get("subject");
        List<String> versions = one(subject.get("versions"));
        StatusOnDay status = visa.facts()
                .statusOn(
                        house.calendar.today(),
                        house.schemes.statusAtEnd(visa.facts().scheme()));
        Instant since = house.calendar.startOf(status.since());
        Map<String, Object> said = new HashMap<>();
        said.put("family", facts.get("family"));
        said.put("holder", visa.facts().holder().key());
        said.put("name", String.join(" ", concat(one(subject.get("name")), versions)));
        said.put("reference", one(((Map<?, ?>) facts.get("reference")).get("text")));
        said.put("versions", versions);
        Map<?, ?> level = (Map<?, ?>) facts.getOrDefault("level", Map.of());
        said.put("level", one(level.containsKey("term") ? level.get("term") : level.get("printed")));
        said.put("scopes", facts.getOrDefault("scopes", List.of()));
        said.put("firstDay", one(facts.get("firstDay")));
        said.put("lastDay", one(facts.get("lastDay")));
        List<?> laboratories = (List<?>) facts.getOrDefault("laboratories", List.of());
        said.put(
                "laboratories",
                laboratories.isEmpty()
                        ? List.of()
                        : List.of(String.join(
                                ", ",
                                laboratories.stream().map(Object::toString).toList())));
        said.put(
                "documents",
                ((List<?>) facts.getOrDefault("documents", List.of()))
                        .stream()
                                .map(document -> (Map<?, ?>) document)
                                .map(document -> document.get("kind")
                                                .toString()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')
                                        + " " + document.get("address"))
                                .toList());
        said.put("status", status.status().code());
        said.put("since", since.toString());
        return said;
    }

    private static List<String> one(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? List.of() : List.of(value.toString());
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
