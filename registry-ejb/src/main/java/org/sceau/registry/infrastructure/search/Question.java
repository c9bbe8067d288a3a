package org.sceau.registry.infrastructure.search;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.sceau.registry.application.searching.CatalogueQuery;

/** Turns what somebody typed into a query: every word must be met, as written, by its beginning, or by its stem in either language. */
final class Question {
    private static final Analyzer PLAIN = Words.plain();
    private static final Analyzer FRENCH = Words.french();
    private static final Analyzer ENGLISH = Words.english();
    private static final int SHORTEST_FUZZY = 4;

    private Question() {}

    static Query of(CatalogueQuery query) {
        return query.words().map(text -> words(text, false)).orElseGet(MatchAllDocsQuery::new);
    }

    /** The same with one wrong letter allowed in each longer word, for when nothing was found. */
    static Query forgiving(CatalogueQuery query) {
        return query.words().map(text -> words(text, true)).orElseGet(MatchAllDocsQuery::new);
    }

    /** What has exactly this name: a reference, a slug, an identifier. */
    static Query named(String text) {
        return new TermQuery(new Term(VisaDocuments.NAMED, Words.squeezed(text)));
    }

    private static Query words(String text, boolean forgiving) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<String> plain = Words.of(PLAIN, text);
        for (String word : plain) {
            all.add(word(word, forgiving), BooleanClause.Occur.MUST);
        }
        if (plain.isEmpty()) {
            return named(text);
        }
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        either.add(all.build(), BooleanClause.Occur.SHOULD);
        either.add(new BoostQuery(named(text), 100), BooleanClause.Occur.SHOULD);
        return either.build();
    }

    private static Query word(String word, boolean forgiving) {
        BooleanQuery.Builder ways = new BooleanQuery.Builder();
        ways.add(new BoostQuery(new TermQuery(new Term(VisaDocuments.TITLE, word)), 4), BooleanClause.Occur.SHOULD);
        ways.add(new TermQuery(new Term(VisaDocuments.PLAIN, word)), BooleanClause.Occur.SHOULD);
        ways.add(
                new ConstantScoreQuery(new PrefixQuery(new Term(VisaDocuments.PLAIN, word))),
                BooleanClause.Occur.SHOULD);
        Words.of(FRENCH, word)
                .forEach(stem ->
                        ways.add(new TermQuery(new Term(VisaDocuments.FRENCH, stem)), BooleanClause.Occur.SHOULD));
        Words.of(ENGLISH, word)
                .forEach(stem ->
                        ways.add(new TermQuery(new Term(VisaDocuments.ENGLISH, stem)), BooleanClause.Occur.SHOULD));
        if (forgiving && word.length() >= SHORTEST_FUZZY) {
            ways.add(new FuzzyQuery(new Term(VisaDocuments.PLAIN, word), 1, 1), BooleanClause.Occur.SHOULD);
        }
        return ways.build();
    }
}
