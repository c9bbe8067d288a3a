package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.web.address.RequestPath;
import org.sceau.registry.web.identity.FormToken;
import org.sceau.registry.web.words.DayWords;

/** Bar and words of every desk and of the sign-in page: who is here, in which language, under whose name. */
@Named("desk")
@RequestScoped
public class DeskFrame {
    /** Attribute of the request: path, without its language, of a page that is no desk and no sign-in page. */
    public static final String PLAIN_PATH = "org.sceau.plain-path";

    static final String EXPIRED = "expired";

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentActor current;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Operator operator;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LegalCalendar calendar;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Languages languages;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    private @Nullable DeskTexts texts;

    /** What a scheme version is called for short, by its id; the id of one that is not known. */
    public String version(String id) {
        return schemes.all().stream()
                .filter(scheme -> scheme.id().toString().equals(id))
                .findFirst()
                .map(scheme ->
                        scheme.shortLabel().in(locale()) + " " + scheme.id().version())
                .orElse(id);
    }

    public Language language() {
        return request.getAttribute(DeskPage.ATTRIBUTE) instanceof DeskPage page
                ? page.language()
                : languages.of(RequestPath.of(request));
    }

    /** Whether somebody comes from a form that was not carried out: of an ended session, or of a page that was drawn anew since. */
    public boolean expired() {
        return "true".equals(request.getParameter(EXPIRED));
    }

    /** The address of this desk; empty on a page that is none. */
    public String address() {
        return request.getAttribute(DeskPage.ATTRIBUTE) instanceof DeskPage page ? page.address() : "";
    }

    /** The thing the desk is about; see {@link DeskPage}. */
    public String key() {
        return request.getAttribute(DeskPage.ATTRIBUTE) instanceof DeskPage page ? page.key() : "";
    }

    public DeskTexts texts() {
        DeskTexts known = texts;
        if (known == null) {
            known = DeskTexts.in(language());
            texts = known;
        }
        return known;
    }

    /** Texts by key, for the views. */
    public ResourceBundle words() {
        return texts().bundle();
    }

    public String lang() {
        return language().code();
    }

    public Locale locale() {
        return language().locale();
    }

    /** An address of ours in the language of this page. */
    public String to(String path) {
        return languages.address(language(), path);
    }

    /** Whether there is another language to switch to. */
    public boolean bilingual() {
        return languages.other(language()).isPresent();
    }

    /** Code of the other language; empty where there is none. */
    public String otherLang() {
        return languages.other(language()).map(Language::code).orElse("");
    }

    /** The same page in the other language; empty where there is none. */
    public String otherAddress() {
        String path = request.getAttribute(DeskPage.ATTRIBUTE) instanceof DeskPage page
                ? page.path()
                : request.getAttribute(PLAIN_PATH) instanceof String plain ? plain : "/sign-in";
        return languages
                .other(language())
                .map(other -> languages.address(other, path))
                .orElse("");
    }

    /** Whether this desk is about one thing of a sort, by the beginning of its address. */
    public boolean isBelow(String prefix) {
        return request.getAttribute(DeskPage.ATTRIBUTE) instanceof DeskPage page
                && page.path().startsWith(prefix);
    }

    public boolean mayReadDecisions() {
        return Permission.READ_DECISIONS.isGrantedTo(actor());
    }

    /** The address of a page that is no desk, in the language of this page. */
    public String here() {
        return request.getAttribute(PLAIN_PATH) instanceof String plain ? to(plain) : to("/sign-in");
    }

    /** {@code page} for the link of the bar that leads here, else empty. */
    public @Nullable String here(String path) {
        boolean here = request.getAttribute(DeskPage.ATTRIBUTE) instanceof DeskPage page
                && (page.path().equals(path)
                        || !path.equals("/desk/") && page.path().startsWith(path));
        return here ? "page" : null;
    }

    public boolean demo() {
        return operator.demo();
    }

    public String shortName() {
        return operator.shortName().in(locale());
    }

    public Actor actor() {
        return current.actor();
    }

    /** What plain forms carry, so that only our own page can send them. */
    public String token() {
        return FormToken.of(request);
    }

    public boolean mayImport() {
        return Permission.IMPORT_CATALOGUE.isGrantedTo(actor());
    }

    public boolean mayReadImports() {
        return Permission.READ_IMPORTS.isGrantedTo(actor());
    }

    public boolean mayReadRevisions() {
        return Permission.READ_REVISIONS.isGrantedTo(actor());
    }

    public boolean mayRevise() {
        return Permission.REVISE_SCHEMES.isGrantedTo(actor());
    }

    public boolean mayReadCondition() {
        return Permission.READ_CONDITION.isGrantedTo(actor());
    }

    public boolean mayReadPeople() {
        return Permission.READ_PEOPLE.isGrantedTo(actor());
    }

    /** Whether the reader may take dossiers out whole. */
    public boolean mayExport() {
        return Permission.EXPORT_DOSSIER.isGrantedTo(actor());
    }

    public boolean mayReadSamples() {
        return Permission.READ_SAMPLES.isGrantedTo(actor());
    }

    public boolean mayReviewImpact() {
        return Permission.REVIEW_IMPACT.isGrantedTo(actor());
    }

    public boolean mayIssueLists() {
        return Permission.ISSUE_TRUST_LIST.isGrantedTo(actor());
    }

    /** An address of ours as somebody outside types it. */
    String publicAddress(String path) {
        return operator.publicUrl() + to(path);
    }

    public Instant now() {
        return calendar.clock().instant();
    }

    /** The legal day of an instant. */
    public LocalDate dayOf(Instant instant) {
        return calendar.dayOf(instant);
    }

    /** A role in one or two words. */
    public String role(Role role) {
        return shortened(texts().say("role." + role.code()));
    }

    public boolean mayReadDossiers() {
        return Permission.READ_DOSSIERS.isGrantedTo(actor());
    }

    /** Whether the reader applies for visas and holds them. */
    public boolean mayApply() {
        return actor().roles().contains(Role.SPONSOR);
    }

    /** Roles in words, each with its scheme where it is for one; the long explanations behind the colon are left out. */
    String roles(RoleBook book) {
        return book.grants().stream()
                .sorted(Comparator.comparing(RoleGrant::role))
                .map(grant -> shortened(texts().say("role." + grant.role().code()))
                        + grant.scheme()
                                .map(scheme -> " (" + scheme.value() + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    public String moment(Instant instant) {
        return DayWords.in(language()).moment(instant.atZone(calendar.zone()));
    }

    static String shortened(String role) {
        int colon = role.indexOf(':');
        return colon < 0 ? role : role.substring(0, colon).replaceAll("[\\s\\u00a0\\u202f]+$", "");
    }

    public DayWords days() {
        return DayWords.in(language());
    }
}
