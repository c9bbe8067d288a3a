package org.sceau.registry.infrastructure.catalogues;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.importing.CatalogueFormat;
import org.sceau.registry.application.importing.Edition;
import org.sceau.registry.application.importing.ReadRow;
import org.sceau.registry.application.importing.RowNotice;
import org.sceau.registry.application.importing.RowProblem;
import org.sceau.registry.application.importing.UnreadableCatalogue;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;

/** Reads sources in tests and keeps every row. */
public final class Reading {
    public static final Schemes SCHEMES = SchemesFromResources.load(Reading.class.getClassLoader());
    public static final LocalDate EDITION_DAY = LocalDate.of(2025, 12, 5);
    public static final Edition EDITION = new Edition(Optional.of(EDITION_DAY), LocalDate.of(2025, 12, 8));

    private Reading() {}

    public static List<ReadRow> rows(CatalogueFormat format, InputStream source, Edition edition) {
        List<ReadRow> rows = new ArrayList<>();
        try {
            format.read(source, edition, rows::add);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return rows;
    }

    public static List<ReadRow> rows(CatalogueFormat format, String source) {
        return rows(format, bytes(source), EDITION);
    }

    /** The only row of a source, which is understood. */
    public static VisaFacts facts(CatalogueFormat format, String source) {
        ReadRow row = only(format, source);
        return row.facts().orElseThrow(() -> new AssertionError(row.problems()));
    }

    public static ReadRow only(CatalogueFormat format, String source) {
        List<ReadRow> rows = rows(format, source);
        if (rows.size() != 1) {
            throw new AssertionError(rows);
        }
        return rows.get(0);
    }

    public static List<String> problems(ReadRow row) {
        return row.problems().stream().map(RowProblem::code).toList();
    }

    public static List<String> notices(ReadRow row) {
        return row.notices().stream().map(RowNotice::code).toList();
    }

    /** Why a source as a whole is refused. */
    public static UnreadableCatalogue refusal(CatalogueFormat format, InputStream source) {
        UnreadableCatalogue refusal =
                catchThrowableOfType(UnreadableCatalogue.class, () -> format.read(source, EDITION, row -> true));
        if (refusal == null) {
            throw new AssertionError("the source was read");
        }
        return refusal;
    }

    public static UnreadableCatalogue refusal(CatalogueFormat format, String source) {
        return refusal(format, bytes(source));
    }

    public static InputStream bytes(String source) {
        return new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8));
    }
}
