package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One way through a registry that comes by every POST there is, but those that years lie before. */
final class EveryCreation {
    private static final String LABS = "/api/v1/labs";
    private static final String DOSSIERS = "/api/v1/dossiers";
    private static final String DECISIONS = "/api/v1/decisions";
    private static final String REVISIONS = "/api/v1/scheme-revisions";
    private static final String ROLES = "/api/v1/accounts/kerbrat/roles";
    /** A scheme that no other test of the shared registry corrects or works under. */
    private static final String DEFINITION = "/api/v1/schemes/trust-label/1/revisions/1";

    private static final String FILE = "trust-label-1.yaml";
    private static final String EXCEPTION = "/approvals/assurance-exception";
    private static final int FIRST_NUMBER = 9301;
    /** Certificates that come by an import: enough for a sample of a population of 250. */
    private static final int IMPORTED = 10;

    private final RunningRegistry registry;
    private final RepetitionIT.Log log;
    private final Caller vendor;
    private final Caller certifier;
    private final Caller decider;
    private final Caller second;
    private final Caller supervisor;
    private final Caller administrator;

    EveryCreation(RunningRegistry registry, RepetitionIT.Log log) {
        this.registry = registry;
        this.log = log;
        vendor = as("halcyon");
        certifier = as("morvan");
        decider = as("tual");
        second = as("kerleo");
        supervisor = as("roy");
        administrator = as("admin");
    }

    private Caller as(String username) {
        return new Caller(registry, username);
    }

    private LocalDate today() {
        return LocalDate.parse(registry.get("/api/v1/visas?limit=1").json().getString("asOf"));
    }

    private JsonObject visa(String slug) {
        return registry.get("/api/v1/visas/" + slug).json();
    }

    void travel() throws IOException {
        laboratories();
        imports();
        String base = "EUCC-3090-2026-" + FIRST_NUMBER;
        JsonObject visa = visa(decided(dossier(visa(base).getString("id"))));
        remedies(visa);
        complaints(visa);
        vulnerabilities(visa);
        task(visa, visa(base));
        samples();
        log.change(administrator, ROLES, "", "{\"role\":\"reviewer\",\"scheme\":\"pams\"}");
        revisions();
        people();
    }

    private void people() {
        log.make(administrator, "/api/v1/tokens", "{\"label\":\"miroir\",\"days\":9,\"acts\":[\"read-imports\"]}");
        String name = "n" + UUID.randomUUID().toString().substring(0, 8);
        String organisation = log.make(
                        administrator,
                        "/api/v1/organisations",
                        Caller.json(Map.of("name", "Atelier " + UUID.randomUUID(), "kind", "certification-body")))
                .header("Location");
        String invitation = log.make(
                        administrator,
                        organisation + "/invitations",
                        "{\"username\":\"" + name + "\",\"name\":\"N\",\"mail\":\"" + name
                                + "@demo.example\",\"language\":\"fr\",\"roles\":[{\"role\":\"decider\"}]}")
                .header("Location");
        log.change(new Caller(registry, "le-goff"), invitation, "/approval", "");
        log.change(administrator, organisation, "/closing", "");
        log.change(administrator, organisation, "/opening", "");
        Caller manager = new Caller(registry, "gerard");
        log.make(manager, "/api/v1/factors", "{\"label\":\"téléphone\"}");
        String account = "/api/v1/accounts/" + Newcomer.of(manager, "sponsor").username();
        log.make(manager, account + "/recovery", "");
        log.make(manager, account + "/closing", "");
        log.make(manager, account + "/opening", "");
    }

    /** Leaves the accounts to other tests as they were. */
    void tidyUp() {
        administrator.changed("DELETE", ROLES, "/reviewer/pams", "");
    }

    private void laboratories() {
        String lab = log.make(supervisor, LABS, Caller.json(Map.of("name", "Laboratoire " + UUID.randomUUID())))
                .header("Location");
        log.change(supervisor, lab, "/titles", """
                {"kind":"accreditation","reference":"A-1","issuer":"Comité fictif","schemes":["cspn"],
                 "firstDay":"2026-01-01","lastDay":"2030-12-31","coverage":{"categories":["SOFTWARE","NETWORK"]}}""");
        log.change(
                supervisor, lab, "/suspensions", "{\"title\":\"A-1\",\"from\":\"2026-01-01\",\"reason\":\"Audit.\"}");
        String lifted = "{\"title\":\"A-1\",\"from\":\"2026-02-01\"}";
        log.change(supervisor, lab, "/liftings", lifted);
        log.change(
                supervisor,
                lab,
                "/restrictions",
                "{\"title\":\"A-1\",\"from\":\"2026-01-01\",\"coverage\":{\"categories\":[\"SOFTWARE\"]},\"reason\":\"Audit.\"}");
        log.change(supervisor, lab, "/restrictions/liftings", lifted);
    }

