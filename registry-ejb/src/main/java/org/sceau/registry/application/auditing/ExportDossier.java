package org.sceau.registry.application.auditing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.ledger.CanonicalJson;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.deciding.Proposals;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.proving.SignedWords;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;

/**
 * Hands a dossier to an auditor whole: every version of it and of what was proposed, the words that were signed with a passkey, and the
 * entries of the journal that tell of it, with the salts that open what they commit to. Whoever has it checks without this registry
 * that each version is what its entry says. Not in it: bytes of documents, exploitation details ({@link Withheld}), complaints, whose
 * authors are known to their handlers alone, and records of vulnerabilities.
 */
@ApplicationScoped
public class ExportDossier {
    /** Names the form of an export. */
    public static final String FORMAT = "sceau-dossier-export/1";

    /** Plaintexts have at most 1 MiB, and each character of one may be written as six. */
    private static final int LONGEST_LINE = 32 * 1024 * 1024;

    private final Door door;
    private final DossierActs acts;
    private final Proposals proposals;
    private final KeptVersions kept;
    private final SignedWords words;
    private final JournalView journal;
    private final RevisionsInUse editions;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ExportDossier() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public ExportDossier(
            Door door,
            DossierActs acts,
            Proposals proposals,
            KeptVersions kept,
            SignedWords words,
            JournalView journal,
            RevisionsInUse editions,
            LegalCalendar calendar) {
        this.door = door;
        this.acts = acts;
        this.proposals = proposals;
        this.kept = kept;
        this.words = words;
        this.journal = journal;
        this.editions = editions;
        this.calendar = calendar;
    }

    /**
     * Hands over the files of a dossier, the one that lists the others last. The audit log keeps the look.
     *
     * @return the number of the dossier
     * @throws org.sceau.registry.domain.refusal.Refused {@code dossier-unknown}, {@code dossier-erased}, {@code role-missing} for who audits
     *     other schemes
     */
    public String export(Actor actor, DossierId id, Parcel.Sink sink) {
        return door.look(actor, Permission.EXPORT_DOSSIER, "dossier:" + id, () -> {
            Dossier dossier = acts.visible(actor, id).dossier();
            Permission.EXPORT_DOSSIER.require(actor, dossier.opening().scheme().scheme());
            Withheld withheld = Withheld.of(dossier, editions.of(dossier.opening()));
            Parcel parcel = new Parcel(sink);
            parcel.file("LISEZMOI-README.txt", write -> write.accept(ReadMe.text()));
            versions(RecordKind.DOSSIER, id.toString(), dossier.version(), "dossier", withheld, parcel);
            Set<String> digests = agreed(dossier);
            proposals.about(id).forEach(recorded -> {
                String proposal = recorded.proposal().id().toString();
                digests.add(recorded.proposal().digest());
                versions(
                        RecordKind.PROPOSAL,
                        proposal,
                        recorded.proposal().version(),
                        "proposals/" + proposal,
                        withheld,
                        parcel);
            });
            parcel.file(
                    "signed-words.ndjson",
                    write -> digests.forEach(
                            digest -> words.about(digest).forEach(word -> write.accept(line(told(word))))));
            parcel.file("journal.ndjson", write -> entries(id, withheld, write));
            parcel.close(manifest(actor, dossier, withheld));
            return dossier.opening().number();
        });
    }

    /** What somebody's second word to a request for an approval was about. */
    private static Set<String> agreed(Dossier dossier) {
        return dossier.history().approvals().stream()
                .flatMap(approval -> Stream.concat(approval.replaced().stream(), approval.proposed().stream()))
                .map(Approval.Proposed::digest)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void versions(RecordKind kind, String id, long newest, String folder, Withheld withheld, Parcel parcel) {
        for (long version = 1; version <= newest; version++) {
            Optional<KeptVersions.Kept> found = kept.find(kind, id, version);
            if (found.isPresent()) {
                String text = withheld.shown(found.get().text());
                parcel.file("%s/%06d.json".formatted(folder, version), write -> write.accept(text));
            }
        }
    }

    private void entries(DossierId id, Withheld withheld, Consumer<String> write) {
        journal.forEachAbout(id.toString(), entry -> {
            TreeMap<String, Object> opened = new TreeMap<>();
            TreeSet<String> hidden = new TreeSet<>();
            entry.opened().forEach((name, opening) -> {
                if (withheld.isIn(opening.plaintext())) {
                    hidden.add(name);
                } else {
                    opened.put(name, new TreeMap<>(Map.of("salt", opening.salt(), "plaintext", opening.plaintext())));
                }
            });
            TreeMap<String, Object> told = new TreeMap<>();
            told.put("position", entry.position());
            told.put("entry", entry.entry());
            told.put("opened", opened);
            told.put("withheld", List.copyOf(hidden));
            write.accept(line(told));
        });
    }

    private static TreeMap<String, Object> told(SignedWords.Signed word) {
        TreeMap<String, Object> told = new TreeMap<>();
        told.put("account", word.username());
        told.put("digest", word.digest());
        told.put("nonce", word.nonce());
        told.put("answer", word.answer());
        told.put("credential", word.credential());
        told.put("at", word.at().toString());
        told.put("position", word.position());
        return told;
    }

    private TreeMap<String, Object> manifest(Actor actor, Dossier dossier, Withheld withheld) {
        TreeMap<String, Object> told = new TreeMap<>();
        told.put("format", FORMAT);
        told.put("dossier", dossier.id().toString());
        told.put("number", dossier.opening().number());
        told.put("version", dossier.version());
        told.put("scheme", dossier.opening().scheme().toString());
        told.put("at", calendar.clock().instant().toString());
        told.put("by", actor.name());
        told.put("journal", journal.size());
        told.put("withheld", withheld.documents());
        return told;
    }

    private static String line(TreeMap<String, Object> told) {
        return CanonicalJson.text(told, LONGEST_LINE) + "\n";
    }
}
