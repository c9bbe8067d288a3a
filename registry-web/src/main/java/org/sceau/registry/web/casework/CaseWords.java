package org.sceau.registry.web.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.sceau.registry.api.problem.ProblemTexts;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.Rule;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.Obstacle;

/** What the identifiers of a dossier are called in the language of the page: the labels are those of its scheme version. */
public final class CaseWords {
    private final SchemeVersion scheme;
    private final DeskFrame desk;
    private final Optional<Procedure> procedure;

    public CaseWords(SchemeVersion scheme, DeskFrame desk) {
        this.scheme = scheme;
        this.desk = desk;
        this.procedure = scheme.conduct().map(conduct -> conduct.procedure());
    }

    DeskFrame desk() {
        return desk;
    }

    public String say(String key, Object... parts) {
        return desk.texts().say(key, parts);
    }

    public String in(Label label) {
        return label.in(desk.locale());
    }

    public String version() {
        return in(scheme.shortLabel()) + " " + scheme.id().version();
    }

    public String stage(String id) {
        return name(id, procedure.flatMap(all -> all.stage(id)).map(Stage::label));
    }

    public String document(String id) {
        return name(id, procedure.flatMap(all -> all.document(id)).map(DocumentType::label));
    }

    String conclusion(String id) {
        return name(id, procedure.flatMap(all -> all.conclusion(id)).map(ConclusionType::label));
    }

    String approval(String id) {
        return name(id, procedure.flatMap(all -> all.approval(id)).map(ApprovalType::label));
    }

    public String fact(String id) {
        return name(id, procedure.flatMap(all -> all.fact(id)).map(FactType::label));
    }

    public String level(String id) {
        return name(
                id,
                scheme.levels().stream()
                        .filter(level -> level.id().equals(id))
                        .map(Level::label)
                        .findFirst());
    }

    public String scope(String id) {
        return name(
                id,
                scheme.scopes().stream()
                        .filter(scope -> scope.id().equals(id))
                        .map(Scope::label)
                        .findFirst());
    }

    /** What a rule asks, in its own words; its code where the scheme has none of this code. */
    String rule(String code) {
        return name(code, procedure.flatMap(all -> all.rule(code)).map(Rule::text));
    }

    String role(String code) {
        return Arrays.stream(Role.values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .map(desk::role)
                .orElse(code);
    }

    /** Somebody who acted, by name: to those who handle what others did. */
    String person(Person person) {
        return person.name() + ", " + lower(desk.role(person.role()));
    }

    /** Somebody who acted: by name to whoever learns it, else by organisation; with the role. */
    String person(Person person, DossierSight sight) {
        String who = sight.names(person) ? person.name() : person.organisation();
        return who + ", " + lower(desk.role(person.role()));
    }

    public String day(LocalDate day) {
        return desk.days().day(day);
    }

    public String shortDay(LocalDate day) {
        return desk.days().shortDay(day);
    }

    String moment(Instant instant) {
        return desk.moment(instant);
    }

    /** {@code in 6 days}, {@code today}, {@code 2 days late}. */
    String distance(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to);
        return days < 0 ? say("due.late", -days) : days == 0 ? say("due.today") : say("due.in", days);
    }

    /** Class of a due day: {@code late}, {@code soon} within ten days, or none. */
    static String urgency(LocalDate today, LocalDate due) {
        long days = ChronoUnit.DAYS.between(today, due);
        return days < 0 ? "late" : days <= 10 ? "soon" : "";
    }

    /** A refusal with what it is about; a rule of the scheme speaks its own words. */
    public Obstacle obstacle(Refusal refusal) {
        ProblemTexts texts = desk.texts().problems();
        Optional<String> rule =
                procedure.flatMap(all -> all.rule(refusal.code())).map(found -> in(found.text()));
        return new Obstacle(
                rule.orElseGet(() -> texts.title(refusal.code())),
                rule.isPresent() ? "" : texts.remedy(refusal.code()),
                refusal.code(),
                details(refusal.details()));
    }

    private List<String> details(Map<String, String> details) {
        return new TreeMap<>(details)
                .entrySet().stream()
                        .flatMap(detail -> told(detail.getKey(), detail.getValue()).stream())
                        .toList();
    }

    /** Only what has a name for people is told to them; machines read the rest from the interface. */
    private Optional<String> told(String key, String value) {
        String label = desk.texts().sayOr("detail." + key, "");
        return label.isEmpty() || value.isBlank()
                ? Optional.empty()
                : Optional.of(say("detail", label, each(value, word(key))));
    }

    private UnaryOperator<String> word(String key) {
        return switch (key) {
            case "document" -> this::document;
            case "conclusion" -> this::conclusion;
            case "approval" -> this::approval;
            case "stage", "at" -> this::stage;
            case "fact" -> this::fact;
            case "convert-to" -> desk::version;
            case "part" -> part -> desk.texts().sayOr("part." + part, part);
            case "level", "asked", "has" -> this::level;
            case "scope", "scopes", "needs", "activity", "activities" -> this::scope;
            case "needed", "acted-as", "wanted" -> this::role;
            case "due", "day", "today", "expired", "from", "until", "on" -> this::written;
            default -> UnaryOperator.identity();
        };
    }

    private String written(String day) {
        return day.matches("\\d{4}-\\d{2}-\\d{2}") ? day(LocalDate.parse(day)) : day;
    }

    private static String each(String value, UnaryOperator<String> word) {
        return Arrays.stream(value.split(", ")).map(word).collect(Collectors.joining(", "));
    }

    private String name(String id, Optional<Label> label) {
        return label.map(this::in).orElse(id);
    }

    /** As it stands inside a sentence. */
    private String lower(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(desk.locale()) + text.substring(1);
    }
}