    private void imports() {
        String csv =
                "family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,"
                        + "status,listed\n"
                        + IntStream.range(FIRST_NUMBER, FIRST_NUMBER + IMPORTED)
                                .mapToObj(number ->
                                        "common-criteria,eucc,2025-12-29,EUCC-3090-2026-%d,Halcyon Cards,Socle %d,1.0,SUBSTANTIAL,SOFTWARE,%s,%s,in-force,yes\n"
                                                .formatted(number, number, today().minusDays(1), today().plusYears(4)))
                                .collect(Collectors.joining());
        Answer imported = log.make(administrator, "/api/v1/imports?format=sceau-csv&dryRun=false", csv);
        assertThat(imported.json().getInt("created")).as("%s", imported).isEqualTo(IMPORTED);
    }

    private static String document(String type) {
        return "{\"type\":\"" + type + "\",\"sections\":["
                + (type.equals("CERTIFICATION_REPORT") ? DossierInterfaceIT.SECTIONS : "") + "],\"title\":\"" + type
                + "\",\"edition\":\"" + type + "\",\"language\":\"en\",\"sha256\":\""
                + "%064x".formatted(Integer.toUnsignedLong(type.hashCode())) + "\",\"size\":1000}";
    }

    private void deposit(Caller by, String dossier, String... types) {
        for (String type : types) {
            log.change(by, dossier, "/documents", document(type));
        }
    }

    private void conclude(Caller by, String dossier, String type) {
        log.change(
                by,
                dossier,
                "/conclusions",
                "{\"type\":\"" + type + "\",\"favourable\":true,\"grounds\":\"Sans objection.\"}");
    }

    private void step(Caller by, String dossier, String step) {
        log.change(by, dossier, "/steps", Caller.json(Map.of("step", step)));
    }

    /** A dossier at its decision, and everything that is asked and answered on the way. @return its address */
    private String dossier(String base) {
        String dossier = log.make(vendor, DOSSIERS, """
                {"scheme":"eucc","application":{"subject":{"kind":"PRODUCT","name":"Halcyon Vault","versions":"1.0"},
                 "category":"SOFTWARE","listed":true,"bases":["%s"],
                 "facts":{"van":2,"standard":"cc-2022","assurance-components":["EAL4","AVA_VAN.2"],
                 "holder-page":"https://halcyon.example/security","holder-contact":"securite@halcyon.example",
                 "holder-address":"2 rue du Port, 29000 Exempleville, ZZ"}}}""".formatted(base)).header("Location");
        deposit(
                vendor,
                dossier,
                "APPLICATION",
                "COMMITMENTS",
                "DEVELOPER_EVIDENCE",
                "SECURITY_TARGET",
                "VULNERABILITY_PROCEDURES");
        step(vendor, dossier, "submit");
        step(certifier, dossier, "admit");
        questions(dossier);
        deposit(certifier, dossier, "EVALUATION_PLAN", "EXCEPTION_JUSTIFICATION");
        approvals(dossier);
        certifier.changed("PUT", dossier, "/laboratories", "{\"laboratories\":[\"" + arvor() + "\"]}");
        step(certifier, dossier, "accept");
        Caller evaluator = as("guivarch");
        deposit(evaluator, dossier, "EVALUATION_TECHNICAL_REPORT");
        conclude(evaluator, dossier, "laboratory-conclusion");
        step(evaluator, dossier, "deliver-report");
        step(certifier, dossier, "start-review");
        Caller reviewer = as("calvet");
        deposit(reviewer, dossier, "REVIEW_REPORT");
        conclude(reviewer, dossier, "review-conclusion");
        conclude(reviewer, dossier, "consistency-check");
        deposit(certifier, dossier, "CERTIFICATION_REPORT", "SANITISED_SECURITY_TARGET");
        step(reviewer, dossier, "conclude-review");
        return dossier;
    }

