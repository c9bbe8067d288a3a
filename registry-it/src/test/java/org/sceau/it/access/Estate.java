package org.sceau.it.access;

import static org.sceau.it.access.DossierMaker.good;
import static org.sceau.it.access.DossierMaker.made;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sceau.it.access.Principal.House;
import org.sceau.it.server.Answer;
import org.sceau.it.server.Caller;
import org.sceau.it.server.Newcomer;
import org.sceau.it.server.OwnPostgresql;
import org.sceau.it.server.RunningRegistry;

/**
 * A registry of its own with the matters of two vendors in it: what is theirs, what became public, what waits for its decision. It has an
 * account that is closed and tokens that were taken back, and its database may be looked into while it runs: none of that may be
 * done to the registry that other tests share. It keeps its rows in PostgreSQL, where the database asks a second time whose row it is:
 * nobody is answered otherwise for that, and nobody is kept from what is theirs.
 */
final class Estate {
    private static @Nullable Estate furnished;

    private final OwnPostgresql database = OwnPostgresql.start();
    private final RunningRegistry registry;
    private final Map<House, Matters> matters = new EnumMap<>(House.class);
    private final Map<Principal, String> tokens = new EnumMap<>(Principal.class);
    private final Map<Principal, String> spares = new EnumMap<>(Principal.class);
    private final Map<Principal, String> shown = new EnumMap<>(Principal.class);
    private final Map<String, String> laboratories;
    private final Decided undecided;
    private final Decided published;
    private final String importId;
    private final String trial;
    private final DroppedEditions editions;

    /** What a house has: ids. */
    record Matters(
            String dossier,
            String begun,
            String visa,
            String vulnerability,
            String complaint,
            String remedy,
            String organisation,
            String account,
            String invitation,
            String laboratory) {}

    /** The slug of a visa that its holder keeps out of the catalogue. */
    static final String UNLISTED = "ANSSI-CSPN-2026-98";

    /** A dossier with a proposal about it, and the slug of its visa: empty before the approval. */
    record Decided(String dossier, String proposal, String slug) {}

    /** The one of this process. */
    static synchronized Estate furnished() {
        if (furnished == null) {
            furnished = new Estate();
        }
        return furnished;
    }

    private Estate() {
        registry = RunningRegistry.hastened("access", database.settings());
        laboratories =
                registry.get("/api/v1/labs").json().getJsonArray("laboratories").getValuesAs(JsonObject.class).stream()
                        .collect(Collectors.toMap(lab -> lab.getString("name"), lab -> lab.getString("id")));
        importId = imported(false);
        trial = imported(true);
        matters.put(
                House.HALCYON,
                matters("halcyon", "Halcyon Cards", "guivarch", "Arvor Évaluation", "gerard", 9801, Canary.OWN));
        matters.put(
                House.BRUME,
                matters("brume", "Brume Télécom", "oxalis", "Laboratoire Oxalis", "admin", 9802, Canary.OTHER));
        undecided = decided(Canary.UNDECIDED, false);
        published = decided(Canary.PUBLIC, true);
        editions = DroppedEditions.in(registry);
        ways();
    }

    /** As a superuser, whom the second wall does not stop. */
    Connection openDatabase() throws SQLException {
        return database.openAsMaster();
    }

    RunningRegistry registry() {
        return registry;
    }

    Matters of(House house) {
        return Objects.requireNonNull(matters.get(house));
    }

    Decided undecided() {
        return undecided;
    }

    Decided published() {
        return published;
    }

    String importId() {
        return importId;
    }

    /** An import that was only tried, and can be recorded. */
    String trial() {
        return trial;
    }

    /** Definitions that were dropped: one that nobody proposed, and one that an administrator did. */
    DroppedEditions editions() {
        return editions;
    }

    /** The token that this one sends; empty for nobody. */
    String token(Principal who) {
        return who.account()
                .map(account ->
                        tokens.getOrDefault(who, registry.account(account).getString("apiToken")))
                .orElse("");
    }

    /** The id of a token of this one that nobody uses. */
    String spareToken(Principal who) {
        return spares.getOrDefault(who, "");
    }

    /** The id of another such token, which stays alive. */
    String shownToken(Principal who) {
        return shown.getOrDefault(who, "");
    }

    Caller as(String username) {
        return new Caller(registry, username);
    }

    private LocalDate today() {
        return LocalDate.parse(registry.get("/api/v1/visas?limit=1").json().getString("asOf"));
    }

    /** A certificate of each house, and one that its holder keeps out of the catalogue. */
    private String imported(boolean tried) {
        String head =
                "family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,"
                        + "status,listed\n";
        String row =
                "common-criteria,eucc,2025-12-29,EUCC-3090-2026-%d,%s,%s,1.0,SUBSTANTIAL,SOFTWARE,%s,%s,in-force,%s\n";
        String rows = row.formatted(
                        9801, "Halcyon Cards", "Socle un", today().minusDays(1), today().plusYears(4), "yes")
                + row.formatted(9802, "Brume Télécom", "Socle deux", today().minusDays(1), today().plusYears(4), "yes")
                + "cspn,cspn,1.1,ANSSI-CSPN-2026/98,Brume Télécom,%s discret,1.0,,FIREWALL,%s,%s,in-force,no\n"
                        .formatted(Canary.UNLISTED.word(), today().minusDays(1), today().plusYears(3));
        Answer answer = as("admin").post("/api/v1/imports?format=sceau-csv&dryRun=" + tried, head + rows);
        return good(answer).json().getString("id");
    }

