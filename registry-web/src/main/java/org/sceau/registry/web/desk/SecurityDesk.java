package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.door.Proof;
import org.sceau.registry.application.identifying.Factors;
import org.sceau.registry.application.proving.KeepFactors;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.web.identity.DeskSession;

/** The second factors of whoever is signed in: enrolled step by step, taken away after a question. */
@Named("securityDesk")
@RequestScoped
public class SecurityDesk {
    private static final String ANSWER = "answer";

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepFactors keeping;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private String label = "";
    private String code = "";
    private String pending = "";
    private String secret = "";
    private String passkey = "";
    private @Nullable RefusalWords refusal;
    private List<String> recoveryCodes = List.of();
    private @Nullable String added;
    private KeepFactors.@Nullable Kept kept;

    /** One line of the table. */
    public record Line(String id, String label, String kind, String added, String used) {}

    /** Whether this account can do nothing but enrol. */
    public boolean owing() {
        return desk.actor().proof().assurance() == Proof.Assurance.OWING && added == null;
    }

    public List<Line> all() {
        return kept().factors().stream().map(this::line).toList();
    }

    private Line line(Factors.Factor factor) {
        return new Line(
                factor.id(),
                factor.label(),
                desk.texts().say("security.kind." + Coded.of(factor.kind())),
                desk.moment(factor.addedAt()),
                factor.lastUsed().map(desk::moment).orElseGet(() -> desk.texts().say("tokens.unused")));
    }

    public String codesLeft() {
        return desk.texts().say("security.codes.left", kept().recoveryCodes());
    }

    public boolean hasFactor() {
        return !kept().factors().isEmpty();
    }

    /** Whether what is asked here is done at once; else a factor is shown first. */
    public boolean fresh() {
        return !hasFactor() || desk.actor().proof().isFresh(desk.now());
    }

    private KeepFactors.Kept kept() {
        KeepFactors.Kept known = kept;
        if (known == null) {
            known = keeping.mine(desk.actor());
            kept = known;
        }
        return known;
    }

    public void begin() {
        act(() -> {
            KeepFactors.Begun begun = keeping.begin(desk.actor(), named("security.kind.time-codes"));
            pending = begun.factor().id();
            secret = begun.secret();
        });
    }

    public void confirm() {
        act(() -> enrolled(keeping.confirm(desk.actor(), pending, code.length() > 20 ? "" : code)));
        code = "";
    }

    public void askPasskey() {
        act(() -> passkey = keeping.askPasskey(desk.actor()));
    }

    public void addPasskey() {
        String answer = request.getParameter(ANSWER);
        act(() -> enrolled(
                keeping.addPasskey(desk.actor(), named("security.kind.passkey"), answer == null ? "" : answer)));
        if (added == null) {
            // Each question is good for one answer.
            passkey = keeping.askPasskey(desk.actor());
        }
    }

    private KeepFactors.Enrolled enrolled(KeepFactors.Enrolled enrolled) {
        added = enrolled.factor().label();
        recoveryCodes = enrolled.recoveryCodes();
        pending = "";
        secret = "";
        label = "";
        DeskSession.rotate(request);
        return enrolled;
    }

    /** Whether the address asks to replace the recovery codes: those on paper are void then. */
    public boolean asksToRenew() {
        return hasFactor() && recoveryCodes.isEmpty() && request.getParameter("renew") != null;
    }

    public void renew() {
        act(() -> recoveryCodes = keeping.renewRecoveryCodes(desk.actor()));
    }

    /** The factor that the address asks to take away; empty for none. */
    public Optional<Line> asked() {
        String id = request.getParameter("remove");
        return id == null || id.length() > 40
                ? Optional.empty()
                : all().stream().filter(line -> line.id().equals(id)).findFirst();
    }

    public boolean asks() {
        return asked().isPresent();
    }

    public String question() {
        return asked().map(line -> desk.texts().say("security.ask", line.label()))
                .orElse("");
    }

    public String askedId() {
        return asked().map(Line::id).orElse("");
    }

    public void remove() {
        String id = request.getParameter("remove");
        act(() -> keeping.remove(desk.actor(), id == null ? "" : id));
    }

    private void act(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            refusal = RefusalWords.of(refused.refusal(), desk.texts().problems());
        }
        kept = null;
    }

    private String named(String otherwise) {
        return label.isBlank() ? desk.texts().say(otherwise) : label.strip();
    }

    /** Whether an authenticator waits for its first code; already while its form is read, before the secret is. */
    public boolean pends() {
        return added == null && (!secret.isEmpty() || request.getParameter("confirm:secret") != null);
    }

    /** Whether a passkey is asked for; already while its form is read. */
    public boolean asksPasskey() {
        return added == null && (!passkey.isEmpty() || request.getParameter(ANSWER) != null);
    }

    public boolean hasPasskeys() {
        return keeping.hasPasskeys();
    }

    public QrDrawing qr() {
        return QrDrawing.of(keeping.uri(desk.actor(), secret));
    }

    /** The secret in groups of four, as people type it. */
    public String spelled() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What the browser is to ask for a new passkey; empty where nobody began. */
    public String passkey() {
        return passkey;
    }

    public @Nullable String added() {
        return added;
    }

    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    public @Nullable RefusalWords refusal() {
        return refusal;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getPending() {
        return pending;
    }

    public void setPending(String pending) {
        this.pending = pending;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret.matches("[A-Z2-7]{32}") ? secret : "";
    }
}
