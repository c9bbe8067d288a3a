package org.sceau.registry.infrastructure.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.sceau.registry.application.recording.VisaContent;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Identifier;
import org.sceau.registry.domain.visa.NumberedAct;
import org.sceau.registry.domain.visa.Provenance;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/** A visa as an index document and back: words to be found by, and one binary row from which a result is read. */
final class VisaDocuments {
    static final String ID = "id";
    static final String SLUG = "slug";
    static final String NAMED = "named";
    static final String PLAIN = "plain";
    static final String FRENCH = "french";
    static final String ENGLISH = "english";
    static final String ROW = "row";
    /** A word in the name or holder weighs more than one anywhere else. */
    static final String TITLE = "title";

    private final Schemes schemes;

    VisaDocuments(Schemes schemes) {
        this.schemes = schemes;
    }

    Document of(Visa visa) {
        VisaFacts facts = visa.facts();
        Document document = new Document();
        document.add(new StringField(ID, visa.id().toString(), Field.Store.NO));
        document.add(new StringField(SLUG, visa.slug().value(), Field.Store.NO));
        for (String name : names(visa)) {
            document.add(new StringField(NAMED, cut(Words.squeezed(name)), Field.Store.NO));
        }
        String title = facts.subject().name() + " " + facts.subject().versions().orElse("") + " "
                + facts.holder().name();
        document.add(new TextField(TITLE, title, Field.Store.NO));
        String text = title + " " + String.join(" ", more(visa));
        document.add(new TextField(PLAIN, text, Field.Store.NO));
        document.add(new TextField(FRENCH, text, Field.Store.NO));
        document.add(new TextField(ENGLISH, text, Field.Store.NO));
        document.add(new BinaryDocValuesField(ROW, new BytesRef(row(visa))));
        return document;
    }

    /** What a visa may be asked for by its exact name. */
    private static List<String> names(Visa visa) {
        VisaFacts facts = visa.facts();
        List<String> names = new ArrayList<>();
        names.add(facts.reference().text());
        names.add(visa.slug().value());
        facts.identifiers().stream().map(Identifier::value).forEach(names::add);
        facts.acts().stream().map(NumberedAct::reference).forEach(names::add);
        return names;
    }

    private List<String> more(Visa visa) {
        VisaFacts facts = visa.facts();
        List<String> words = new ArrayList<>(names(visa));
        words.addAll(facts.laboratories());
        facts.sponsor().ifPresent(sponsor -> words.add(sponsor.name()));
        facts.holder().siren().ifPresent(words::add);
        facts.region().ifPresent(words::add);
        facts.department().ifPresent(words::add);
        facts.level().map(Claim::printed).ifPresent(words::add);
        facts.category().map(Claim::printed).ifPresent(words::add);
        schemes.family(facts.family()).ifPresent(family -> add(words, family.label(), family.summary()));
        Optional<SchemeVersion> scheme = schemes.version(facts.scheme());
        scheme.ifPresent(version -> {
            add(words, version.label(), version.shortLabel());
            version.scopes().stream()
                    .filter(scope -> facts.scopes().contains(scope.id()))
                    .forEach(scope -> add(words, scope.label()));
            version.categories().stream()
                    .filter(category -> facts.category()
                            .flatMap(Claim::term)
                            .filter(category.id()::equals)
                            .isPresent())
                    .forEach(category -> add(words, category.label()));
        });
        return words;
    }

    private static void add(List<String> words, Label... labels) {
        for (Label label : labels) {
            words.add(label.fr());
            words.add(label.en());
        }
    }

    private static byte[] row(Visa visa) {
        byte[][] parts = {
            visa.id().toString().getBytes(StandardCharsets.UTF_8),
            visa.slug().value().getBytes(StandardCharsets.UTF_8),
            visa.provenance().source().getBytes(StandardCharsets.UTF_8),
            visa.provenance().edition().map(Object::toString).orElse("").getBytes(StandardCharsets.UTF_8),
            visa.provenance().row().getBytes(StandardCharsets.UTF_8),
            visa.recordedAt().toString().getBytes(StandardCharsets.UTF_8),
            VisaContent.text(visa.facts()).getBytes(StandardCharsets.UTF_8)
        };
        int size = 2 * Long.BYTES;
        for (byte[] part : parts) {
            size += Integer.BYTES + part.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(size).putLong(visa.version()).putLong(visa.position());
        for (byte[] part : parts) {
            buffer.putInt(part.length).put(part);
        }
        return buffer.array();
    }

    static Visa read(BytesRef row) {
        ByteBuffer buffer = ByteBuffer.wrap(row.bytes, row.offset, row.length);
        long version = buffer.getLong();
        long position = buffer.getLong();
        String id = text(buffer);
        String slug = text(buffer);
        String source = text(buffer);
        String edition = text(buffer);
        String place = text(buffer);
        String recordedAt = text(buffer);
        return new Visa(
                VisaId.parse(id),
                new Slug(slug),
                version,
                VisaContent.parse(text(buffer)),
                new Provenance(
                        source,
                        edition.isEmpty() ? Optional.empty() : Optional.of(java.time.LocalDate.parse(edition)),
                        place),
                java.time.Instant.parse(recordedAt),
                position);
    }

    private static String text(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.getInt()];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String cut(String text) {
        return text.length() > 500 ? text.substring(0, 500) : text;
    }
}
