package org.sceau.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.it.house.Reasons;
import org.sceau.it.server.Answer;
import org.sceau.it.server.Caller;
import org.sceau.it.server.Patience;
import org.sceau.it.server.RunningRegistry;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Assignment;
import org.sceau.registry.domain.dossier.Subcontract;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.VisaId;

/** The registry over the network, by the demo accounts. */
final class ThroughRest implements Registry {
    private static final String DOSSIERS = "/api/v1/dossiers";
    private static final String DECISIONS = "/api/v1/decisions";
    private static final String LABS = "/api/v1/labs";
    private static final String REMEDIES = "/api/v1/remedies";
    private static final String VULNERABILITIES = "/api/v1/vulnerabilities";
    private static final String VISAS = "/api/v1/visas/";
    /** Members of a problem document that are no details. */
    private static final Set<String> FRAME = Set.of("type", "title", "status", "code", "detail", "instance", "remedy");

    private final RunningRegistry registry;
    private final Path now;

    /** @param now file of the rehearsal's clock */
    ThroughRest(RunningRegistry registry, Path now) {
        this.registry = registry;
        this.now = now;
    }

    private Caller as(Who who) {
        return new Caller(registry, who.account());
    }

    /** The answer, unless it is a problem: then what a program learns of it. */
    private static Answer accepted(Answer answer) {
        if (answer.status() < 400) {
            return answer;
        }
        JsonObject problem = answer.json();
        if (problem.getInt("status") >= 500) {
            throw new AssertionError(answer.toString());
        }
        Map<String, String> details = new HashMap<>();
        problem.forEach((name, value) -> {
            if (!FRAME.contains(name) && value instanceof JsonString text) {
                details.put(name, text.getString());
            }
        });
        throw new Refused(new Refusal(problem.getString("code"), Refusal.Kind.CONFLICT, details));
    }

    private JsonObject changed(Who who, String method, String dossier, String below, JsonValue body) {
        String address = DOSSIERS + "/" + dossier;
        String seen = accepted(as(who).get(address)).header("ETag");
        return accepted(as(who).send(method, address + below, body.toString(), "If-Match", seen))
                .json();
    }

    private LocalDate today() {
        return LocalDate.parse(laboratory("Arvor Évaluation").getString("asOf"));
    }

