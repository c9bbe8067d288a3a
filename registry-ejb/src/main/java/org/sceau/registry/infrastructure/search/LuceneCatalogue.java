package org.sceau.registry.infrastructure.search;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.auditing.JournalView;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Outbox;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.application.searching.CatalogueIndex;
import org.sceau.registry.application.searching.CataloguePage;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.application.searching.IssueMarks;
import org.sceau.registry.application.searching.PublicFace;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** The public catalogue on this node's own index, brought up to date from the outbox after each commit. */
@ApplicationScoped
public class LuceneCatalogue implements Catalogue, CatalogueIndex {
    /** Another form of index, or another way of making words, is another number: the index is then built anew. */
    private static final String FORM = "2";

    private static final int NOTICES_AT_ONCE = 1_000;
    private static final int NOTICES_A_COMMIT = 20_000;
    private static final int MOST_LATEST = 100;
    private static final Logger LOG = Logger.getLogger(LuceneCatalogue.class.getName());

    private final Path folder;
    private final Visas visas;
    private final Outbox outbox;
    private final JournalView journal;
    private final Schemes schemes;
    private final Listed lists;
    private final VisaDocuments documents;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicReference<@Nullable State> state = new AtomicReference<>();
    private @Nullable IndexWriter writer;
    /** Position up to which the index on disk is complete; after a kill the rest is read again from the outbox. */
    private long kept = -1;

    /**
     * What readers see.
     *
     * @param position outbox position up to which the shelf is complete
     * @param listed   newest issue at that position of each family whose visas wait for their list
     */
    private record State(Shelf shelf, DirectoryReader reader, long position, Map<FamilyId, IssueMarks.Mark> listed) {}

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected LuceneCatalogue() {
        this.folder = null;
        this.visas = null;
        this.outbox = null;
        this.journal = null;
        this.schemes = null;
        this.lists = null;
        this.documents = null;
    }

    @Inject
    public LuceneCatalogue(
            Settings settings,
            Visas visas,
            Outbox outbox,
            JournalView journal,
            Schemes schemes,
            IssueMarks issues,
            PublicFace face,
            LegalCalendar calendar) {
        this.folder = settings.home().resolve("index").resolve(settings.node());
        this.visas = visas;
        this.outbox = outbox;
        this.journal = journal;
        this.schemes = schemes;
        this.lists = new Listed(visas, schemes, issues, face, calendar);
        this.documents = new VisaDocuments(schemes);
    }

