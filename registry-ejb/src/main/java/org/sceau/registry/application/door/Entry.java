package org.sceau.registry.application.door;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an accepted act puts on record. Becomes one journal entry: canonical bytes (RFC 8785), a gapless position, a leaf hash.
 *
 * @param kind         one of {@link #KINDS}
 * @param subject      what it is about: {@code visa:{uuid}}, {@code list:{family}}
 * @param effective    legal day from which it holds, where it has one
 * @param content      public content: maps, lists, strings, integers, booleans
 * @param confidential parts of which the entry carries only a salted commitment; the plaintext is kept apart and can be erased
 * @param topic        who is told after the commit
 * @param detail       what they are told besides the subject: the family whose public face changed, or {@code -}; never in the entry
 */
public record Entry(
        String kind,
        String subject,
        Optional<LocalDate> effective,
        Map<String, Object> content,
        Map<String, String> confidential,
        Topic topic,
        String detail) {

    /** Every kind a journal may have; stable, kebab-case. The page {@code docs/formats/journal.md} says what each one holds. */
    public static final Set<String> KINDS = Set.of(
            "account-changed",
            "account-roles-changed",
            "accounts-created",
            "agency-package-sent",
            "certificate-issued",
            "complaint-acted",
            "decision-made",
            "dossier-acted",
            "dossier-erased",
            "erasure-asked",
            "factor-changed",
            "import-ended",
            "import-received",
            "invitation-changed",
            "laboratory-changed",
            "laboratory-recorded",
            "notice-given",
            "organisation-changed",
            "proposal-acted",
            "remedy-acted",
            "sample-drawn",
            "scheme-revision-activated",
            "scheme-revision-proposed",
            "scheme-revision-rejected",
            "scheme-revision-released",
            "task-raised",
            "task-settled",
            "token-changed",
            "trust-list-issued",
            "visa-changed",
            "visa-ended",
            "visa-recorded",
            "vulnerability-acted",
            "word-signed");

    /** Consumers of the outbox choose by topic. */
    public enum Topic {
        /** The public face of a visa changed; the outbox detail is its family. */
        VISA,
        LIST,
        /** A dossier or a proposal went on; the outbox detail is its id, which no entry shows. */
        DOSSIER,
        LABORATORY,
        /** Somebody is asked something, or no more; the outbox detail is the task's id, which no entry shows. */
        TASK,
        /** Somebody is told something: whoever sends messages reads it under this position. */
        NOTICE,
        /** A complaint, a remedy or a sample went on; the outbox detail is its id, which no entry shows. */
        SURVEILLANCE,
        /** A record about a vulnerability went on, or somebody is told of one; the outbox detail is its id, which no entry shows. */
        VULNERABILITY,
        HOUSE
    }

    /** An entry that changes the public face of no family. */
    public Entry(
            String kind,
            String subject,
            Optional<LocalDate> effective,
            Map<String, Object> content,
            Map<String, String> confidential,
            Topic topic) {
        this(kind, subject, effective, content, confidential, topic, "-");
    }

    /** Refuses a kind that is not known with {@link IllegalArgumentException}. */
    public Entry {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("no kind of entry: " + kind);
        }
        content = Map.copyOf(content);
        confidential = Map.copyOf(confidential);
    }
}