    @Override
    public LocalDate on(LocalDate day) {
        if (day.isAfter(today())) {
            try {
                Path next = Files.writeString(now.resolveSibling("next"), day + "T08:00:00Z");
                Files.move(next, now, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return today();
    }

    private JsonObject laboratory(String name) {
        return accepted(registry.get(LABS)).json().getJsonArray("laboratories").getValuesAs(JsonObject.class).stream()
                .filter(laboratory -> laboratory.getString("name").equals(name))
                .map(laboratory -> accepted(registry.get(LABS + "/" + laboratory.getString("id")))
                        .json())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void entitle(String name, List<Title> titles) {
        Caller supervisor = as(Who.SUPERVISOR);
        for (Title title : titles) {
            JsonObject known = laboratory(name);
            if (known.getJsonArray("titles").getValuesAs(JsonObject.class).stream()
                    .anyMatch(there -> there.getString("reference").equals(title.reference()))) {
                continue;
            }
            String address = LABS + "/" + known.getString("id");
            JsonObjectBuilder coverage = Json.createObjectBuilder();
            title.coverage().highestVan().ifPresent(van -> coverage.add("highestVan", van));
            JsonObject covered = coverage.add(
                            "technicalDomains", texts(title.coverage().technicalDomains()))
                    .add("protectionProfiles", texts(title.coverage().protectionProfiles()))
                    .add("categories", texts(title.coverage().categories()))
                    .add("scopes", texts(title.coverage().scopes()))
                    .add("levels", texts(title.coverage().levels()))
                    .add("nationalSecurity", !title.coverage().purposes().isEmpty())
                    .build();
            JsonObjectBuilder body = Json.createObjectBuilder()
                    .add("kind", title.kind().name().toLowerCase(Locale.ROOT))
                    .add("reference", title.reference())
                    .add("issuer", title.issuer())
                    .add(
                            "schemes",
                            texts(title.schemes().stream().map(Object::toString).toList()))
                    .add("firstDay", title.firstDay().toString())
                    .add("lastDay", title.lastDay().toString())
                    .add("coverage", covered);
            title.criteria().ifPresent(version -> body.add("criteria", version));
            accepted(supervisor.change("POST", address, "/titles", body.build().toString()));
        }
    }

    @Override
    public String open(Who who, Opening opening) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("scheme", opening.scheme().scheme().value())
                .add("version", opening.scheme().version())
                .add("kind", opening.kind().code())
                .add("application", application(opening.application()));
        opening.about().ifPresent(slug -> body.add("about", id(slug)));
        opening.holder().ifPresent(name -> body.add("holder", name));
        Answer opened = accepted(as(who).post(DOSSIERS, body.build().toString()));
        return opened.header("Location").substring(DOSSIERS.length() + 1);
    }

    private static JsonObject application(Application application) {
        JsonObjectBuilder subject = Json.createObjectBuilder()
                .add("kind", application.subject().kind().name())
                .add("name", application.subject().name());
        application.subject().versions().ifPresent(versions -> subject.add("versions", versions));
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("subject", subject)
                .add("scopes", texts(application.scopes()))
                .add("nationalSecurity", application.nationalSecurity())
                .add("facts", facts(application.facts()))
                .add(
                        "bases",
                        texts(application.bases().stream().map(VisaId::toString).toList()))
                .add("listed", application.listed());
        application.level().ifPresent(level -> body.add("level", level));
        application.category().ifPresent(category -> body.add("category", category));
        return body.build();
    }

    private static JsonObject facts(Map<String, FactValue> declared) {
        JsonObjectBuilder facts = Json.createObjectBuilder();
        declared.forEach((id, value) -> facts.add(id, fact(value)));
        return facts.build();
    }

    private static JsonValue fact(FactValue value) {
        if (value instanceof FactValue.Whole whole) {
            return Json.createValue(whole.value());
        }
        if (value instanceof FactValue.Flag flag) {
            return flag.value() ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof FactValue.Day day) {
            return Json.createValue(day.value().toString());
        }
        if (value instanceof FactValue.Moment moment) {
            return Json.createValue(moment.value().toString());
        }
        if (value instanceof FactValue.Shares shares) {
            JsonArrayBuilder hundredths = Json.createArrayBuilder();
            shares.hundredths().forEach(hundredths::add);
            return hundredths.build();
        }
        Set<String> words = ((FactValue.Words) value).values();
        return words.size() == 1
                ? Json.createValue(words.iterator().next())
                : texts(words).build();
    }

    private static JsonArrayBuilder texts(Collection<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }

    @Override
    public void change(Who who, String dossier, Application application) {
        changed(who, "PUT", dossier, "/application", application(application));
    }

    @Override
    public void deposit(Who who, String dossier, String language, String... types) {
        for (String type : types) {
            changed(
                    who,
                    "POST",
                    dossier,
                    "/documents",
                    Json.createObjectBuilder()
                            .add("type", type)
                            .add("title", type)
                            .add("language", language)
                            .add("edition", type + "-" + language)
                            .add("sections", texts(Cases.sections(type, scheme(who, dossier))))
                            .add("sha256", Cases.bytes(type + language))
                            .add("size", 1000)
                            .build());
        }
    }

    private SchemeVersionId scheme(Who who, String dossier) {
        JsonObject seen = accepted(as(who).get(DOSSIERS + "/" + dossier)).json();
        return SchemeVersionId.of(seen.getString("scheme"), seen.getString("schemeVersion"));
    }

    @Override
    public void conclude(Who who, String dossier, String type, boolean favourable) {
        changed(
                who,
                "POST",
                dossier,
                "/conclusions",
                Json.createObjectBuilder()
                        .add("type", type)
                        .add("favourable", favourable)
                        .add("grounds", "Motifs.")
                        .build());
    }

    @Override
    public void step(Who who, String dossier, String step) {
        changed(
                who,
                "POST",
                dossier,
                "/steps",
                Json.createObjectBuilder().add("step", step).build());
    }

    @Override
    public void step(Who who, String dossier, String step, String reason) {
        changed(
                who,
                "POST",
                dossier,
                "/steps",
                Json.createObjectBuilder()
                        .add("step", step)
                        .add("reason", reason)
                        .build());
    }

    @Override
    public void assign(Who who, String dossier, String laboratory) {
        changed(
                who,
                "PUT",
                dossier,
                "/laboratories",
                Json.createObjectBuilder()
                        .add(
                                "laboratories",
                                texts(List.of(laboratory(laboratory).getString("id"))))
                        .build());
    }

    @Override
    public void plan(Who who, String dossier, Map<String, FactValue> facts) {
        changed(
                who,
                "PUT",
                dossier,
                "/facts",
                Json.createObjectBuilder().add("facts", facts(facts)).build());
    }

    @Override
    public void staff(Who who, String dossier, List<Assignment> staff, List<Subcontract> subcontracts) {
        JsonArrayBuilder members = Json.createArrayBuilder();
        for (Assignment member : staff) {
            JsonObjectBuilder body = Json.createObjectBuilder()
                    .add("person", member.person())
                    .add("activity", member.activity())
                    .add("engagedOn", member.engagedOn().toString());
            member.attested()
                    .ifPresent(attested -> body.add(
                            "attested",
                            Json.createObjectBuilder()
                                    .add("reference", attested.reference())
                                    .add("firstDay", attested.firstDay().toString())
                                    .add("lastDay", attested.lastDay().toString())));
            member.trainee().ifPresent(does -> body.add("trainee", Coded.of(does)));
            member.duty().ifPresent(leads -> body.add("duty", Coded.of(leads)));
            members.add(body);
        }
        JsonArrayBuilder contracts = Json.createArrayBuilder();
        for (Subcontract contract : subcontracts) {
            JsonObjectBuilder body = Json.createObjectBuilder()
                    .add("activity", contract.activity())
                    .add("visa", contract.visa().toString());
            contract.contractedOn().ifPresent(first -> body.add("contractedOn", first.toString()));
            contract.agreedIn().ifPresent(note -> body.add("agreedIn", note));
            contracts.add(body);
        }
        changed(
                who,
                "PUT",
                dossier,
                "/staff",
                Json.createObjectBuilder()
                        .add("staff", members)
                        .add("subcontracts", contracts)
                        .build());
    }

    @Override
    public void askApproval(Who who, String dossier, String type, String justification, Optional<LocalDate> until) {
        JsonObjectBuilder asked = Json.createObjectBuilder().add("type", type).add("justification", justification);
        until.ifPresent(day -> asked.add("until", day.toString()));
        changed(who, "POST", dossier, "/approvals", asked.build());
    }

    @Override
    public void answerApproval(Who who, String dossier, String type, boolean given, LocalDate bearing, String grounds) {
        changed(
                who,
                "POST",
                dossier,
                "/approvals/" + type + "/answer",
                Json.createObjectBuilder()
                        .add("given", given)
                        .add("day", bearing.toString())
                        .add("grounds", grounds)
                        .build());
    }

    @Override
    public void approveAnswer(Who who, String dossier, String type) {
        assertThat(newest(Who.VENDOR, dossier, type).containsKey("proposed"))
                .as("what nobody approved yet is not told to the parties")
                .isFalse();
        JsonObject proposed = newest(who, dossier, type).getJsonObject("proposed");
        changed(
                who,
                "POST",
                dossier,
                "/approvals/" + type + "/answer/approval",
                Json.createObjectBuilder()
                        .add("digest", proposed.getString("digest"))
                        .build());
    }

    private JsonObject newest(Who who, String dossier, String type) {
        return accepted(as(who).get(DOSSIERS + "/" + dossier))
                .json()
                .getJsonArray("approvals")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(approval -> approval.getString("type").equals(type))
                .reduce((former, later) -> later)
                .orElseThrow();
    }

    @Override
    public Approved approved(Who who, String dossier, String type) {
        JsonObject approval = newest(who, dossier, type);
        JsonObject answer = approval.getJsonObject("answer");
        return new Approved(
                answer.getBoolean("given"),
                LocalDate.parse(answer.getString("day")),
                approval.getString("justification"),
                answer.getString("grounds"));
    }

    @Override
    public String stage(Who who, String dossier) {
        return accepted(as(who).get(DOSSIERS + "/" + dossier))
                .json()
                .getJsonObject("stage")
                .getString("id");
    }

    @Override
    public List<String> documents(Who who, String dossier) {
        return accepted(as(who).get(DOSSIERS + "/" + dossier))
                .json()
                .getJsonArray("documents")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(document -> document.getString("type"))
                .toList();
    }

    @Override
    public List<String> preflight(Who who, String dossier) {
        return accepted(as(who).get(DOSSIERS + "/" + dossier + "/preflight"))
                .json()
                .getJsonArray("findings")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(finding -> finding.getString("code"))
                .toList();
    }

    @Override
    public Optional<String> obstacle(Who who, String dossier, String step) {
        JsonObject open = accepted(as(who).get(DOSSIERS + "/" + dossier + "/steps"))
                .json()
                .getJsonArray("steps")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(one -> one.getString("step").equals(step))
                .findFirst()
                .orElseThrow();
        return open.containsKey("obstacle") && !open.isNull("obstacle")
                ? Optional.of(open.getJsonObject("obstacle").getString("code"))
                : Optional.empty();
    }

    @Override
    public Proposed propose(Who who, Content content) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("kind", content.kind().code())
                .add("effective", content.effective().toString())
                .add("reasons", "Motifs.")
                .add("actions", "Corriger, puis en rendre compte.")
                .add("scopes", texts(content.scopes()));
        content.dossier()
                .ifPresent(dossier -> body.add("dossier", dossier)
                        .add(
                                "dossierVersion",
                                accepted(as(who).get(DOSSIERS + "/" + dossier))
                                        .json()
                                        .getInt("version")));
        content.visa()
                .ifPresent(slug -> body.add("visa", id(slug))
                        .add("visaVersion", visa(slug, today()).version()));
        content.lastDay().ifPresent(day -> body.add("lastDay", day.toString()));
        content.level().ifPresent(level -> body.add("level", level));
        content.versions().ifPresent(versions -> body.add("versions", versions));
        content.remedy().ifPresent(remedy -> body.add("remedy", remedy));
        body.add("reasonCodes", texts(Reasons.of(content.kind())));
        JsonArrayBuilder clauses = Json.createArrayBuilder();
        content.clauses()
                .forEach(clause -> clauses.add(Json.createObjectBuilder()
                        .add("kind", clause.kind().name())
                        .add("fr", clause.fr())
                        .add("en", clause.en().orElseThrow())));
        body.add("clauses", clauses);
        if (content.nationalSecurity()) {
            body.add("nationalSecurity", true);
        }
        JsonObject proposal =
                accepted(as(who).post(DECISIONS, body.build().toString())).json();
        return new Proposed(proposal.getString("id"), proposal.getString("digest"));
    }

    @Override
    public String approve(Who who, Proposed proposed) {
        JsonObject outcome = accepted(as(who).post(
                                DECISIONS + "/" + proposed.id() + "/approval",
                                Caller.json(Map.of("digest", proposed.digest(), "grounds", "Vu."))))
                .json();
        return !outcome.containsKey("visa") || outcome.isNull("visa")
                ? ""
                : outcome.getJsonObject("visa").getString("slug");
    }

    private String id(String slug) {
        return accepted(registry.get(VISAS + slug)).json().getString("id");
    }

    @Override
    public Sight visa(String slug, LocalDate asOf) {
        JsonObject visa = accepted(registry.get(VISAS + slug + "?asOf=" + asOf)).json();
        JsonObject facts = visa.getJsonObject("facts");
        JsonObject status = visa.getJsonObject("status");
        return new Sight(
                new VisaId(UUID.fromString(visa.getString("id"))),
                visa.getJsonNumber("version").longValue(),
                status.getString("code"),
                status.getBoolean("overdue"),
                facts.getJsonObject("reference").getString("text"),
                text(facts, "lastDay").map(LocalDate::parse),
                text(facts.getJsonObject("subject"), "versions"),
                facts.getJsonObject("subject").containsKey("maintained")
                        ? facts.getJsonObject("subject")
                                .getJsonArray("maintained")
                                .getValuesAs(JsonString::getString)
                        : List.of(),
                Optional.ofNullable(facts.getJsonObject("level")).flatMap(level -> text(level, "term")),
                facts.getBoolean("nationalSecurity", false),
                facts.containsKey("documents")
                        ? facts.getJsonArray("documents").getValuesAs(JsonObject.class).stream()
                                .map(document -> document.getString("address"))
                                .toList()
                        : List.of(),
                visa.getJsonArray("recognitions").getValuesAs(JsonObject.class).stream()
                        .map(agreement -> agreement.getString("id"))
                        .toList(),
                facts.containsKey("conditions")
                        ? facts.getJsonArray("conditions").getValuesAs(JsonObject.class).stream()
                                .map(clause -> new Clause(
                                        Clause.Kind.valueOf(clause.getString("kind")),
                                        clause.getString("fr"),
                                        text(clause, "en")))
                                .toList()
                        : List.of());
    }

    private static Optional<String> text(JsonObject object, String member) {
        return object.containsKey(member) && !object.isNull(member)
                ? Optional.of(object.getString(member))
                : Optional.empty();
    }

    @Override
    public Optional<String> shown(String slug, LocalDate asOf) {
        Optional<String> status = status(slug, asOf);
        if (!asOf.equals(today())) {
            return status;
        }
        Answer page = registry.get("/en/visas/" + slug);
        if (!status(slug, asOf).equals(status)) {
            // A list was issued between the two.
            return shown(slug, asOf);
        }
        assertThat(page.status()).as("the page of %s", slug).isEqualTo(status.isEmpty() ? 404 : 200);
        status.ifPresent(code -> assertThat(verdict(page)).startsWith(sentence(code)));
        return status;
    }

    private Optional<String> status(String slug, LocalDate asOf) {
        Answer answer = registry.get(VISAS + slug + "?asOf=" + asOf);
        return answer.status() == 404
                ? Optional.empty()
                : Optional.of(accepted(answer).json().getJsonObject("status").getString("code"));
    }

    /** What a page says first of its visa. */
    private static String verdict(Answer page) {
        return page.text().split("id=\"says\">")[1].split("<")[0];
    }

    /** The beginning of the sentence for a status. */
    private static String sentence(String status) {
        return ResourceBundle.getBundle("org.sceau.registry.web.texts", Locale.ENGLISH)
                .getString("says." + status)
                .split("\\{")[0];
    }

    @Override
    public void issueLists() {
        // The registry issues them by itself, some seconds after a change and on the day of one.
    }

    @Override
    public void requireEnded(String visa, LocalDate day) {
        Patience.until("the work of " + day + " is done", Duration.ofMinutes(2), () -> {
            JsonObject ends = accepted(as(Who.ADMINISTRATOR).get("/api/v1/scheduled-work"))
                    .json()
                    .getJsonArray("duties")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .filter(duty -> duty.getString("duty").equals("ends"))
                    .findFirst()
                    .orElseThrow();
            return ends.getInt("failures") == 0
                    && ends.getInt("written") > 0
                    && !LocalDate.parse(ends.getString("doneThrough")).isBefore(day);
        });
    }

    @Override
    public Kept retention(Who who, String dossier) {
        JsonObject kept =
                accepted(as(who).get(DOSSIERS + "/" + dossier + "/retention")).json();
        return new Kept(kept.getString("state"), text(kept, "until").map(LocalDate::parse));
    }

    @Override
    public void erase(Who who, String dossier) {
        accepted(as(who).post(DOSSIERS + "/" + dossier + "/erasure", Caller.json(Map.of("grounds", "Motifs."))));
    }

    @Override
    public String askRemedy(Who who, String visa, LocalDate due) {
        Map<String, String> asked = Map.of(
                "visa", id(visa), "ground", "non-conformity", "asked", "Proposer un remède.", "due", due.toString());
        return accepted(as(who).post(REMEDIES, Caller.json(asked)))
                .header("Location")
                .substring(REMEDIES.length() + 1);
    }

    @Override
    public String remedy(Who who, String remedy) {
        return accepted(as(who).get(REMEDIES + "/" + remedy)).json().getString("state");
    }

    @Override
    public String list(String family) {
        return accepted(registry.get("/trust-lists/" + family + "/current.xml")).text();
    }

    @Override
    public Set<String> search(String family, Set<String> levels, LocalDate asOf) {
        String query = "/api/v1/catalogue?size=100&status=in-force&scheme=" + family + "&asOf=" + asOf
                + levels.stream()
                        .map(level -> "&level=" + URLEncoder.encode(level, StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        return accepted(registry.get(query)).json().getJsonArray("rows").getValuesAs(JsonObject.class).stream()
                .map(visa -> visa.getString("slug"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Map<String, List<String>> certificate(String slug) {
        Map<String, List<String>> said = new HashMap<>();
        accepted(registry.get(VISAS + slug + "/certificate"))
                .json()
                .getJsonArray("lines")
                .getValuesAs(JsonObject.class)
                .forEach(line -> said.put(
                        line.getString("field"), line.getJsonArray("values").getValuesAs(JsonString::getString)));
        return said;
    }

    @Override
    public List<String> missing(Who who, String dossier) {
        return accepted(as(who).get(DOSSIERS + "/" + dossier + "/agency-package"))
                .json()
                .getJsonArray("missing")
                .getValuesAs(JsonString::getString);
    }

    @Override
    public void sendPackage(Who who, String dossier) {
        String address = DOSSIERS + "/" + dossier + "/agency-package";
        String seen = accepted(as(who).get(address)).header("ETag");
        accepted(as(who).send("POST", address, "", "If-Match", seen));
    }

    @Override
    public void requireTold(Who who, String about, String told, int times) {
        Patience.until(
                "somebody was told: " + told,
                Duration.ofMinutes(2),
                () -> listed(who, "notices", about)
                                .map(notice -> notice.getString("kind") + " " + notice.getString("addressee", "-"))
                                .filter(told::equals)
                                .count()
                        == times);
    }

    @Override
    public void requireAsked(Who who, String visa, String kind) {
        Patience.until(
                "officers are asked: " + kind,
                Duration.ofMinutes(2),
                () -> listed(who, "tasks", visa)
                        .anyMatch(task -> task.getString("kind").equals(kind)));
    }

    @Override
    public void requireNotAsked(Who who, String visa, String kind) {
        Patience.until(
                "officers are asked no more: " + kind,
                Duration.ofMinutes(2),
                () -> listed(who, "tasks", visa)
                        .noneMatch(task -> task.getString("kind").equals(kind)));
    }

    private Stream<JsonObject> listed(Who who, String what, String about) {
        return accepted(as(who).get("/api/v1/" + what + "?limit=200"))
                .json()
                .getJsonArray(what)
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(one -> one.getJsonObject("about").getString("id", "").equals(about));
    }

    @Override
    public List<String> impacts(Who who) {
        return accepted(as(who).get("/api/v1/impacts"))
                .json()
                .getJsonArray("impacts")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(impact -> impact.getJsonObject("visa").getString("slug") + " " + impact.getString("reason")
                        + (impact.containsKey("base") && !impact.isNull("base")
                                ? " " + impact.getJsonObject("base").getString("slug")
                                : ""))
                .toList();
    }

    @Override
    public String report(Who who, String visa) {
        JsonObject body = Json.createObjectBuilder()
                .add("source", "holder")
                .add("visas", texts(List.of(id(visa))))
                .add("title", Cases.CLOCK_GLITCH.title())
                .add("known", Cases.CLOCK_GLITCH.known())
                .add("impact", Cases.CLOCK_GLITCH.impact().orElseThrow())
                .add("consequences", Cases.CLOCK_GLITCH.consequences().orElseThrow())
                .build();
        return accepted(as(who).post(VULNERABILITIES, body.toString()))
                .header("Location")
                .substring(VULNERABILITIES.length() + 1);
    }

    @Override
    public void keepApart(Who who, String record, String exploitation) {
        accepted(as(who).send(
                        "PUT",
                        VULNERABILITIES + "/" + record + "/compartments/exploitation",
                        Caller.json(Map.of("text", exploitation)),
                        "If-Match",
                        "\"v0\""));
    }

    @Override
    public void judgeIncurable(Who who, String record) {
        JsonObject judged = Json.createObjectBuilder()
                .add("impactLikely", true)
                .add("residual", false)
                .add("remediable", false)
                .add("grounds", "Analyse.")
                .build();
        accepted(as(who).change("POST", VULNERABILITIES + "/" + record, "/assessments", judged.toString()));
    }

    @Override
    public List<Warning> warnings(Who who, String record) {
        return accepted(as(who).get(VULNERABILITIES + "/" + record + "/notices"))
                .json()
                .getJsonArray("notices")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(notice -> new Warning(
                        notice.getString("to"),
                        text(notice, "visa").map(UUID::fromString).map(VisaId::new),
                        notice.toString()))
                .toList();
    }

    @Override
    public long population(Who who, SchemeId scheme, int year) {
        return accepted(as(who).get(sampleOf(scheme, year))).json().getInt("population");
    }

    @Override
    public void importRows(String csv) {
        Answer imported = accepted(as(Who.ADMINISTRATOR).post("/api/v1/imports?format=sceau-csv&dryRun=false", csv));
        assertThat(imported.json().getInt("refused")).as("%s", imported).isZero();
    }

    @Override
    public void sample(Who who, SchemeId scheme, int year, List<VisaId> visas) {
        JsonObject drawing = Json.createObjectBuilder()
                .add("visas", texts(visas.stream().map(VisaId::toString).toList()))
                .add("basis", "Analyse de risques.")
                .add(
                        "criteria",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("fr", "Les plus cités")
                                        .add("en", "Most cited")))
                .build();
        accepted(as(who).post(sampleOf(scheme, year) + "/drawings", drawing.toString(), "If-Match", "\"v0\""));
    }

    @Override
    public Set<String> criteria(Who who, SchemeId scheme, int year) {
        return accepted(as(who).get(sampleOf(scheme, year)))
                .json()
                .getJsonArray("drawings")
                .getValuesAs(JsonObject.class)
                .stream()
                .flatMap(drawing -> drawing.getJsonArray("criteria").getValuesAs(JsonObject.class).stream())
                .map(criterion -> criterion.getString("fr") + " / " + criterion.getString("en", "-"))
                .collect(Collectors.toSet());
    }

    private static String sampleOf(SchemeId scheme, int year) {
        return "/api/v1/samples/" + scheme + "/" + year;
    }

    @Override
    public void giveRole(Who who, Who to, Role role, SchemeId scheme) {
        JsonObject body = Json.createObjectBuilder()
                .add("role", role.code())
                .add("scheme", scheme.value())
                .build();
        String seen = accepted(as(who).get(rolesOf(to))).header("ETag");
        accepted(as(who).send("POST", rolesOf(to), body.toString(), "If-Match", seen));
    }

    @Override
    public Set<String> roles(Who who, Who of) {
        return accepted(as(who).get(rolesOf(of))).json().getJsonArray("roles").getValuesAs(JsonObject.class).stream()
                .map(grant -> grant.getString("role"))
                .collect(Collectors.toSet());
    }

    private static String rolesOf(Who who) {
        return "/api/v1/accounts/" + who.account() + "/roles";
    }
}