    @Override
    public void open() {
        writing.lock();
        try {
            writer = writer();
            Optional<Long> position = position(writer);
            // An index from before a restored backup would be ahead of the journal: build it anew then, too.
            if (position.isEmpty() || position.get() >= journal.size()) {
                rebuild(writer);
            } else {
                kept = position.get();
                show(writer, position.get(), lists.at(position.get()));
                catchUp();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    private IndexWriter writer() throws IOException {
        try {
            return new IndexWriter(FSDirectory.open(folder), configuration());
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            LOG.warning(() -> "the index is unreadable and built anew: " + e.getMessage());
            try (Directory damaged = FSDirectory.open(folder)) {
                for (String file : damaged.listAll()) {
                    damaged.deleteFile(file);
                }
            }
            return new IndexWriter(FSDirectory.open(folder), configuration());
        }
    }

    private static IndexWriterConfig configuration() {
        Analyzer plain = Words.plain();
        return new IndexWriterConfig(new PerFieldAnalyzerWrapper(
                plain, Map.of(VisaDocuments.FRENCH, Words.french(), VisaDocuments.ENGLISH, Words.english())));
    }

    private static Optional<Long> position(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        Map<String, String> kept = new LinkedHashMap<>();
        if (data != null) {
            data.forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        }
        return FORM.equals(kept.get("form"))
                ? Optional.ofNullable(kept.get("position")).map(Long::valueOf)
                : Optional.empty();
    }

    private void rebuild(IndexWriter index) throws IOException {
        long position = journal.size() - 1;
        Map<FamilyId, IssueMarks.Mark> listed = lists.at(position);
        index.deleteAll();
        visas.forEach(visa -> put(index, visa, listed));
        commit(index, position);
        show(index, position, listed);
        LOG.info(() -> "index built: " + index.getDocStats().numDocs + " visas");
    }

    @Override
    public void catchUp() {
        if (writing.hasQueuedThreads()) {
            return; // Somebody is about to take in everything that is committed by then.
        }
        writing.lock();
        try {
            State seen = state.get();
            IndexWriter index = writer;
            if (seen == null || index == null) {
                return;
            }
            long position = seen.position();
            Map<FamilyId, IssueMarks.Mark> listed = new HashMap<>(seen.listed());
            List<Outbox.Notice> notices;
            do {
                notices = outbox.after(position, NOTICES_AT_ONCE);
                for (Outbox.Notice notice : notices) {
                    if (notice.topic() == Entry.Topic.VISA) {
                        refresh(index, notice.subject(), listed);
                    } else if (notice.topic() == Entry.Topic.LIST) {
                        lists.issued(notice.subject(), notice.position(), listed, visa -> put(index, visa, listed));
                    }
                    position = notice.position();
                }
            } while (notices.size() == NOTICES_AT_ONCE);
            if (position > seen.position()) {
                show(index, position, Map.copyOf(listed));
                if (position - kept >= NOTICES_A_COMMIT) {
                    commit(index, position);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    private void refresh(IndexWriter index, String subject, Map<FamilyId, IssueMarks.Mark> listed) throws IOException {
        VisaId id = VisaId.parse(subject.substring("visa:".length()));
        Optional<Visa> visa = visas.find(id);
        if (visa.isPresent()) {
            put(index, visa.get(), listed);
        } else {
            index.deleteDocuments(new Term(VisaDocuments.ID, id.toString()));
        }
    }

    private void put(IndexWriter index, Visa newest, Map<FamilyId, IssueMarks.Mark> listed) {
        try {
            Term id = new Term(VisaDocuments.ID, newest.id().toString());
            Optional<Visa> shown = lists.shown(newest, listed);
            if (shown.isEmpty()) {
                index.deleteDocuments(id);
                return;
            }
            Visa visa = shown.get();
            Document document = documents.of(visa);
            VisaStatus atEnd = schemes.statusAtEnd(visa.facts().scheme());
            document.add(new BinaryDocValuesField(Shelf.CARD, new BytesRef(Shelf.bytes(Card.of(visa, atEnd)))));
            index.updateDocument(id, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void settle() {
        writing.lock();
        try {
            State seen = state.get();
            if (writer != null && seen != null && seen.position() > kept) {
                commit(writer, seen.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    private void commit(IndexWriter index, long position) throws IOException {
        index.setLiveCommitData(
                Map.of("form", FORM, "position", Long.toString(position)).entrySet());
        index.commit();
        kept = position;
    }

    private void show(IndexWriter index, long position, Map<FamilyId, IssueMarks.Mark> listed) throws IOException {
        State shown = state.get();
        Shelf shelf = shown == null ? null : shown.shelf();
        DirectoryReader reader = DirectoryReader.open(index);
        State former = state.getAndSet(new State(Shelf.of(reader, shelf), reader, position, listed));
        if (former != null) {
            // Questions still running on the former reader keep it open until they are answered.
            former.reader().decRef();
        }
    }

    /** Gives the index's lock back. */
    @PreDestroy
    public void close() {
        writing.lock();
        try {
            settle();
            if (writer != null) {
                writer.close();
                writer = null;
            }
        } catch (IOException e) {
            LOG.warning(() -> "the index was not closed: " + e.getMessage());
        } finally {
            writing.unlock();
        }
    }

    /** Asks one state of the shelf, which stays open meanwhile. */
    private interface Question<T> {
        T ask(Shelf shelf) throws IOException;
    }

    private <T> T ask(Question<T> question) {
        while (true) {
            State current = state.get();
            if (current == null) {
                throw new IllegalStateException("the catalogue is not open yet");
            }
            if (current.reader().tryIncRef()) {
                try {
                    return question.ask(current.shelf());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } finally {
                    release(current.reader());
                }
            }
        }
    }

    private static void release(DirectoryReader reader) {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CataloguePage search(CatalogueQuery query) {
        return ask(shelf -> shelf.search(query));
    }

    @Override
    public Optional<Visa> find(Slug slug) {
        return visas.find(slug).flatMap(visa -> lists.shown(visa, listed()));
    }

    @Override
    public Map<FamilyId, Long> inForce(LocalDate day) {
        return ask(shelf -> {
            Map<String, Long> found = shelf.inForce(day.toEpochDay());
            Map<FamilyId, Long> counts = new LinkedHashMap<>();
            for (Family family : schemes.publicFamilies()) {
                counts.put(family.id(), found.getOrDefault(family.id().value(), 0L));
            }
            return counts;
        });
    }

    @Override
    public void forEachShown(LocalDate day, Consumer<Shown> reader) {
        ask(shelf -> {
            shelf.forEachShown(day.toEpochDay(), reader);
            return shelf;
        });
    }

    @Override
    public List<Visa> latest(int count) {
        List<Visa> found = latestOf(count, count);
        return found.size() < count ? latestOf(MOST_LATEST, count) : found;
    }

    /** Some of the newest may have to wait for their list. */
    private List<Visa> latestOf(int newest, int count) {
        Map<FamilyId, IssueMarks.Mark> listed = listed();
        return visas.latest(newest).stream()
                .map(visa -> lists.shown(visa, listed))
                .flatMap(Optional::stream)
                .limit(count)
                .toList();
    }

    private Map<FamilyId, IssueMarks.Mark> listed() {
        State current = state.get();
        return current == null ? Map.of() : current.listed();
    }

    @Override
    public long generation() {
        State current = state.get();
        return current == null ? -1 : current.position();
    }
}
