package org.sceau.registry.api.catalogue;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/** Reads a {@link CatalogueQuery} from the query of a request. {@code scheme} names families, as on the public pages. */
final class CatalogueQuestion {
    private static final Set<String> KNOWN = Set.of(
            "q", "scheme", "level", "status", "holder", "laboratory", "category", "asOf", "sort", "page", "size");
    private static final int USUAL_SIZE = 20;

    private CatalogueQuestion() {}

    static CatalogueQuery read(MultivaluedMap<String, String> query, LocalDate today) {
        Query asked = Query.of(query, KNOWN);
        Optional<String> words = asked.text("q");
        int size = asked.number("size", USUAL_SIZE, 1, CatalogueQuery.LARGEST_PAGE);
        return new CatalogueQuery(
                words.orElse(""),
                asked.all("scheme", text -> new FamilyId(text).value(), "the identifier of a family"),
                asked.texts("level"),
                asked.all("status", VisaStatus::ofCode, codes(VisaStatus.values())),
                asked.texts("holder"),
                asked.texts("laboratory"),
                asked.texts("category"),
                asked.day("asOf").orElse(today),
                sort(asked, words.isPresent()),
                asked.number("page", 1, 1, CatalogueQuery.DEEPEST_ROW / size),
                size);
    }

    private static CatalogueQuery.Sort sort(Query asked, boolean words) {
        CatalogueQuery.Sort usual = words ? CatalogueQuery.Sort.RELEVANCE : CatalogueQuery.Sort.NAME;
        return asked.text("sort")
                .map(text -> Arrays.stream(CatalogueQuery.Sort.values())
                        .filter(sort -> code(sort).equals(text))
                        .findFirst()
                        .orElseThrow(() -> Query.invalid("sort", codes(CatalogueQuery.Sort.values()))))
                .orElse(usual);
    }

    private static String codes(Enum<?>[] values) {
        return Arrays.stream(values).map(CatalogueQuestion::code).collect(Collectors.joining(", "));
    }

    private static String code(Enum<?> value) {
        return Coded.of(value);
    }
}
