package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The life of a dossier and of its visa over HTTP, by the demo accounts; the contract that others write programs against. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DossierInterfaceIT {
    private static final String DOSSIERS = "/api/v1/dossiers";
    private static final String DECISIONS = "/api/v1/decisions";
    private static final String LABS = "/api/v1/labs";
    private static final String SCHEMES = "/api/v1/schemes";
    private static final String APPLICATION = """
            {"subject":{"kind":"PRODUCT","name":"Halcyon Card OS","versions":"4.1.0"},"category":"SMART_CARDS","listed":true,
             "facts":{"van":5,"technical-domain":"smartcards","standard":"cc-2022","assurance-components":["EAL4","AVA_VAN.5"],
                      "holder-page":"https://halcyon.example/security",
                      "holder-address":"2 rue du Port, 29000 Exempleville, ZZ","holder-contact":"securite@halcyon.example"}}""";
    /** Those that a certification report must have under the rules of today. */
    static final String SECTIONS = """
            "executive-summary","identification","contacts","security-policies","assumptions","architecture","evaluation",
            "results","security-target","bibliography\"""";

    private static final String OPENING = "{\"scheme\":\"eucc\",\"application\":" + APPLICATION + "}";

    /** The visa that what is asked for would rest on. */
    private static final String BASE = "EUCC-3090-2026-0951";

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Caller vendor = as("halcyon");
    private final Caller certifier = as("morvan");
    private final Caller reviewer = as("calvet");
    private final Caller decider = as("tual");
    private final Caller second = as("kerleo");
    /** Evaluated at Arvor, and decides since. */
    private final Caller turned = as("lenoir");

    private Caller as(String username) {
        return new Caller(registry, username);
    }

    private String opened() {
        Answer answer = vendor.post(DOSSIERS, OPENING);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.header("Location");
    }

    private String laboratory(String name) {
        return registry.get(LABS).json().getJsonArray("laboratories").getValuesAs(JsonObject.class).stream()
                .filter(laboratory -> laboratory.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    private static String document(String type) {
        return "{\"type\":\"" + type + "\",\"sections\":["
                + (type.equals("CERTIFICATION_REPORT") ? SECTIONS : "") + "],\"title\":\"" + type
                + "\",\"language\":\"en\",\"sha256\":\""
                + "a".repeat(64) + "\",\"size\":1000}";
    }

    private static String step(String step) {
        return Caller.json(Map.of("step", step));
    }

    private static String conclusion(String type) {
        return "{\"type\":\"" + type + "\",\"favourable\":true,\"grounds\":\"Sans objection.\"}";
    }

    private String submitted() {
        String dossier = opened();
        for (String type : List.of(
                "APPLICATION", "COMMITMENTS", "DEVELOPER_EVIDENCE", "SECURITY_TARGET", "VULNERABILITY_PROCEDURES")) {
            vendor.changed("POST", dossier, "/documents", document(type));
        }
        String base = registry.get("/api/v1/visas/" + BASE).json().getString("id");
        vendor.changed(
                "PUT", dossier, "/application", APPLICATION.replaceFirst("\\{", "{\"bases\":[\"" + base + "\"],"));
        vendor.changed("POST", dossier, "/steps", step("submit"));
        return dossier;
    }

    /** At the decision, evaluated by somebody who decides since. */
    private String ready() {
        String dossier = submitted();
        certifier.changed("POST", dossier, "/steps", step("admit"));
        certifier.changed(
                "PUT", dossier, "/laboratories", "{\"laboratories\":[\"" + laboratory("Arvor Évaluation") + "\"]}");
        turned.changed("POST", dossier, "/documents", document("EVALUATION_PLAN"));
        certifier.changed("POST", dossier, "/steps", step("accept"));
        turned.changed("POST", dossier, "/documents", document("EVALUATION_TECHNICAL_REPORT"));
        turned.changed("POST", dossier, "/conclusions", conclusion("laboratory-conclusion"));
        turned.changed("POST", dossier, "/steps", step("deliver-report"));
        certifier.changed("POST", dossier, "/steps", step("start-review"));
        reviewer.changed("POST", dossier, "/documents", document("REVIEW_REPORT"));
        reviewer.changed("POST", dossier, "/conclusions", conclusion("review-conclusion"));
        reviewer.changed("POST", dossier, "/conclusions", conclusion("consistency-check"));
        certifier.changed("POST", dossier, "/documents", document("CERTIFICATION_REPORT"));
        reviewer.changed("POST", dossier, "/steps", step("conclude-review"));
        return dossier;
    }

    private LocalDate today() {
        return LocalDate.parse(
                registry.get(LABS + "/" + laboratory("Arvor Évaluation")).json().getString("asOf"));
    }

    private String grant(String dossier) {
        JsonObject seen = decider.get(dossier).json();
        return "{\"kind\":\"grant\",\"dossier\":\"" + seen.getString("id") + "\",\"dossierVersion\":"
                + seen.getInt("version") + ",\"effective\":\"" + today() + "\",\"lastDay\":\""
                + today().plusYears(5) + "\",\"reasons\":\"Motifs.\"}";
    }

    private String about(String kind, String slug, LocalDate lastDay) {
        JsonObject visa = registry.get("/api/v1/visas/" + slug).json();
        return "{\"kind\":\"" + kind + "\",\"visa\":\"" + visa.getString("id") + "\",\"visaVersion\":"
                + visa.getInt("version") + ",\"effective\":\"" + today() + "\",\"lastDay\":\"" + lastDay
                + "\",\"reasons\":\"Absence de réponse.\",\"actions\":\"Corriger, puis en rendre compte.\"}";
    }

    private static String word(JsonObject proposal) {
        return "{\"digest\":\"" + proposal.getString("digest") + "\",\"grounds\":\"Vu.\"}";
    }

    private JsonObject decide(Caller proposer, Caller approver, String content) {
        Answer proposed = proposer.post(DECISIONS, content);
        assertThat(proposed.status()).as("%s", proposed).isEqualTo(201);
        Answer approved = approver.post(proposed.header("Location") + "/approval", word(proposed.json()));
        assertThat(approved.status()).as("%s", approved).isEqualTo(200);
        return approved.json().getJsonObject("visa");
    }

    @Test
    void a_foreign_dossier_and_one_that_is_not_there_answer_byte_for_byte_alike() {
        String known = opened();
        String unknown = DOSSIERS + "/" + UUID.randomUUID();
        String none = DOSSIERS + "/1";
        for (Caller stranger : List.of(as("brume"), as("oxalis"))) {
            for (String below : List.of("", "/preflight", "/steps", "/laboratories", "?knownAt=2026-01-01T00:00:00Z")) {
                Answer foreign = stranger.get(known + below);
                assertProblem(foreign, 404, "dossier-unknown");
                assertThat(stranger.get(unknown + below).bytes()).isEqualTo(foreign.bytes());
                assertThat(stranger.get(none + below).bytes()).isEqualTo(foreign.bytes());
            }
            for (String[] act : new String[][] {
                {"POST", "/steps", step("submit")},
                {"PUT", "/application", APPLICATION},
                {"PUT", "/staff", "{}"},
                {"PUT", "/laboratories", "{}"},
                {"POST", "/documents", document("SECURITY_TARGET")},
                {"POST", "/conclusions", conclusion("x")},
                {"POST", "/approvals", "{\"type\":\"x\",\"justification\":\"x\"}"},
                {"POST", "/approvals/x/withdrawal", ""},
                {"POST", "/approvals/x/answer", "{\"given\":true,\"day\":\"2026-05-01\",\"grounds\":\"x\"}"},
                {"POST", "/approvals/x/answer/approval", "{\"digest\":\"x\"}"},
                {"POST", "/approvals/x/answer/rejection", "{\"digest\":\"x\",\"grounds\":\"x\"}"},
                {"POST", "/questions", "{\"to\":\"sponsor\",\"text\":\"x\",\"due\":\"2026-05-01\"}"},
                {"POST", "/questions/1/answers", "{\"text\":\"x\"}"},
                {"POST", "/questions/1/rounds", "{\"text\":\"x\",\"due\":\"2026-05-01\"}"},
                {"POST", "/questions/1/settlement", ""}
            }) {
                Answer foreign = stranger.send(act[0], known + act[1], act[2], "If-Match", "\"v1\"");
                // An answer to a request asks for a factor before anything else: a vendor has none.
                if (foreign.status() == 403 && act[1].startsWith("/approvals/x/answer")) {
                    assertProblem(foreign, 403, "step-up-needed");
                } else {
                    assertProblem(foreign, 404, "dossier-unknown");
                }
                assertThat(stranger.send(act[0], unknown + act[1], act[2], "If-Match", "\"v1\"")
                                .bytes())
                        .as("%s", (Object) act)
                        .isEqualTo(foreign.bytes());
            }
            assertThat(stranger.get(DOSSIERS).json().getJsonArray("dossiers").toString())
                    .doesNotContain(known.substring(DOSSIERS.length() + 1));
        }
        assertProblem(registry.get(known), 401, "sign-in-needed");
        assertProblem(as("kerbrat").get(known), 403, "role-missing");
    }

    @Test
    void a_change_names_the_version_it_saw_and_an_older_one_is_told_what_stands_now() {
        String dossier = opened();
        String paper = document("APPLICATION");
        assertProblem(vendor.post(dossier + "/documents", paper), 428, "if-match-missing");
        for (String tag : List.of("*", "v1", "W/\"v1\"", "\"1\"", "\"v1\", \"v2\"", "\"v99999999999999999999\"")) {
            assertThat(assertProblem(
                                    vendor.post(dossier + "/documents", paper, "If-Match", tag),
                                    400,
                                    "parameter-invalid")
                            .getString("parameter"))
                    .isEqualTo("If-Match");
        }
        Answer first = vendor.post(dossier + "/documents", paper, "If-Match", "\"v1\"");
        assertThat(first.header("ETag")).isEqualTo("\"v2\"");
        JsonObject stale = assertProblem(
                vendor.post(dossier + "/documents", paper, "If-Match", "\"v1\""), 412, "concurrent-change");
        assertThat(stale.getString("seen")).isEqualTo("1");
        assertThat(stale.getString("current")).isEqualTo("2");
        assertThat(stale.getString("changed")).isEqualTo("history/documents");
        assertThat(vendor.get(dossier).json().getInt("version")).isEqualTo(2);
    }

    @Test
    void a_repeated_request_is_done_once_and_its_key_stands_for_nothing_else() throws Exception {
        String key = "opening " + UUID.randomUUID();
        Answer first = vendor.post(DOSSIERS, OPENING, "Idempotency-Key", key);
        Answer again = vendor.post(DOSSIERS, OPENING, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertProblem(
                vendor.post(DOSSIERS, OPENING.replace("4.1.0", "4.1.1"), "Idempotency-Key", key),
                409,
                "idempotency-key-reused");
        assertProblem(vendor.post(DOSSIERS, OPENING, "Idempotency-Key", "x".repeat(201)), 400, "parameter-invalid");

        String dossier = first.header("Location");
        String paper = document("APPLICATION");
        Answer deposited =
                vendor.post(dossier + "/documents", paper, "If-Match", "\"v1\"", "Idempotency-Key", key + "d");
        assertThat(vendor.post(dossier + "/documents", paper, "If-Match", "\"v1\"", "Idempotency-Key", key + "d")
                        .bytes())
                .isEqualTo(deposited.bytes());
        assertThat(vendor.get(dossier).json().getJsonArray("documents")).hasSize(1);

        ExecutorService twins = Executors.newFixedThreadPool(4);
        try {
            Callable<String> attempt = () ->
                    vendor.post(DOSSIERS, OPENING, "Idempotency-Key", key + "t").header("Location");
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : twins.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
                answers.add(answer.get());
            }
            assertThat(answers).doesNotContain("").containsOnly(answers.get(0));
        } finally {
            twins.shutdownNow();
        }
    }

    @Test
    void bad_input_is_refused_with_its_code_and_the_member_that_is_wrong() {
        String dossier = opened();
        refused("", "body-empty", "");
        refused("[]", "body-not-json", "");
        refused("{", "body-not-json", "");
        refused("{\"scheme\":\"eucc\",\"scheme\":\"eucc\"}", "body-not-json", "");
        refused("{\"a\":".repeat(20_000), "body-not-json", "");
        refused("{\"scheme\":" + "9".repeat(100_000) + "}", "body-not-json", "");
        refused("{\"scheme\":\"eucc\"}", "field-missing", "application");
        refused("{\"scheme\":null,\"application\":" + APPLICATION + "}", "field-missing", "scheme");
        refused("{\"schema\":\"eucc\",\"application\":" + APPLICATION + "}", "field-unknown", "schema");
        refused(OPENING.replace("\"van\":5", "\"van\":5.5"), "field-invalid", "application.facts.van");
        refused(OPENING.replace("\"van\":5", "\"van\":1e999999999"), "field-invalid", "application.facts.van");
        refused(OPENING.replace("\"van\":5", "\"van\":{\"a\":1}"), "field-invalid", "application.facts.van");
        refused(OPENING.replace("\"smartcards\"", "[]"), "value-refused", "application.facts.technical-domain");
        refused(OPENING.replace("PRODUCT", "POEM"), "field-invalid", "application.subject.kind");
        refused(OPENING.replace("Halcyon Card OS", "x".repeat(601)), "field-invalid", "application.subject.name");
        refused(OPENING.replace("Halcyon Card OS", "x".repeat(20_000)), "field-invalid", "application.subject.name");
        refused(OPENING.replace("Halcyon Card OS", "a\\u0000b"), "field-invalid", "application.subject.name");
        refused(OPENING.replace("Halcyon Card OS", "a\\ud800b"), "field-invalid", "application.subject.name");
        refused(OPENING.replace("\"scheme\"", "\"kind\":\"renewal\",\"scheme\""), "field-invalid", "about");
        refused(OPENING.replace("eucc", "no-such-scheme"), "scheme-unknown", "");
        refused(OPENING.replace("eucc", "../../etc"), "scheme-unknown", "");
        assertProblem(vendor.send("POST", DOSSIERS, new byte[300_000]), 413, "body-too-large");
        assertProblem(vendor.send("POST", DOSSIERS, new byte[] {'{', (byte) 0xC3, '}'}), 400, "body-not-json");
        assertProblem(
                registry.send(registry.as("halcyon", DOSSIERS)
                        .header("Content-Type", "text/plain")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(OPENING))),
                415,
                "media-type-unsupported");
        assertProblem(vendor.post(DOSSIERS + "?dry=true", OPENING), 400, "parameter-unknown");
        assertProblem(vendor.get(DOSSIERS + "?limit=201"), 400, "parameter-invalid");
        assertProblem(vendor.get(DOSSIERS + "?before=x"), 400, "parameter-invalid");
        assertProblem(vendor.get(dossier + "?knownAt=yesterday"), 400, "parameter-invalid");
        assertProblem(vendor.get(dossier + "?knownAt=%2B999999999-01-01T00:00:00Z"), 400, "parameter-invalid");

        String question = "{\"to\":\"sponsor\",\"text\":\"x\",\"due\":\"2026-02-30\"}";
        assertThat(assertProblem(certifier.change("POST", dossier, "/questions", question), 400, "field-invalid")
                        .getString("member"))
                .isEqualTo("due");
        assertProblem(
                certifier.change("PUT", dossier, "/laboratories", "{\"laboratories\":[\"" + UUID.randomUUID() + "\"]}"),
                404,
                "lab-unknown");
        assertProblem(
                certifier.change("PUT", dossier, "/laboratories", "{\"laboratories\":[\"1\"]}"), 404, "lab-unknown");
        assertProblem(
                vendor.change("POST", dossier, "/questions/x/answers", "{\"text\":\"x\"}"), 404, "question-unknown");
        assertProblem(
                vendor.change(
                        "POST",
                        dossier,
                        "/documents",
                        document("SECURITY_TARGET").replace("1000", "-1")),
                400,
                "field-invalid");
        assertProblem(
                decider.post(DECISIONS, "{\"kind\":\"grant\",\"effective\":\"2026-05-12\"}"), 400, "value-refused");
        assertProblem(decider.get(DECISIONS + "/1"), 404, "proposal-unknown");
        assertProblem(registry.get(LABS + "/1"), 404, "lab-unknown");
        assertProblem(registry.get(SCHEMES + "/eucc/EUCC"), 404, "scheme-unknown");
        assertThat(vendor.get(dossier).json().getInt("version")).isEqualTo(1);
    }

    private void refused(String body, String code, String member) {
        JsonObject problem = assertProblem(vendor.post(DOSSIERS, body), 400, code);
        assertThat(problem.getString("member", "")).as("%s", problem).isEqualTo(member);
    }

    @Test
    void whoever_may_not_open_or_record_is_refused() {
        assertProblem(certifier.post(DOSSIERS, OPENING), 403, "role-missing");
        assertProblem(vendor.post(LABS, "{\"name\":\"Mon laboratoire\"}"), 403, "role-missing");
        assertProblem(vendor.get(DECISIONS), 403, "role-missing");
        assertProblem(vendor.post(DECISIONS, "{}"), 403, "role-missing");
    }

    @Test
    void definitions_are_public_and_their_tag_is_their_digest() {
        JsonObject row = registry.get(SCHEMES).json().getJsonArray("schemes").getValuesAs(JsonObject.class).stream()
                .filter(scheme -> scheme.getString("version").equals("2025-12-29")
                        && scheme.getString("id").equals("eucc"))
                .findFirst()
                .orElseThrow();
        Answer eucc = registry.get(SCHEMES + "/eucc/2025-12-29");
        assertThat(eucc.header("ETag")).isEqualTo("\"" + row.getString("definition") + "\"");
        JsonObject scheme = eucc.json();
        assertThat(scheme.getJsonArray("facts").getValuesAs(JsonObject.class)).anySatisfy(fact -> {
            assertThat(fact.getString("id")).isEqualTo("van");
            assertThat(fact.getInt("most")).isEqualTo(5);
        });
        assertThat(scheme.getJsonArray("moves").getValuesAs(JsonObject.class))
                .anySatisfy(move -> assertThat(move.getString("step")).isEqualTo("submit"))
                .allSatisfy(move -> assertThat(move.getString("source")).isNotBlank());
        assertThat(scheme.getJsonObject("suspension").getString("beyond")).isEqualTo("suspension-gt-42d");
        assertThat(registry.send(registry.request(SCHEMES + "/eucc/2025-12-29")
                                .header("If-None-Match", eucc.header("ETag")))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void laboratories_are_public_and_kept_by_the_authority() {
        String name = "Laboratoire " + UUID.randomUUID();
        Caller supervisor = as("roy");
        Answer added = supervisor.post(LABS, "{\"name\":\"" + name + "\"}", "Idempotency-Key", name);
        assertThat(added.status()).as("%s", added).isEqualTo(201);
        String address = added.header("Location");
        assertThat(supervisor
                        .post(LABS, "{\"name\":\"" + name + "\"}", "Idempotency-Key", name)
                        .bytes())
                .isEqualTo(added.bytes());
        assertProblem(supervisor.post(LABS, "{\"name\":\"" + name + "\"}"), 409, "laboratory-known");
        String title = """
                {"kind":"accreditation","reference":"A-1","issuer":"Comité fictif","schemes":["cspn"],
                 "firstDay":"2026-01-01","lastDay":"2030-12-31","coverage":{"categories":["SOFTWARE"]}}""";
        assertProblem(supervisor.post(address + "/titles", title), 428, "if-match-missing");
        assertProblem(
                supervisor.change("POST", address, "/titles", title.replace("2030", "2032")),
                400,
                "accreditation-gt-5y");
        assertProblem(
                supervisor.change("POST", address, "/titles", title.replace("accreditation", "reputation")),
                400,
                "field-invalid");
        supervisor.changed("POST", address, "/titles", title);
        assertProblem(supervisor.post(address + "/titles", title, "If-Match", "\"v1\""), 412, "concurrent-change");
        supervisor.changed(
                "POST", address, "/suspensions", "{\"title\":\"A-1\",\"from\":\"2026-01-01\",\"reason\":\"Audit.\"}");
        JsonObject suspended =
                registry.get(address).json().getJsonArray("titles").getJsonObject(0);
        assertThat(suspended.getString("standing")).isEqualTo("suspended");
        String again = "{\"title\":\"A-1\",\"from\":\"2026-02-01\"}";
        supervisor.changed("POST", address, "/liftings", again);
        assertThat(registry.get(address)
                        .json()
                        .getJsonArray("titles")
                        .getJsonObject(0)
                        .getString("standing"))
                .isEqualTo("in-force");
        assertProblem(supervisor.change("POST", address, "/liftings", again), 409, "title-not-suspended");
        assertProblem(supervisor.change("PUT", address, "/kind", "{\"kind\":\"court\"}"), 400, "field-invalid");
        for (String kind : List.of("certification-centre", "evaluation-facility")) {
            assertThat(supervisor
                            .changed("PUT", address, "/kind", "{\"kind\":\"" + kind + "\"}")
                            .getString("kind"))
                    .isEqualTo(kind);
        }
    }

    /** Scenarios S1 and S2, to the grant. */
    @Test
    void from_the_application_to_the_visa_by_two_deciders() {
        String dossier = opened();
        assertThat(vendor.get(dossier + "?asOf=" + today()).json().getString("asOf"))
                .isEqualTo(today().toString());
        assertThat(vendor.get(dossier + "?asOf=" + today()).header("ETag")).isEmpty();
        assertProblem(vendor.get(dossier + "?asOf=" + today().minusDays(1)), 404, "dossier-unknown");
        assertProblem(vendor.get(dossier + "?asOf=2026-02-30"), 400, "parameter-invalid");
        JsonObject preflight = vendor.get(dossier + "/preflight").json();
        assertThat(preflight.getBoolean("complete")).isFalse();
        assertThat(preflight.getJsonArray("findings").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.getString("code")).isEqualTo("document-missing");
                    assertThat(finding.getString("remedy")).isNotBlank();
                    assertThat(finding.getString("source")).isNotBlank();
                });
        assertThat(vendor.get(dossier + "/laboratories")
                        .json()
                        .getJsonArray("laboratories")
                        .getValuesAs(JsonObject.class))
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparing(candidate -> !candidate.getBoolean("fits")))
                .allSatisfy(candidate -> assertThat(candidate.containsKey("obstacle") && !candidate.isNull("obstacle"))
                        .isNotEqualTo(candidate.getBoolean("fits")));
        JsonObject way = vendor.get(dossier + "/steps").json();
        assertThat(way.getJsonArray("steps").getValuesAs(JsonObject.class)).anySatisfy(open -> {
            assertThat(open.getString("step")).isEqualTo("submit");
            assertThat(open.getJsonObject("obstacle").getString("code")).isEqualTo("document-missing");
        });
        assertProblem(vendor.change("POST", dossier, "/steps", step("submit")), 409, "document-missing");
        vendor.changed("PUT", dossier, "/application", APPLICATION.replace("4.1.0", "4.1.1"));

        imported(BASE, "in-force,,,");
        dossier = submitted();
        assertThat(vendor.get(dossier).json().getJsonArray("clocks").toString()).contains("\"completeness\"");
        certifier.changed("POST", dossier, "/steps", step("admit"));
        JsonObject narrow = assertProblem(
                certifier.change(
                        "PUT",
                        dossier,
                        "/laboratories",
                        "{\"laboratories\":[\"" + laboratory("Laboratoire Oxalis") + "\"]}"),
                409,
                "lab-scope-van");
        assertThat(narrow.getString("laboratory")).isEqualTo("Laboratoire Oxalis");
        asks(dossier);

        String ready = ready();
        assertProblem(turned.post(DECISIONS, grant(ready)), 403, "sod-evaluator-decider");
        Answer proposed = decider.post(DECISIONS, grant(ready), "Idempotency-Key", ready);
        assertThat(proposed.status()).as("%s", proposed).isEqualTo(201);
        assertThat(decider.post(DECISIONS, grant(ready), "Idempotency-Key", ready)
                        .bytes())
                .isEqualTo(proposed.bytes());
        String proposal = proposed.header("Location");
        assertProblem(decider.post(proposal + "/approval", word(proposed.json())), 403, "approval-own-proposal");
        assertProblem(turned.post(proposal + "/approval", word(proposed.json())), 403, "sod-evaluator-decider");
        JsonObject edited = decider.changed("PUT", proposal, "", grant(ready).replace("Motifs.", "Autres motifs."));
        assertProblem(decider.send("PUT", proposal, grant(ready), "If-Match", "\"v1\""), 412, "concurrent-change");
        assertProblem(second.post(proposal + "/approval", word(proposed.json())), 409, "proposal-changed");
        assertThat(second.get(DECISIONS).text()).contains(edited.getString("id"));

        Answer approved = second.post(proposal + "/approval", word(edited), "Idempotency-Key", proposal);
        assertThat(approved.status()).as("%s", approved).isEqualTo(200);
        assertThat(second.post(proposal + "/approval", word(edited), "Idempotency-Key", proposal)
                        .bytes())
                .isEqualTo(approved.bytes());
        JsonObject visa = approved.json().getJsonObject("visa");
        assertThat(visa.getString("slug")).startsWith("EUCC-9990-");
        assertThat(registry.get(visa.getString("address")).status()).isEqualTo(200);
        JsonObject ended = vendor.get(ready).json();
        assertThat(ended.getJsonObject("stage").getString("id")).isEqualTo("granted");
        assertThat(ended.getString("phase")).isEqualTo("granted");
        assertProblem(second.post(proposal + "/rejection", word(edited)), 409, "proposal-closed");
        corrects(visa.getString("slug"));
        readsDecisions(visa.getString("id"), edited.getString("id"));
        reviews(visa.getString("slug"));
        suspends(visa.getString("slug"));
        compares();
    }

    /** What was decided about a visa is read by those who decide and by auditors, from the decision that made it on. */
    private void readsDecisions(String visa, String grant) {
        Caller auditor = new Caller(registry, "audit");
        List<JsonObject> all = auditor.get(DECISIONS + "?visa=" + visa)
                .json()
                .getJsonArray("proposals")
                .getValuesAs(JsonObject.class);
        assertThat(all)
                .extracting(proposal -> proposal.getJsonObject("content").getString("kind"))
                .containsExactly("grant", "correct");
        assertThat(all.get(0).getString("id")).isEqualTo(grant);
        JsonObject page = auditor.get(DECISIONS + "?limit=1&visa=" + visa).json();
        assertThat(page.getJsonArray("proposals")).containsExactly(all.get(0));
        assertThat(auditor.get(DECISIONS + "?limit=1&visa=" + visa + "&after=" + page.getString("next"))
                        .json()
                        .getJsonArray("proposals"))
                .containsExactly(all.get(1));
        assertProblem(auditor.get(DECISIONS + "?limit=201"), 400, "parameter-invalid");
        assertThat(registry.get("/api/v1/in-progress").text())
                .as("no certificate in the making is told to anybody")
                .isEqualTo("{\"inProgress\":[]}");
        assertProblem(registry.get("/api/v1/in-progress?x=1"), 400, "parameter-unknown");
        assertThat(auditor.get(DECISIONS + "/" + grant).status()).isEqualTo(200);
        String dossier = all.get(0).getJsonObject("content").getString("dossier");
        assertThat(auditor.get("/api/v1/dossiers?visa=" + visa)
                        .json()
                        .getJsonArray("dossiers")
                        .getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("id")).isEqualTo(dossier));
        assertProblem(auditor.get("/api/v1/dossiers?visa=x"), 400, "parameter-invalid");
        assertThat(decider.get(DECISIONS + "?dossier=" + dossier).text()).contains(grant);
        assertThat(decider.get(DECISIONS + "?visa=" + UUID.randomUUID()).json().getJsonArray("proposals"))
                .isEmpty();
        assertProblem(decider.get(DECISIONS + "?visa=x"), 400, "parameter-invalid");
        assertProblem(decider.get(DECISIONS + "?visa=" + visa + "&dossier=" + dossier), 400, "parameter-invalid");
        assertProblem(vendor.get(DECISIONS + "?visa=" + visa), 403, "role-missing");
    }

    private void corrects(String slug) {
        String wrong = about("correct", slug, today()).replace(",\"lastDay\":\"" + today() + "\"", "");
        String right = wrong.replace("}", ",\"correction\":{\"name\":\"Halcyon Card OS (Pro)\"}}");
        assertProblem(decider.post(DECISIONS, right.replace("\"name\"", "\"holder\"")), 400, "field-unknown");
        String before = registry.get("/api/v1/visas/" + slug).json().getString("recordedAt");
        decide(decider, second, right);
        assertThat(registry.get("/api/v1/visas/" + slug).text()).contains("Halcyon Card OS (Pro)");
        assertThat(registry.get("/api/v1/visas/" + slug + "?knownAt=" + before).text())
                .contains("\"Halcyon Card OS\"");
        assertProblem(registry.get("/api/v1/visas/" + slug + "?knownAt=2020-01-01T00:00:00Z"), 404, "visa-unknown");
        assertThat(named(slug, "")).isEqualTo("Halcyon Card OS (Pro)");
        assertThat(named(slug, "&knownAt=" + before)).isEqualTo("Halcyon Card OS");
        for (String bad : List.of("after=x", "limit=1001", "knownAt=yesterday", "scheme=..", "asOf=2026-02-30")) {
            assertProblem(registry.get("/api/v1/visas?" + bad), 400, "parameter-invalid");
        }
        assertProblem(registry.get("/api/v1/visas?family=eucc"), 400, "parameter-unknown");
    }

    /** The name under which a list has a visa, read in small parts. */
    private String named(String slug, String question) {
        String after = "";
        for (int parts = 0; parts < 100; parts++) {
            JsonObject part = registry.get("/api/v1/visas?scheme=common-criteria&limit=5" + question + after)
                    .json();
            for (JsonObject row : part.getJsonArray("visas").getValuesAs(JsonObject.class)) {
                if (row.getString("slug").equals(slug)) {
                    return row.getString("name");
                }
            }
            if (!part.containsKey("next")) {
                break;
            }
            after = "&after=" + part.getString("next");
        }
        throw new AssertionError(slug + " is not in the list");
    }

    private void compares() {
        assertProblem(vendor.get("/api/v1/record/comparison"), 403, "role-missing");
        assertProblem(registry.get("/api/v1/record/comparison"), 401, "sign-in-needed");
        JsonObject comparison = as("audit").get("/api/v1/record/comparison").json();
        assertThat(comparison.getBoolean("equal")).as("%s", comparison).isTrue();
        assertThat(comparison.getInt("visas")).isGreaterThan(40);
        assertThat(comparison.getInt("entries")).isGreaterThan(comparison.getInt("visas"));
    }

    /** Invariant 47: what rests on a visa is listed as soon as that one is suspended, and stays in force. */
    private void reviews(String slug) {
        Caller auditor = as("audit");
        assertProblem(vendor.get("/api/v1/impacts"), 403, "role-missing");
        assertThat(auditor.get("/api/v1/impacts").json().getJsonArray("impacts").toString())
                .doesNotContain(slug);
        imported(BASE, "suspended," + today().minusDays(1) + "," + today().plusDays(30) + ",Absence de réponse");
        assertThat(auditor.get("/api/v1/impacts").json().getJsonArray("impacts").getValuesAs(JsonObject.class))
                .anySatisfy(impact -> {
                    assertThat(impact.getJsonObject("visa").getString("slug")).isEqualTo(slug);
                    assertThat(impact.getString("reason")).isEqualTo("base-suspended");
                    assertThat(impact.getJsonObject("base").getString("slug")).isEqualTo(BASE);
                });
        assertThat(SignedIn.as(registry, "roy").get("/en/desk/impacts").text())
                .as("the desk of the authority says it in words, with the way to both")
                .contains("base-suspended", "suspended", "/en/visas/" + BASE, "/en/visas/" + slug)
                .doesNotContain("No visa is in question today.");
        assertThat(registry.get("/api/v1/visas/" + slug)
                        .json()
                        .getJsonObject("status")
                        .getString("code"))
                .isEqualTo("in-force");
    }

    private void asks(String dossier) {
        String due = today().plusDays(10).toString();
        certifier.changed(
                "POST",
                dossier,
                "/questions",
                "{\"to\":\"sponsor\",\"document\":\"SECURITY_TARGET\",\"section\":\"3.2\",\"text\":\"Pourquoi ?\",\"due\":\""
                        + due + "\"}");
        assertProblem(certifier.change("POST", dossier, "/questions/1/settlement", ""), 409, "question-not-answered");
        vendor.changed("POST", dossier, "/questions/1/answers", "{\"text\":\"Parce que.\"}");
        certifier.changed("POST", dossier, "/questions/1/rounds", "{\"text\":\"Et encore ?\",\"due\":\"" + due + "\"}");
        vendor.changed("POST", dossier, "/questions/1/answers", "{\"text\":\"Voilà.\"}");
        certifier.changed("POST", dossier, "/questions/1/settlement", "");

        JsonObject own = vendor.get(dossier).json().getJsonArray("questions").getJsonObject(0);
        JsonObject round = own.getJsonArray("rounds").getJsonObject(0);
        assertThat(own.getBoolean("settled")).isTrue();
        assertThat(round.getJsonObject("by")).doesNotContainKey("name").containsKeys("organisation", "role");
        assertThat(round.getJsonObject("reply").getJsonObject("by").getString("name"))
                .isEqualTo("halcyon");
        assertThat(vendor.get(dossier).text()).doesNotContain("morvan");
        assertThat(as("audit").get(dossier).text()).contains("\"morvan\"", "\"halcyon\"");
        assertThat(vendor.get(dossier).json().getJsonObject("daysAtStages")).isNotEmpty();
    }

    /** Scenario S4: its limits on a visa that was just granted, and the extension on one that is suspended. */
    private void suspends(String slug) {
        assertProblem(
                certifier.post(DECISIONS, about("suspend", slug, today().plusDays(60))), 409, "suspension-gt-42d");
        decide(certifier, decider, about("suspend", slug, today().plusDays(42)));
        JsonObject visa = registry.get("/api/v1/visas/" + slug + "?asOf=" + today().plusDays(1))
                .json();
        assertThat(visa.getJsonObject("status").getString("code")).isEqualTo("suspended");

        String suspended = suspendedSince(today().minusDays(39));
        assertProblem(
                decider.post(DECISIONS, about("extend-suspension", suspended, today().plusDays(200))),
                403,
                "extension-ncca-only");
        assertProblem(
                as("lagarde").post(DECISIONS, about("extend-suspension", suspended, today().plusDays(360))),
                409,
                "suspension-gt-1y");
        decide(as("lagarde"), as("perrin"), about("extend-suspension", suspended, today().plusDays(200)));
        Answer stale = as("lagarde")
                .post(
                        DECISIONS,
                        about("extend-suspension", suspended, today().plusDays(201))
                                .replace("\"visaVersion\":2", "\"visaVersion\":1"));
        assertProblem(stale, 409, "concurrent-change");
    }

    private String suspendedSince(LocalDate day) {
        String reference = "EUCC-3090-2026-0950";
        imported(reference, "suspended," + day + "," + day.plusDays(41) + ",Absence de réponse");
        return reference;
    }

    /** @param status with its days and its reason, as the columns of a file */
    private void imported(String reference, String status) {
        String csv =
                "family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,"
                        + "status,status_since,status_until,status_reason,listed\n"
                        + "common-criteria,eucc,2025-12-29," + reference
                        + ",Brume Télécom,Routeur Brume RX 9,1.0,SUBSTANTIAL,NETWORK,"
                        + today().minusDays(99) + "," + today().plusYears(4) + "," + status + ",yes\n";
        Answer imported =
                registry.post("/api/v1/imports?format=sceau-csv&dryRun=false", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(imported.json().getInt("refused")).as("%s", imported.text()).isZero();
    }
}
