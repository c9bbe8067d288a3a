package org.sceau.registry.web.visa;

import java.util.List;
import org.sceau.registry.web.status.Verdict;
import org.sceau.registry.web.words.ScopeWord;

/**
 * Everything a visa page shows, in the language of the page.
 *
 * @param kicker        category and holder, after the reference
 * @param covers        what the verdict is about, in short: scheme, level, versions or scopes
 * @param familyAddress the catalogue, filtered by the family
 * @param heading       "Ce qui est certifié", by what the scheme grants
 * @param facts         what was granted, to whom, by whom
 * @param origin        where the facts came from
 * @param remarks       what is unusual about the entry, in plain words
 * @param urn           the name of the visa in trust lists
 */
public record VisaSheet(
        String slug,
        String reference,
        String kicker,
        String title,
        String covers,
        String family,
        String familyAddress,
        Verdict verdict,
        List<String> conditions,
        String conditionsTitle,
        String heading,
        List<Fact> facts,
        List<ScopeWord> scopes,
        List<LinkedDocument> documents,
        List<HistoryEvent> history,
        List<Fact> origin,
        List<String> remarks,
        String urn) {}
