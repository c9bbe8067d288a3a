package org.sceau.registry.infrastructure.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.application.searching.CataloguePage;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Visa;

/** One state of the index with its cards: what every reader sees until the next state takes its place. */
final class Shelf {
    static final String CARD = "card";

    private final IndexSearcher searcher;
    private final Card[] cards;
    private final Map<IndexReader.CacheKey, Card[]> segments;

    private Shelf(IndexSearcher searcher, Card[] cards, Map<IndexReader.CacheKey, Card[]> segments) {
        this.searcher = searcher;
        this.cards = cards;
        this.segments = segments;
    }

    /**
     * @param former the state before, whose cards of segments that are still there are taken over; null for the first
     */
    static Shelf of(DirectoryReader reader, @Nullable Shelf former) throws IOException {
        Map<IndexReader.CacheKey, Card[]> segments = new HashMap<>();
        Card[] cards = new Card[reader.maxDoc()];
        for (LeafReaderContext leaf : reader.leaves()) {
            IndexReader.CacheKey key = leaf.reader().getCoreCacheHelper().getKey();
            Card[] known = former == null ? null : former.segments.get(key);
            Card[] segment = known == null ? read(leaf.reader()) : known;
            segments.put(key, segment);
            System.arraycopy(segment, 0, cards, leaf.docBase, segment.length);
        }
        return new Shelf(new IndexSearcher(reader), cards, segments);
    }

    private static Card[] read(LeafReader segment) throws IOException {
        Card[] cards = new Card[segment.maxDoc()];
        BinaryDocValues values = segment.getBinaryDocValues(CARD);
        for (int doc = 0; values != null && doc < cards.length; doc++) {
            if (values.advanceExact(doc)) {
                cards[doc] = Card.parse(values.binaryValue().utf8ToString());
            }
        }
        return cards;
    }

    static byte[] bytes(Card card) {
        return card.text().getBytes(StandardCharsets.UTF_8);
    }

    /** A visa that matches, by its place on the shelf. */
    private record Hit(int doc, float score, Card card) {}

    CataloguePage search(CatalogueQuery query) throws IOException {
        CataloguePage page = search(query, Question.of(query));
        return page.total() == 0
                        && query.words().isPresent()
                        && page.facets().values().stream().allMatch(List::isEmpty)
                ? search(query, Question.forgiving(query))
                : page;
    }

    private CataloguePage search(CatalogueQuery query, Query words) throws IOException {
        long day = query.day().toEpochDay();
        Counts counts = new Counts();
        int wanted = query.firstRow() + query.size();
        Comparator<Hit> order = order(query);
        PriorityQueue<Hit> best = new PriorityQueue<>(order.reversed());
        long[] total = {0};
        visit(words, (doc, score) -> {
            Card card = cards[doc].on(day);
            VisaStatus status = card.statusOn(day);
            if (status == VisaStatus.NOT_YET_IN_FORCE) {
                return;
            }
            Filters failing = card.failing(query, status);
            counts.add(card, status, failing);
            if (failing.none()) {
                total[0]++;
                best.add(new Hit(doc, score, card));
                if (best.size() > wanted) {
                    best.poll();
                }
            }
        });
        List<Hit> ordered = new ArrayList<>(best);
        ordered.sort(order);
        List<Visa> rows = new ArrayList<>();
        for (Hit hit : ordered.subList(Math.min(query.firstRow(), ordered.size()), ordered.size())) {
            rows.add(visa(hit.doc()));
        }
        return new CataloguePage(total[0], rows, counts.facets(), exact(query));
    }

    private Optional<Visa> exact(CatalogueQuery query) throws IOException {
        if (query.words().isEmpty()) {
            return Optional.empty();
        }
        List<Integer> named = new ArrayList<>();
        visit(Question.named(query.words().get()), (doc, score) -> named.add(doc));
        return named.size() == 1 ? Optional.of(visa(named.get(0))) : Optional.empty();
    }

    /** How many visas of each family are in force on an epoch day. */
    Map<String, Long> inForce(long day) {
        Map<String, Long> counts = new HashMap<>();
        forEach(card -> {
            if (card.on(day).statusOn(day) == VisaStatus.IN_FORCE) {
                counts.merge(card.family(), 1L, Long::sum);
            }
        });
        return counts;
    }

    /** Every visa as it is shown on an epoch day. */
    void forEachShown(long day, Consumer<Catalogue.Shown> reader) {
        forEach(card -> {
            Card then = card.on(day);
            VisaStatus status = then.statusOn(day);
            if (status != VisaStatus.NOT_YET_IN_FORCE) {
                reader.accept(new Catalogue.Shown(
                        new FamilyId(then.family()),
                        status,
                        LocalDate.ofEpochDay(then.firstDay()),
                        then.lastDay() == Long.MAX_VALUE
                                ? Optional.empty()
                                : Optional.of(LocalDate.ofEpochDay(then.lastDay()))));
            }
        });
    }

    private void forEach(Consumer<Card> reader) {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            // A visa that changed stays in its old place until segments are merged; that place is no longer live.
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                Card card = cards[leaf.docBase + doc];
                if (card != null && (live == null || live.get(doc))) {
                    reader.accept(card);
                }
            }
        }
    }

    private Visa visa(int doc) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            if (doc < leaf.docBase + leaf.reader().maxDoc()) {
                BinaryDocValues values = leaf.reader().getBinaryDocValues(VisaDocuments.ROW);
                values.advanceExact(doc - leaf.docBase);
                return VisaDocuments.read(values.binaryValue());
            }
        }
        throw new IllegalStateException("no such place on the shelf: " + doc);
    }

    private static Comparator<Hit> order(CatalogueQuery query) {
        Comparator<Hit> byName =
                Comparator.<Hit, String>comparing(hit -> hit.card().name()).thenComparingInt(Hit::doc);
        return switch (query.sort()) {
            case RELEVANCE ->
                query.words().isPresent()
                        ? Comparator.comparingDouble((Hit hit) -> -hit.score()).thenComparing(byName)
                        : byName;
            case NAME -> byName;
            case HOLDER ->
                Comparator.<Hit, String>comparing(hit -> hit.card().holderKey()).thenComparing(byName);
            case NEWEST ->
                Comparator.comparingLong((Hit hit) -> -hit.card().firstDay()).thenComparing(byName);
            case ENDING ->
                Comparator.comparingLong((Hit hit) -> hit.card().lastDay()).thenComparing(byName);
        };
    }

    /** Takes a place and its score. */
    @FunctionalInterface
    private interface Visitor {
        void visit(int doc, float score) throws IOException;
    }

    private void visit(Query query, Visitor visitor) throws IOException {
        searcher.search(query, new SimpleCollector() {
            private int base;
            private @Nullable Scorable scorer;

            @Override
            protected void doSetNextReader(LeafReaderContext context) {
                base = context.docBase;
            }

            @Override
            public void setScorer(Scorable next) {
                scorer = next;
            }

            @Override
            public void collect(int doc) throws IOException {
                visitor.visit(base + doc, Objects.requireNonNull(scorer).score());
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE;
            }
        });
    }
}
