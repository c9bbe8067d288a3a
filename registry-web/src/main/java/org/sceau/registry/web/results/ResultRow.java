package org.sceau.registry.web.results;

import java.util.List;
import org.sceau.registry.web.status.Verdict;
import org.sceau.registry.web.words.ScopeWord;

/**
 * One visa in a list.
 *
 * @param address of its page, in the language of the list
 * @param title   what was certified, cut at the words looked for
 * @param holder  empty when the title says it already
 * @param level   {@code élevé}; empty when the scheme has none
 * @param scopes  empty unless the scheme has some
 * @param hint    what a hurried reader should not miss; may be empty
 */
public record ResultRow(
        String address,
        List<TitlePart> title,
        String reference,
        String scheme,
        String level,
        String holder,
        String region,
        List<ScopeWord> scopes,
        Verdict verdict,
        String hint) {}
