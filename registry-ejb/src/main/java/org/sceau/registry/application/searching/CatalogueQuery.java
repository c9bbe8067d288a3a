package org.sceau.registry.application.searching;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/**
 * A question to the catalogue. Every part is a filter; sets are alternatives, and empty sets do not filter.
 *
 * @param text       free words, at most {@value #LONGEST_TEXT} characters; blank asks for everything
 * @param families   family identifiers
 * @param levels     level identifiers
 * @param statuses   statuses on {@code day}
 * @param holders    organisation keys
 * @param laboratories laboratory names as facet values
 * @param categories category identifiers or printed words
 * @param day        legal day of the question; the present legal day unless {@code asOf} was asked
 * @param sort       order of the rows
 * @param page       1 or more
 * @param size       1 to {@value #LARGEST_PAGE}
 */
public record CatalogueQuery(
        String text,
        Set<String> families,
        Set<String> levels,
        Set<VisaStatus> statuses,
        Set<String> holders,
        Set<String> laboratories,
        Set<String> categories,
        LocalDate day,
        Sort sort,
        int page,
        int size) {
    public static final int LONGEST_TEXT = 200;
    public static final int LARGEST_PAGE = 100;
    /** Rows beyond this rank are not paged to; narrower questions are. */
    public static final int DEEPEST_ROW = 100_000;

    /** Orders of a result list. */
    public enum Sort {
        RELEVANCE,
        NAME,
        HOLDER,
        NEWEST,
        ENDING
    }

    public CatalogueQuery {
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        families = Set.copyOf(families);
        levels = Set.copyOf(levels);
        statuses = Set.copyOf(statuses);
        holders = Set.copyOf(holders);
        laboratories = Set.copyOf(laboratories);
        categories = Set.copyOf(categories);
        if (page < 1 || size < 1 || size > LARGEST_PAGE || (long) page * size > DEEPEST_ROW) {
            throw new IllegalArgumentException("a page starts at 1, holds 1 to 100 rows and ends before row 100,000");
        }
    }

    /** Everything, first page, on a day. */
    public static CatalogueQuery everythingOn(LocalDate day) {
        return new CatalogueQuery(
                "", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), day, Sort.NAME, 1, 20);
    }

    public Optional<String> words() {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    public int firstRow() {
        return (page - 1) * size;
    }
}
