package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.KeepTokens;
import org.sceau.registry.application.identifying.Tokens;
import org.sceau.registry.domain.refusal.Refused;

/** Tokens for the machines of whoever is signed in: seen with their last use, made, revoked after a question. */
@Named("tokensDesk")
@RequestScoped
public class TokensDesk {
    private static final String READING = "reading";
    private static final String ALL = "all";
    private static final List<Integer> DAYS = List.of(7, 30, KeepTokens.LONGEST_DAYS);

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepTokens keeping;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private String label = "";
    private int days = DAYS.get(1);
    private String scope = READING;
    private @Nullable RefusalWords refusal;
    private @Nullable String secret;

    /** One line of the table. */
    public record Line(
            String id,
            String label,
            String scope,
            String made,
            String until,
            String used,
            String state,
            boolean alive) {}

    public List<Line> all() {
        Instant now = desk.now();
        return keeping.mine(desk.actor()).stream()
                .map(token -> line(token, now))
                .toList();
    }

    private Line line(Tokens.Token token, Instant now) {
        String state = token.revoked() ? "revoked" : token.isAlive(now) ? "alive" : "expired";
        return new Line(
                token.id(),
                token.label(),
                token.only()
                        .map(only -> only.stream().allMatch(Permission::isForReading)
                                ? desk.texts().say("tokens.scope." + READING)
                                : desk.texts().say("tokens.scope.some", only.size()))
                        .orElseGet(() -> desk.texts().say("tokens.scope." + ALL)),
                desk.moment(token.createdAt()),
                desk.moment(token.expiresAt()),
                token.lastUsed().map(desk::moment).orElseGet(() -> desk.texts().say("tokens.unused")),
                desk.texts().say("tokens.state." + state),
                token.isAlive(now));
    }

    /** The token that the address asks to revoke; empty for none. */
    public Optional<Line> asked() {
        String id = request.getParameter("revoke");
        return id == null || id.length() > 40 || secret != null
                ? Optional.empty()
                : all().stream()
                        .filter(line -> line.id().equals(id) && line.alive())
                        .findFirst();
    }

    public boolean asks() {
        return asked().isPresent();
    }

    public String question() {
        return asked().map(line -> desk.texts().say("tokens.ask", line.label())).orElse("");
    }

    public String askedId() {
        return asked().map(Line::id).orElse("");
    }

    public void revoke() {
        String id = request.getParameter("revoke");
        try {
            keeping.revoke(desk.actor(), id == null ? "" : id);
        } catch (Refused refused) {
            refusal = RefusalWords.of(refused.refusal(), desk.texts().problems());
        }
    }

    public void make() {
        String wanted = label.strip();
        if (wanted.isEmpty() || wanted.length() > 100) {
            refusal = RefusalWords.of("token-unnamed", desk.texts().problems());
            return;
        }
        try {
            secret = keeping.make(desk.actor(), wanted, only(), days)
                    .secret()
                    .orElseThrow()
                    .secret();
            label = "";
        } catch (Refused refused) {
            refusal = RefusalWords.of(refused.refusal(), desk.texts().problems());
        }
    }

    /** What the token will let a machine do; absent for all that the account may. */
    private Optional<Set<Permission>> only() {
        return scope.equals(ALL)
                ? Optional.empty()
                : Optional.of(Stream.of(Permission.values())
                        .filter(each -> each.isForReading() && each.isGrantedTo(desk.actor()))
                        .collect(Collectors.toSet()));
    }

    public List<String> scopes() {
        return List.of(READING, ALL);
    }

    public String scopeName(String code) {
        return desk.texts().say("tokens.scope." + code);
    }

    public List<Integer> choices() {
        return DAYS;
    }

    public @Nullable RefusalWords refusal() {
        return refusal;
    }

    /** What is told once; absent when nothing was just made. */
    public @Nullable String secret() {
        return secret;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getScope() {
        return scope;
    }

    /** A form without the field asks for the least. */
    public void setScope(@Nullable String scope) {
        this.scope = scope == null ? READING : scope;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
