package org.sceau.registry.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.importing.StagedRow.Outcome;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportRowsTest {

    @Test
    void a_row_that_a_cancelled_import_only_meant_to_create_is_not_among_the_created() {
        assertThat(ImportRows.outcomes("created", false)).containsExactly(Outcome.CREATED);
        assertThat(ImportRows.outcomes("changed", false)).containsExactly(Outcome.CHANGED);
    }

    @Test
    void a_dry_run_has_rows_to_create_and_none_created() {
        assertThat(ImportRows.outcomes("created", true)).containsExactly(Outcome.TO_CREATE);
        assertThat(ImportRows.outcomes("changed", true)).containsExactly(Outcome.TO_CHANGE);
    }

    @Test
    void without_a_filter_every_row_is_shown() {
        assertThat(ImportRows.outcomes("", false)).isEmpty();
    }
}
