package org.sceau.it.access;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sceau.it.server.Answer;
import org.sceau.it.server.Caller;
import org.sceau.it.server.RunningRegistry;

/**
 * Carries a dossier of EUCC through its life over REST, with a word of its own in every text that somebody writes about it.
 *
 * @param word      stands in every free text and nowhere else in the registry
 * @param product   how what a visa would say of the product names it
 * @param evaluator of the laboratory that is assigned
 */
public record DossierMaker(
        RunningRegistry registry, Caller vendor, Caller evaluator, String laboratory, String word, String product) {
    private static final Set<String> PUBLISHED = Set.of("CERTIFICATION_REPORT", "SANITISED_SECURITY_TARGET");
    private static final String SECTIONS = """
            "executive-summary","identification","contacts","security-policies","assumptions","architecture","evaluation",
            "results","security-target","bibliography\"""";

    private Caller as(String username) {
        return new Caller(registry, username);
    }

    private Caller certifier() {
        return as("morvan");
    }

    private LocalDate today() {
        return LocalDate.parse(registry.get("/api/v1/visas?limit=1").json().getString("asOf"));
    }

    /** A text of which nobody has the like. */
    private String text(String about) {
        return word + " " + about;
    }

    /** Opens one. @return its address */
    private String opened(boolean listed) {
        return made(
                vendor.post("/api/v1/dossiers", """
                {"scheme":"eucc","application":{"subject":{"kind":"PRODUCT","name":"%s produit","versions":"1.0 %s"},
                 "category":"SOFTWARE","listed":%s,
                 "facts":{"van":2,"standard":"cc-2022","assurance-components":["EAL4","AVA_VAN.2"],
                 "holder-page":"https://halcyon.example/%s","holder-contact":"%s@halcyon.example",
                 "holder-address":"%s rue, 29000 Exempleville, ZZ"}}}""".formatted(product, product, listed, product, product, product)));
    }

    /** One whose application can still be changed. @return its address */
    public String begun() {
        return opened(false);
    }

    /** One that waits to be looked at. @return its address */
    public String submitted(boolean listed) {
        String dossier = opened(listed);
        deposit(
                vendor,
                dossier,
                "APPLICATION",
                "COMMITMENTS",
                "DEVELOPER_EVIDENCE",
                "SECURITY_TARGET",
                "VULNERABILITY_PROCEDURES");
        step(vendor, dossier, "submit");
        return dossier;
    }

    /** One that is evaluated: something was asked and answered, and a conclusion of the laboratory is there. @return its address */
    public String atWork(boolean listed) {
        String dossier = submitted(listed);
        step(certifier(), dossier, "admit");
        questions(dossier);
        deposit(certifier(), dossier, "EVALUATION_PLAN", "EXCEPTION_JUSTIFICATION");
        approval(dossier);
        certifier().changed("PUT", dossier, "/laboratories", "{\"laboratories\":[\"" + laboratory + "\"]}");
        step(certifier(), dossier, "accept");
        deposit(evaluator, dossier, "EVALUATION_TECHNICAL_REPORT");
        conclude(evaluator, dossier, "laboratory-conclusion");
        return dossier;
    }

    /** Carries it on to where it is decided. @return its address */
    public String decidable(String dossier) {
        step(evaluator, dossier, "deliver-report");
        step(certifier(), dossier, "start-review");
        Caller reviewer = as("calvet");
        deposit(reviewer, dossier, "REVIEW_REPORT");
        conclude(reviewer, dossier, "review-conclusion");
        conclude(reviewer, dossier, "consistency-check");
        deposit(certifier(), dossier, "CERTIFICATION_REPORT", "SANITISED_SECURITY_TARGET");
        step(reviewer, dossier, "conclude-review");
        return dossier;
    }

    /** One whose decision is proposed. @return the address of the proposal */
    String proposed(String dossier) {
        return propose(decidable(dossier));
    }

    /** Proposes the grant of one that waits for its decision. @return the address of the proposal */
    public String propose(String dossier) {
        JsonObject seen = as("tual").get(dossier).json();
        return made(as("tual")
                .post(
                        "/api/v1/decisions",
                        "{\"kind\":\"grant\",\"dossier\":\"" + seen.getString("id") + "\",\"dossierVersion\":"
                                + seen.getInt("version") + ",\"effective\":\"" + today() + "\",\"lastDay\":\""
                                + today().plusYears(5) + "\",\"reasons\":\"" + text("motifs") + "\"}"));
    }

    /** Approves a proposal. @return the visa that it made */
    JsonObject approved(String proposal) {
        Caller second = as("kerleo");
        String digest = second.get(proposal).json().getString("digest");
        Answer approved =
                second.post(proposal + "/approval", Caller.json(Map.of("digest", digest, "grounds", text("accord"))));
        return good(approved).json().getJsonObject("visa");
    }

    private void deposit(Caller by, String dossier, String... types) {
        for (String type : types) {
            // A certificate names the documents that are published with it.
            String named = PUBLISHED.contains(type) ? product : word;
            by.changed(
                    "POST",
                    dossier,
                    "/documents",
                    "{\"type\":\"" + type + "\",\"sections\":["
                            + (type.equals("CERTIFICATION_REPORT") ? SECTIONS : "") + "],\"title\":\"" + named + " "
                            + type + "\",\"edition\":\"" + named + " édition " + type
                            + "\",\"language\":\"en\",\"sha256\":\"" + sha256() + "\",\"size\":1000}");
        }
    }

    private static String sha256() {
        return (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
    }

    private void conclude(Caller by, String dossier, String type) {
        by.changed(
                "POST",
                dossier,
                "/conclusions",
                "{\"type\":\"" + type + "\",\"favourable\":true,\"grounds\":\"" + text(type) + "\"}");
    }

    private static void step(Caller by, String dossier, String step) {
        by.changed("POST", dossier, "/steps", Caller.json(Map.of("step", step)));
    }

    private void questions(String dossier) {
        String due = today().plusDays(10).toString();
        certifier()
                .changed(
                        "POST",
                        dossier,
                        "/questions",
                        Caller.json(Map.of("to", "sponsor", "text", text("question"), "due", due)));
        vendor.changed("POST", dossier, "/questions/1/answers", Caller.json(Map.of("text", text("réponse"))));
        certifier().changed("POST", dossier, "/questions/1/settlement", "");
    }

    private void approval(String dossier) {
        String asked = Caller.json(Map.of("type", "assurance-exception", "justification", text("dérogation")));
        certifier().changed("POST", dossier, "/approvals", asked);
        as("lagarde")
                .changed(
                        "POST",
                        dossier,
                        "/approvals/assurance-exception/answer",
                        "{\"given\":true,\"day\":\"" + today() + "\",\"grounds\":\"" + text("réponse de l’autorité")
                                + "\"}");
        Caller other = as("perrin");
        String digest = other.get(dossier).json().getJsonArray("approvals").getValuesAs(JsonObject.class).stream()
                .reduce((former, next) -> next)
                .orElseThrow()
                .getJsonObject("proposed")
                .getString("digest");
        other.changed(
                "POST",
                dossier,
                "/approvals/assurance-exception/answer/approval",
                Caller.json(Map.of("digest", digest)));
    }

    /** @return where it lies */
    static String made(Answer answer) {
        return good(answer).header("Location");
    }

    static Answer good(Answer answer) {
        if (answer.status() < 200 || answer.status() > 202) {
            throw new AssertionError("not done: " + answer);
        }
        return answer;
    }
}
