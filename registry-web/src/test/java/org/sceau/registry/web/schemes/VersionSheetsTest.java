package org.sceau.registry.web.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.describing.FixedWords;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;
import org.sceau.registry.web.words.Texts;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VersionSheetsTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(Schemes.class.getClassLoader());

    private final VersionSheets sheets = new VersionSheets(SCHEMES, Language.ENGLISH);

    @Test
    void what_nobody_read_is_counted_and_marked_row_by_row() {
        assertThat(SCHEMES.all()).allSatisfy(version -> {
            VersionSheet sheet = sheets.sheet(version, true);
            long terms = new VersionSheets(SCHEMES, Language.FRENCH)
                    .sheet(version, true)
                    .unverified();
            long rows = sheet.tables().stream()
                    .flatMap(table -> table.rows().stream())
                    .filter(row -> !row.verified())
                    .count();
            assertThat(sheet.unverified()).isEqualTo(terms).isGreaterThanOrEqualTo(rows);
            assertThat(sheet.tables())
                    .allSatisfy(table -> assertThat(table.count().contains("not verified"))
                            .isEqualTo(table.rows().stream().anyMatch(row -> !row.verified())));
        });
    }

    @Test
    void a_sheet_that_is_not_whole_counts_the_same_and_shows_neither_drawing_nor_procedure() {
        SchemeVersion conducted = SCHEMES.all().stream()
                .filter(version -> version.conduct().isPresent())
                .findFirst()
                .orElseThrow();
        VersionSheet whole = sheets.sheet(conducted, true);
        VersionSheet part = sheets.sheet(conducted, false);

        assertThat(whole.diagrams()).hasSize(1);
        assertThat(whole.tables()).extracting(RuleTable::title).contains("Stages", "Moves", "Decisions");
        assertThat(part.diagrams()).isEmpty();
        assertThat(part.tables()).isEmpty();
        assertThat(part.conducted()).isTrue();
        assertThat(part.unverified()).isEqualTo(whole.unverified());
    }

    @Test
    void every_table_is_named_once_and_every_row_has_a_head_and_a_source() {
        for (Language language : Language.values()) {
            assertThat(SCHEMES.all()).allSatisfy(version -> {
                VersionSheet sheet = new VersionSheets(SCHEMES, language).sheet(version, true);
                assertThat(sheet.tables()).extracting(RuleTable::id).doesNotHaveDuplicates();
                assertThat(sheet.tables())
                        .allSatisfy(table -> assertThat(table.rows())
                                .isNotEmpty()
                                .allSatisfy(row -> {
                                    assertThat(row.head()).isNotEmpty();
                                    assertThat(row.source()).isNotBlank();
                                    assertThat(row.cells())
                                            .hasSize(table.columns().size() - 1);
                                }));
            });
        }
    }

    @Test
    void statuses_and_roles_are_called_here_what_other_pages_call_them() throws IOException {
        for (Language language : Language.values()) {
            Locale locale = language.locale();
            for (VisaStatus status : VisaStatus.values()) {
                assertThat(FixedWords.status(status).in(locale))
                        .isEqualToIgnoringCase(Texts.in(language).say("status." + status.code()));
            }
            Properties desk = new Properties();
            try (InputStream file = Objects.requireNonNull(Texts.class.getResourceAsStream(
                    "/org/sceau/registry/web/desk_" + language.code() + ".properties"))) {
                desk.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            for (Role role : Role.values()) {
                assertThat(desk.getProperty("role." + role.code())
                                .toLowerCase(locale)
                                .replace('’', '\''))
                        .startsWith(FixedWords.role(role).in(locale));
            }
        }
    }
}
