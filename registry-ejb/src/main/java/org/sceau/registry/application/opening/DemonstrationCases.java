package org.sceau.registry.application.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.deciding.Decide;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.evaluating.HandleDossier;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.application.identifying.SignIn;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.access.Reach;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;

/**
 * Opens four fictional dossiers in a demo registry that has none, by the demo accounts and through the same use cases as everybody: a draft,
 * one that was sent, one that is evaluated with a question open, and one whose decision is proposed. A scheme that was corrected so that
 * this is no longer accepted leaves the demonstration with fewer of them.
 */
@ApplicationScoped
public class DemonstrationCases {
    private static final Logger LOG = Logger.getLogger(DemonstrationCases.class.getName());
    private static final String FILE = "/demo/cases.json";

    private static final String CERTIFIER = "morvan";
    private static final String REVIEWER = "calvet";
    private static final String EVALUATOR = "guivarch";
    private static final String FACILITY = "Arvor Évaluation";

    private final Door door;
    private final Settings settings;
    private final SignIn accounts;
    private final Schemes schemes;
    private final Dossiers dossiers;
    private final Laboratories laboratories;
    private final OpenDossier opening;
    private final HandleDossier handling;
    private final Decide deciding;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DemonstrationCases() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public DemonstrationCases(
            Door door,
            Settings settings,
            SignIn accounts,
            Schemes schemes,
            Dossiers dossiers,
            Laboratories laboratories,
            OpenDossier opening,
            HandleDossier handling,
            Decide deciding,
            LegalCalendar calendar) {
        this.door = door;
        this.settings = settings;
        this.accounts = accounts;
        this.schemes = schemes;
        this.dossiers = dossiers;
        this.laboratories = laboratories;
        this.opening = opening;
        this.handling = handling;
        this.deciding = deciding;
        this.calendar = calendar;
    }

    void furnish() {
        boolean wanted = settings.isDemo()
                && settings.demoCases()
                && settings.rehearsal().isEmpty();
        if (!wanted
                || !known(() -> dossiers.page(Reach.EVERYWHERE, Optional.empty(), Optional.empty(), 1))
                        .isEmpty()) {
            return;
        }
        try {
            DossierId proposed = sent("halcyon", "HC-Badge", "1.0");
            evaluated(proposed);
            reviewed(proposed);
            propose(proposed);
            asked(evaluated(sent("halcyon", "HC-Passeport", "4.2")));
            sent("brume", "Relais Sénart", "6.0");
            open("halcyon", "Serrure Libre", "2.4");
        } catch (Refused refused) {
            LOG.log(
                    Level.WARNING,
                    refused,
                    () -> "the demonstration has fewer dossiers: "
                            + refused.refusal().code());
        }
    }