    private Matters matters(
            String vendor, String holder, String evaluator, String lab, String inviter, int number, Canary canary) {
        DossierMaker maker =
                new DossierMaker(registry, as(vendor), as(evaluator), laboratory(lab), canary.word(), canary.word());
        String dossier = maker.atWork(false);
        String slug = "EUCC-3090-2026-" + number;
        String visa = registry.get("/api/v1/visas/" + slug).json().getString("id");
        String organisation = organisation(holder);
        return new Matters(
                end(dossier),
                end(maker.begun()),
                slug,
                vulnerability(as(vendor), visa, canary.word()),
                complaint(as(vendor), visa, canary.word()),
                remedy(visa, as(vendor), canary.word()),
                organisation,
                newcomer(inviter, organisation),
                invitation(inviter, organisation, "sponsor"),
                laboratory(lab));
    }

    private Decided decided(Canary canary, boolean approved) {
        DossierMaker maker = new DossierMaker(
                registry,
                as("halcyon"),
                as("guivarch"),
                laboratory("Arvor Évaluation"),
                canary.word(),
                approved ? "vault" : canary.word());
        String dossier = maker.atWork(approved);
        String proposal = maker.proposed(dossier);
        String slug = approved ? maker.approved(proposal).getString("slug") : "";
        return new Decided(end(dossier), end(proposal), slug);
    }

    private String vulnerability(Caller vendor, String visa, String word) {
        String record = made(vendor.post(
                "/api/v1/vulnerabilities",
                "{\"source\":\"holder\",\"visas\":[\"" + visa + "\"],\"title\":\"" + word + " titre\",\"known\":\""
                        + word + " connu\",\"impact\":\"" + word + " effet\",\"consequences\":\"" + word
                        + " suite\"}"));
        good(vendor.send(
                "PUT",
                record + "/compartments/exploitation",
                Caller.json(Map.of("text", word + Canary.APART)),
                "If-Match",
                "\"v0\""));
        return end(record);
    }

    private String complaint(Caller vendor, String visa, String word) {
        String complaint = made(vendor.post(
                "/api/v1/complaints",
                "{\"kind\":\"complaint\",\"about\":{\"visa\":\"" + visa + "\"},\"text\":\"" + word + Canary.COMPLAINED
                        + "\"}"));
        as("prigent").changed("POST", complaint, "/assignment", Caller.json(Map.of("handler", "prigent")));
        as("prigent")
                .changed("POST", complaint, "/steps", Caller.json(Map.of("act", "noted", "text", word + Canary.NOTED)));
        return end(complaint);
    }

    private String remedy(String visa, Caller vendor, String word) {
        String remedy = made(as("morvan")
                .post(
                        "/api/v1/remedies",
                        Caller.json(Map.of(
                                "visa",
                                visa,
                                "ground",
                                "non-conformity",
                                "asked",
                                word + " demande",
                                "due",
                                today().plusDays(20).toString()))));
        vendor.changed("POST", remedy, "/proposals", Caller.json(Map.of("proposal", word + " correctif")));
        return end(remedy);
    }

    private String laboratory(String name) {
        return Objects.requireNonNull(laboratories.get(name), name);
    }

    private String organisation(String name) {
        return as("admin")
                .get("/api/v1/organisations")
                .json()
                .getJsonArray("organisations")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(organisation -> organisation.getString("name").equals(name))
                .map(organisation -> organisation.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private String invitation(String inviter, String organisation, String role) {
        return end(made(invited(inviter, organisation, "n" + organisation.substring(0, 8), role)));
    }

    private Answer invited(String inviter, String organisation, String name, String role) {
        return as(inviter)
                .post(
                        "/api/v1/organisations/" + organisation + "/invitations",
                        "{\"username\":\"" + name + "\",\"name\":\"N\",\"mail\":\"" + name
                                + "@demo.example\",\"language\":\"fr\",\"roles\":[{\"role\":\"" + role + "\"}]}");
    }

    /** Somebody of an organisation whom nobody misses. @return the name of the account */
    private String newcomer(String inviter, String organisation) {
        String name = "a" + organisation.substring(0, 8);
        Answer invited = good(invited(inviter, organisation, name, "sponsor"));
        boolean waits = invited.json().getString("state").equals("waiting");
        Newcomer.accept(
                registry,
                invited.json().getString("secret"),
                waits
                        ? as("le-goff")
                                .changed("POST", invited.header("Location"), "/approval", "")
                                .getString("secret")
                        : "");
        return name;
    }

    /** Ways in that count for little or for nothing, and for each account a token that it may lose. */
    private void ways() {
        tokens.put(Principal.NARROW_TOKEN, token("halcyon", ",\"acts\":[\"read-complaints\"]", "secret"));
        JsonObject revoked = newToken("halcyon", "");
        tokens.put(Principal.REVOKED_TOKEN, revoked.getString("secret"));
        good(as("halcyon").send("DELETE", "/api/v1/tokens/" + revoked.getString("id"), ""));
        for (Principal who : Principal.values()) {
            if (who.comesPlainly()) {
                spares.put(who, token(who.account().orElseThrow(), "", "id"));
                shown.put(who, token(who.account().orElseThrow(), "", "id"));
            }
        }
        spares.put(Principal.NARROW_TOKEN, token("halcyon", "", "id"));
        good(as("admin").post("/api/v1/accounts/jaouen/closing", ""));
    }

    private String token(String account, String acts, String member) {
        return newToken(account, acts).getString(member);
    }

    private JsonObject newToken(String account, String acts) {
        return good(as(account).post("/api/v1/tokens", "{\"label\":\"de trop\",\"days\":9" + acts + "}"))
                .json();
    }

    private static String end(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
