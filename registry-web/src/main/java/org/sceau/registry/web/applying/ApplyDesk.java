package org.sceau.registry.web.applying;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.application.submitting.OwnVisas;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.FollowUp;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.web.casework.Choice;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.FormFields;
import org.sceau.registry.web.form.Obstacle;

/** The first of three screens: what is applied for, under which scheme; or what follows a visa that the applicant has. */
@Named("applyDesk")
@RequestScoped
public class ApplyDesk {
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_SUBJECT = 600;
    private static final int LONGEST_VERSIONS = 200;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OpenDossier opening;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OwnVisas visas;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDossiers dossiers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private Optional<Visa> about = Optional.empty();

    /** Opens a dossier where the form was sent. */
    public void open() {
        try {
            if (!mayApply()) {
                throw Refusal.of("role-missing", Refusal.Kind.FORBIDDEN).asException();
            }
            about = followed();
        } catch (Refused refused) {
            sent.refuse(words(refused.refusal()));
            return;
        }
        sent.carryOut(this::apply, this::words);
    }

    /** With the day from which it would be open. */
    private Obstacle words(Refusal refused) {
        Obstacle plain = sent.plain(refused);
        return new Obstacle(
                plain.title(),
                plain.remedy(),
                plain.code(),
                Stream.ofNullable(refused.details().get("from")).toList());
    }

    public boolean mayApply() {
        return desk.mayApply();
    }

    private Optional<Visa> followed() {
        String slug = request.getParameter("about");
        if (slug == null || slug.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(visas.one(desk.actor(), new Slug(slug)).orElseThrow(ApplyDesk::unknown));
        } catch (IllegalArgumentException noSlug) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND).asException();
    }

    private String apply(FormFields fields) {
        SchemeVersion scheme = versions().stream()
                .filter(version -> version.id().toString().equals(request.getParameter("scheme")))
                .findFirst()
                .orElseThrow(() -> Given.missing("scheme"));
        DossierKind kind = about.isEmpty()
                ? DossierKind.INITIAL
                : Given.one("kind", fields.choice("kind"), DossierKind.values(), DossierKind::code);
        OpenDossier.Request wanted = new OpenDossier.Request(
                scheme.id(),
                kind,
                about.map(Visa::id),
                application(scheme, fields),
                fields.optional("developer", LONGEST_NAME),
                fields.optional("holder", LONGEST_NAME),
                List.of());
        Dossier opened = Once.of(
                fields.attempt(),
                Dossier.class,
                dossier -> dossier.id().toString(),
                id -> dossiers.one(desk.actor(), DossierId.parse(id), Optional.empty())
                        .dossier(),
                () -> opening.open(desk.actor(), wanted));
        return desk.to("/desk/dossiers/" + opened.id() + "/application");
    }

    /** What follows a visa begins with what the visa says; everything else is asked for on the next screen. */
    private Application application(SchemeVersion scheme, FormFields fields) {
        Subject subject = Given.made(
                "subject",
                () -> new Subject(
                        about.map(visa -> visa.facts().subject().kind())
                                .orElseGet(() -> scheme.subjects().value().stream()
                                        .sorted()
                                        .findFirst()
                                        .orElseThrow()),
                        fields.text("name", LONGEST_SUBJECT),
                        fields.optional("versions", LONGEST_VERSIONS)));
        return new Application(
                subject,
                about.flatMap(visa -> visa.facts().level()).flatMap(Claim::term),
                about.map(visa -> visa.facts().scopes()).orElse(Set.of()),
                about.flatMap(visa -> visa.facts().category()).flatMap(Claim::term),
                false,
                Map.of(),
                Set.of(),
                about.map(visa -> visa.facts().listed()).orElse(false));
    }

    /** Versions under which a dossier can be opened today; about a visa those of its own scheme. */
    private List<SchemeVersion> versions() {
        LocalDate today = desk.dayOf(desk.now());
        return schemes.all().stream()
                .filter(version -> version.conduct().isPresent())
                .filter(version -> about.map(visa -> visa.facts()
                                        .scheme()
                                        .scheme()
                                        .equals(version.id().scheme())
                                && (visa.facts().scheme().equals(version.id())
                                        || version.applicability().opensOn(today)))
                        .orElseGet(() -> version.applicability().opensOn(today)))
                .sorted(Comparator.comparing(
                        (SchemeVersion version) -> version.shortLabel().in(desk.locale()),
                        java.text.Collator.getInstance(desk.locale())))
                .toList();
    }

    public List<Choice> schemes() {
        String asked = Optional.ofNullable(request.getParameter("scheme"))
                .or(() -> about.map(visa -> visa.facts().scheme().toString()))
                .orElse("");
        return versions().stream()
                .map(version -> new Choice(
                        version.id().toString(),
                        version.shortLabel().in(desk.locale()) + " "
                                + version.id().version() + " – "
                                + version.label().in(desk.locale()),
                        "",
                        version.id().toString().equals(asked),
                        true))
                .toList();
    }

    /** What may follow the visa under its scheme, as far as an applicant opens it. */
    public List<Choice> kinds() {
        String asked = Optional.ofNullable(request.getParameter("kind")).orElse("");
        return about.flatMap(visa -> schemes.version(visa.facts().scheme())).flatMap(SchemeVersion::conduct).stream()
                .flatMap(conduct -> conduct.followUps().stream())
                .filter(row -> row.openedBy().contains(Role.SPONSOR))
                .map(FollowUp::kind)
                .map(kind -> new Choice(
                        kind.code(),
                        kind.label().in(desk.locale()),
                        "",
                        kind.code().equals(asked),
                        true))
                .toList();
    }

    /** Reference of the visa that it follows; empty for a first application. */
    public String followedReference() {
        return about.map(visa -> visa.facts().reference().text()).orElse("");
    }

    public String followedSlug() {
        return about.map(visa -> visa.slug().value()).orElse("");
    }

    public boolean follows() {
        return about.isPresent();
    }

    /** What a field has: what was typed, or what the visa says. */
    public String field(String name) {
        String typed = request.getParameter(name);
        if (typed != null && sent.isThere()) {
            return typed;
        }
        return switch (name) {
            case "name" -> about.map(visa -> visa.facts().subject().name()).orElse("");
            case "versions" ->
                about.flatMap(visa -> visa.facts().subject().versions()).orElse("");
            default -> "";
        };
    }
}