    private static JsonObject file() {
        try (InputStream source = Objects.requireNonNull(DemonstrationCases.class.getResourceAsStream(FILE), FILE);
                JsonReader reader = Json.createReader(source)) {
            return reader.readObject();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static List<String> texts(JsonObject row, String member) {
        return row.getJsonArray(member).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private Actor as(String username) {
        return accounts.known(username).orElseThrow();
    }

    private Dossier open(String applicant, String name, String version) {
        JsonObject file = file();
        SchemeVersion scheme = schemes.opening(new SchemeId(file.getString("scheme")), calendar.today())
                .orElseThrow(
                        () -> Refusal.of("scheme-closed", Refusal.Kind.CONFLICT).asException());
        Map<String, FactValue> facts = new TreeMap<>();
        JsonObject numbers = file.getJsonObject("numbers");
        numbers.keySet().forEach(id -> facts.put(id, new FactValue.Whole(numbers.getInt(id))));
        JsonObject words = file.getJsonObject("words");
        words.keySet().forEach(id -> facts.put(id, new FactValue.Words(Set.copyOf(texts(words, id)))));
        return opening.open(
                as(applicant),
                new OpenDossier.Request(
                        scheme.id(),
                        DossierKind.INITIAL,
                        Optional.empty(),
                        new Application(
                                new Subject(SubjectKind.PRODUCT, name, Optional.of(version)),
                                Optional.empty(),
                                Set.of(),
                                Optional.of(file.getString("category")),
                                false,
                                facts,
                                Set.of(),
                                true),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    private DossierId sent(String applicant, String name, String version) {
        DossierId id = open(applicant, name, version).id();
        texts(file(), "documents").forEach(type -> deposit(applicant, id, type, List.of()));
        step(applicant, id, "submit");
        return id;
    }

    private DossierId evaluated(DossierId id) {
        step(CERTIFIER, id, "admit");
        deposit(CERTIFIER, id, "EVALUATION_PLAN", List.of());
        LaboratoryId facility = laboratories.all().stream()
                .map(Laboratories.Recorded::laboratory)
                .filter(known -> known.organisation().name().equals(FACILITY))
                .findFirst()
                .orElseThrow()
                .id();
        handling.assign(as(CERTIFIER), id, OptionalLong.empty(), List.of(facility));
        step(CERTIFIER, id, "accept");
        return id;
    }

    private void asked(DossierId id) {
        handling.ask(
                as(CERTIFIER),
                id,
                OptionalLong.empty(),
                Role.EVALUATOR,
                Optional.of("SECURITY_TARGET"),
                Optional.of("6.3"),
                "Le générateur d’aléa a-t-il été réévalué avec la puce SC-90 révision C ?",
                calendar.today().plusDays(9));
    }

    private void reviewed(DossierId id) {
        deposit(EVALUATOR, id, "EVALUATION_TECHNICAL_REPORT", List.of());
        conclude(EVALUATOR, id, "laboratory-conclusion");
        step(EVALUATOR, id, "deliver-report");
        step(CERTIFIER, id, "start-review");
        deposit(REVIEWER, id, "REVIEW_REPORT", List.of());
        conclude(REVIEWER, id, "review-conclusion");
        conclude(REVIEWER, id, "consistency-check");
        deposit(CERTIFIER, id, "CERTIFICATION_REPORT", texts(file(), "sections"));
        deposit(CERTIFIER, id, "SANITISED_SECURITY_TARGET", List.of());
        step(REVIEWER, id, "conclude-review");
    }

    /** Asked as the house: outside the door the database keeps every dossier back (ADR 0035). */
    private <T> T known(Supplier<T> question) {
        return door.prepare(Actor.SYSTEM, Permission.READ_DOSSIERS, "dossiers", question);
    }

    private void propose(DossierId id) {
        deciding.propose(
                as("tual"),
                new DecisionContent(
                        DecisionKind.GRANT,
                        Optional.of(id),
                        known(() -> dossiers.find(id).orElseThrow().dossier().version()),
                        Optional.empty(),
                        0,
                        calendar.today(),
                        Optional.of(calendar.today().plusYears(5)),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    private void step(String by, DossierId id, String step) {
        handling.takeStep(as(by), id, OptionalLong.empty(), step, Optional.empty());
    }

    private void conclude(String by, DossierId id, String type) {
        handling.conclude(as(by), id, OptionalLong.empty(), type, true, "Conforme aux exigences, voir la section 4.");
    }

    /** Nobody has such a file: its fingerprint is that of what it would be called. */
    private void deposit(String by, DossierId id, String type, List<String> sections) {
        String title = type.charAt(0)
                + type.substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        handling.deposit(
                as(by),
                id,
                OptionalLong.empty(),
                new HandleDossier.Paper(
                        type,
                        title,
                        "en",
                        Optional.of("1.0 " + type),
                        sections,
                        CanonicalRecord.digestOf(id + " " + type),
                        title.getBytes(StandardCharsets.UTF_8).length * 40_000L));
    }
}