    private String arvor() {
        return registry.get(LABS).json().getJsonArray("laboratories").getValuesAs(JsonObject.class).stream()
                .filter(laboratory -> laboratory.getString("name").equals("Arvor Évaluation"))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    private void questions(String dossier) {
        String due = today().plusDays(10).toString();
        log.change(
                certifier,
                dossier,
                "/questions",
                Caller.json(Map.of("to", "sponsor", "text", "Pourquoi ?", "due", due)));
        log.change(vendor, dossier, "/questions/1/answers", Caller.json(Map.of("text", "Parce que.")));
        log.change(certifier, dossier, "/questions/1/rounds", Caller.json(Map.of("text", "Et encore ?", "due", due)));
        log.change(vendor, dossier, "/questions/1/answers", Caller.json(Map.of("text", "Voilà.")));
        log.change(certifier, dossier, "/questions/1/settlement", "");
    }

    private void approvals(String dossier) {
        String asked = Caller.json(Map.of("type", "assurance-exception", "justification", "Méthode proposée."));
        Caller approver = as("lagarde");
        Caller other = as("perrin");
        log.change(certifier, dossier, "/approvals", asked);
        log.change(certifier, dossier, EXCEPTION + "/withdrawal", "");
        log.change(certifier, dossier, "/approvals", asked);
        String answer = "{\"given\":true,\"day\":\"" + today() + "\",\"grounds\":\"Accordé.\"}";
        log.change(approver, dossier, EXCEPTION + "/answer", answer);
        log.change(
                other,
                dossier,
                EXCEPTION + "/answer/rejection",
                Caller.json(Map.of("digest", proposed(other, dossier), "grounds", "À revoir.")));
        log.change(approver, dossier, EXCEPTION + "/answer", answer.replace("Accordé.", "Accordé, amendé."));
        log.change(
                other,
                dossier,
                EXCEPTION + "/answer/approval",
                Caller.json(Map.of("digest", proposed(other, dossier))));
    }

    private static String proposed(Caller reader, String dossier) {
        return reader.get(dossier).json().getJsonArray("approvals").getValuesAs(JsonObject.class).stream()
                .reduce((former, next) -> next)
                .orElseThrow()
                .getJsonObject("proposed")
                .getString("digest");
    }

    /** Ends a dossier by a grant that is proposed twice, and sends its package. @return slug of the visa */
    private String decided(String dossier) {
        JsonObject seen = decider.get(dossier).json();
        String grant = "{\"kind\":\"grant\",\"dossier\":\"" + seen.getString("id") + "\",\"dossierVersion\":"
                + seen.getInt("version") + ",\"effective\":\"" + today() + "\",\"lastDay\":\""
                + today().plusYears(5) + "\",\"reasons\":\"Motifs.\"}";
        Answer rejected = log.make(decider, DECISIONS, grant);
        log.make(second, rejected.header("Location") + "/rejection", word(rejected));
        Answer proposed = log.make(decider, DECISIONS, grant);
        Answer approved = log.make(second, proposed.header("Location") + "/approval", word(proposed));
        log.change(certifier, dossier + "/agency-package", "", "");
        return approved.json().getJsonObject("visa").getString("slug");
    }

    private static String word(Answer proposed) {
        return Caller.json(Map.of("digest", proposed.json().getString("digest"), "grounds", "Vu."));
    }

    private void remedies(JsonObject visa) {
        String remedy = log.make(
                        certifier,
                        "/api/v1/remedies",
                        Caller.json(Map.of(
                                "visa",
                                visa.getString("id"),
                                "ground",
                                "non-conformity",
                                "asked",
                                "La version livrée diffère.",
                                "due",
                                today().plusDays(20).toString())))
                .header("Location");
        log.change(vendor, remedy, "/proposals", Caller.json(Map.of("proposal", "Rappel et correctif.")));
        log.change(certifier, remedy, "/answer", "{\"adequate\":true,\"grounds\":\"La mesure suffit.\"}");
    }

    private void complaints(JsonObject visa) {
        Caller handler = as("prigent");
        String complaint = log.make(
                        as("brume"),
                        "/api/v1/complaints",
                        "{\"kind\":\"complaint\",\"about\":{\"visa\":\"" + visa.getString("id")
                                + "\"},\"text\":\"Le produit livré diffère.\"}")
                .header("Location");
        log.change(handler, complaint, "/assignment", Caller.json(Map.of("handler", "prigent")));
        for (String act : List.of("admitted", "investigated")) {
            log.change(handler, complaint, "/steps", Caller.json(Map.of("act", act, "text", "Texte de l’acte.")));
        }
        log.change(
                handler,
                complaint,
                "/outcome",
                Caller.json(Map.of("finding", "unfounded", "reasons", "Motifs.", "measures", "Aucune.")));
    }

    private void vulnerabilities(JsonObject visa) {
        String record = log.make(
                        vendor,
                        "/api/v1/vulnerabilities",
                        "{\"source\":\"holder\",\"visas\":[\"" + visa.getString("id")
                                + "\"],\"title\":\"Dérive\",\"known\":\"Une horloge dérive.\"}")
                .header("Location");
        String earlier = today().minusDays(1) + "T08:00:00Z";
        log.change(vendor, record, "/triggers", Caller.json(Map.of("kind", "fix-available", "at", earlier)));
        JsonObject judged = log.change(
                vendor,
                record,
                "/assessments",
                "{\"impactLikely\":true,\"residual\":false,\"remediable\":true,\"grounds\":\"Analyse.\"}");
        JsonObject clock = judged.getJsonArray("clocks").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("state").equals("running"))
                .findFirst()
                .orElseThrow();
        log.change(
                certifier,
                record,
                "/acts",
                "{\"clock\":\"" + clock.getString("id") + "\",\"trigger\":" + clock.getInt("trigger") + ",\"at\":\""
                        + clock.getString("start") + "\",\"how\":\"Par courrier.\"}");
        log.change(certifier, record, "/notices", Caller.json(Map.of("to", "ncca", "changes", "Aucun.")));
        Answer kept = vendor.send(
                "PUT", record + "/compartments/exploitation", Caller.json(Map.of("text", "…")), "If-Match", "\"v0\"");
        assertThat(kept.status()).as("%s", kept).isEqualTo(200);
        log.make(vendor, record + "/compartments/exploitation/handlers", Caller.json(Map.of("account", "roy")));
        log.change(certifier, record, "/closing", Caller.json(Map.of("reason", "Traité.")));
    }

