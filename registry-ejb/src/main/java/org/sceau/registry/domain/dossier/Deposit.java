package org.sceau.registry.domain.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A document that was deposited. A newer one of the same type and language stands beside the former, which stays.
 *
 * @param id       of the document
 * @param type     id of its type in the scheme
 * @param title    at most 300 characters
 * @param language ISO 639-1 code
 * @param edition  version or date printed on it, at most 100 characters
 * @param sections ids of the sections it declares to have; of a certification report only, at most 100
 * @param sha256   64 lower-case hexadecimal digits of its bytes
 * @param size     its bytes
 * @param by       who deposited it
 * @param at       when
 */
public record Deposit(
        UUID id,
        String type,
        String title,
        String language,
        Optional<String> edition,
        List<String> sections,
        String sha256,
        long size,
        Person by,
        Instant at) {
    /** Sections a document may declare. */
    public static final int MAX_SECTIONS = 100;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Refuses blank or too long texts, a language that is no code and a hash that is none, with {@link IllegalArgumentException}. */
    public Deposit {
        sections = List.copyOf(sections);
        if (sections.size() > MAX_SECTIONS) {
            throw new IllegalArgumentException("a report has at most " + MAX_SECTIONS + " sections");
        }
        if (title.isBlank()
                || title.length() > 300
                || edition.filter(text -> text.isBlank() || text.length() > 100).isPresent()) {
            throw new IllegalArgumentException(
                    "a document has a title of at most 300 characters, an edition of at most 100");
        }
        if (!LANGUAGE.matcher(language).matches() || !SHA_256.matcher(sha256).matches() || size < 0) {
            throw new IllegalArgumentException("a document has a two-letter language, a SHA-256 and a size");
        }
    }
}
