package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.identifying.GrantRoles;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;

/** The roles of one person of an organisation, each with its scheme: one more, or one less. Whatever was given can be taken, and the reverse. */
@Named("rolesForm")
@RequestScoped
public class RolesForm {
    private static final String BETWEEN = "@";
    private static final Pattern GRANT = Pattern.compile("("
            + Stream.of(Role.values()).map(Role::code).collect(Collectors.joining("|"))
            + ")" + BETWEEN + "(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?");

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OrganisationSheet sheet;

    @Inject
    @SuppressWarnings("NullAway.Init")
    GrantRoles granting;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private String role = "";
    private String scheme = "";
    private @Nullable Optional<GrantRoles.Held> held;
    private boolean changed;

    /** Whether the address names a person of this organisation whose roles the reader keeps. */
    public boolean asks() {
        return held().isPresent();
    }

    private Optional<GrantRoles.Held> held() {
        Optional<GrantRoles.Held> known = held;
        if (known == null) {
            known = read();
            held = known;
        }
        return known;
    }

    private Optional<GrantRoles.Held> read() {
        String username = request.getParameter("roles");
        if (username == null || !sheet.mayKeep() || username.equals(desk.actor().name())) {
            return Optional.empty();
        }
        try {
            return Optional.of(granting.read(desk.actor(), username))
                    .filter(found -> sheet.member()
                            .map(Member::name)
                            .filter(found.organisation()::equals)
                            .isPresent());
        } catch (Refused unknown) {
            sheet.refuse(unknown.refusal().code());
            return Optional.empty();
        }
    }

    public String username() {
        return held().map(GrantRoles.Held::username).orElse("");
    }

    public String title() {
        return desk.texts().say("roles.title", username());
    }

    /** Version of the roles that the page shows. */
    public long version() {
        return held().map(GrantRoles.Held::version).orElse(0L);
    }

    /** Roles the person has, as values of the form. */
    public List<String> grants() {
        return held().map(known -> known.book().grants().stream()
                        .sorted(Comparator.comparing(RoleGrant::role)
                                .thenComparing(grant ->
                                        grant.scheme().map(SchemeId::value).orElse("")))
                        .map(grant -> grant.role().code()
                                + BETWEEN
                                + grant.scheme().map(SchemeId::value).orElse(""))
                        .toList())
                .orElse(List.of());
    }

    /** One of them in words. */
    public String words(String value) {
        RoleGrant grant = grant(value);
        return desk.role(grant.role())
                + grant.scheme().map(id -> " (" + id.value() + ")").orElse("");
    }

    private static RoleGrant grant(String value) {
        int cut = value.indexOf(BETWEEN);
        return new RoleGrant(
                Role.ofCode(value.substring(0, cut)),
                Optional.of(value.substring(cut + 1))
                        .filter(id -> !id.isEmpty())
                        .map(SchemeId::new));
    }

    /** Gives the role that was chosen. */
    public void give() {
        if (role.isEmpty()) {
            sheet.refuse("roles-none-chosen");
            return;
        }
        RoleGrant wanted = RoleGrant.of(
                Role.ofCode(role),
                Optional.of(scheme).filter(id -> !id.isEmpty()).map(SchemeId::new));
        change(username -> granting.grant(desk.actor(), username, seen(), wanted));
    }

    /** Takes the role that was chosen, whatever became of it meanwhile. */
    public void take() {
        String former = request.getParameter("former");
        if (former == null || !GRANT.matcher(former).matches()) {
            sheet.refuse("roles-none-chosen");
            return;
        }
        change(username -> granting.revoke(desk.actor(), username, seen(), grant(former)));
    }

    private void change(Function<String, GrantRoles.Held> change) {
        held().map(GrantRoles.Held::username)
                .ifPresent(username -> sheet.act(() -> {
                    held = Optional.of(change.apply(username));
                    changed = true;
                }));
    }

    /** Whether a role was given or taken just now. */
    public boolean changed() {
        return changed;
    }

    private OptionalLong seen() {
        String seen = request.getParameter("seen");
        return OptionalLong.of(seen != null && seen.matches("\\d{1,9}") ? Long.parseLong(seen) : 0);
    }

    public String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role == null ? "" : role;
    }

    public String getScheme() {
        return scheme;
    }

    /** The empty choice comes as nothing at all. */
    public void setScheme(@Nullable String scheme) {
        this.scheme = scheme == null ? "" : scheme;
    }
}