    /** What the fall of a base asks of officers. */
    private void task(JsonObject visa, JsonObject base) {
        Answer proposed = log.make(
                decider,
                DECISIONS,
                "{\"kind\":\"withdraw\",\"visa\":\"" + base.getString("id") + "\",\"visaVersion\":"
                        + base.getInt("version") + ",\"effective\":\"" + today()
                        + "\",\"reasons\":\"À sa demande.\",\"reasonCodes\":[\"holder-request\"]}");
        log.make(second, proposed.header("Location") + "/approval", word(proposed));
        Patience.until(
                "officers are asked", Duration.ofMinutes(2), () -> !asked(visa).isEmpty());
        String task = "/api/v1/tasks/" + asked(visa).get(0).getString("id");
        log.change(certifier, task, "/settlements", Caller.json(Map.of("text", "Revu.")));
    }

    private List<JsonObject> asked(JsonObject visa) {
        return certifier
                .get("/api/v1/tasks?limit=200")
                .json()
                .getJsonArray("tasks")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(task -> task.getJsonObject("about").getString("id", "").equals(visa.getString("id")))
                .filter(task -> task.getBoolean("byHand"))
                .toList();
    }

    private void samples() {
        String sample = "/api/v1/samples/eucc/" + today().getYear();
        int needed = supervisor.get(sample).json().getInt("needed");
        assertThat(needed).isLessThan(IMPORTED);
        String visas = IntStream.rangeClosed(FIRST_NUMBER + 1, FIRST_NUMBER + needed)
                .mapToObj(number -> "\"" + visa("EUCC-3090-2026-" + number).getString("id") + "\"")
                .collect(Collectors.joining(","));
        log.change(
                supervisor,
                sample,
                "/drawings",
                "{\"visas\":[" + visas
                        + "],\"basis\":\"Analyse de risques.\",\"criteria\":[{\"fr\":\"Les plus cités\",\"en\":\"Most cited\"}]}");
    }

    private void revisions() throws IOException {
        Caller other = as("le-goff");
        log.make(other, proposed(2) + "/approval", Caller.json(Map.of("grounds", "Relu dans le texte.")));
        log.make(other, proposed(3) + "/rejection", Caller.json(Map.of("grounds", "À relire.")));
    }

    /** An edition that differs from the one in use by its number alone. @return its address */
    private String proposed(int revision) throws IOException {
        String shipped = registry.get(DEFINITION).text();
        Path folder = Files.createDirectories(registry.home().resolve("schemes"));
        Path temporary = Files.writeString(
                folder.resolve("next.part"),
                shipped.replaceFirst("format: 2\n", "format: 2\nrevision: " + revision + "\n"));
        Files.move(temporary, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        String sha256 = administrator.get(REVISIONS).json().getJsonArray("files").getValuesAs(JsonObject.class).stream()
                .filter(file -> file.getString("file").equals(FILE))
                .findFirst()
                .orElseThrow()
                .getString("sha256");
        return log.make(administrator, REVISIONS, Caller.json(Map.of("file", FILE, "sha256", sha256)))
                .header("Location");
    }
}
