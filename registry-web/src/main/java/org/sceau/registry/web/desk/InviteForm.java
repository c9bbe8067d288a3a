package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.inviting.InvitePeople;
import org.sceau.registry.domain.access.Invitee;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.Schemes;

/** The form that invites somebody: who, and what the account will have. */
@Named("inviteForm")
@RequestScoped
public class InviteForm {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OrganisationSheet sheet;

    @Inject
    @SuppressWarnings("NullAway.Init")
    InvitePeople inviting;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Languages languages;

    private String username = "";
    private String name = "";
    private String mail = "";
    private String language = "";
    private String scheme = "";
    private List<String> roles = new ArrayList<>();

    /** Codes of the roles that people of this organisation can have. */
    public List<String> choices() {
        return sheet.member()
                .map(member ->
                        member.kind().roles().stream().sorted().map(Role::code).toList())
                .orElse(List.of());
    }

    public String roleName(String code) {
        return desk.texts().say("role." + code);
    }

    /** Ids of all schemes. */
    public Set<String> schemeIds() {
        return schemes.all().stream()
                .map(version -> version.id().scheme().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Codes of the languages of the registry. */
    public List<String> languageCodes() {
        return java.util.stream.Stream.of(Language.values())
                .filter(languages::has)
                .map(Language::code)
                .toList();
    }

    public String languageName(String code) {
        return desk.texts().say("language." + code);
    }

    /** Invites. What was typed stays where it is refused. */
    public void invite() {
        Optional<Member> member = sheet.member();
        if (member.isEmpty()) {
            return;
        }
        Invitee invitee;
        Set<RoleGrant> grants;
        try {
            invitee = new Invitee(username.strip(), name.strip(), mail.strip(), language);
            grants = grants();
        } catch (IllegalArgumentException wrong) {
            sheet.refuse("invitee-invalid");
            return;
        }
        if (grants.isEmpty()) {
            sheet.refuse("roles-none-chosen");
            return;
        }
        sheet.act(() -> sheet.told(inviting.invite(desk.actor(), member.get().id(), invitee, grants)));
        if (sheet.secret() != null) {
            username = "";
            name = "";
            mail = "";
            roles = List.of();
        }
    }

    private Set<RoleGrant> grants() {
        Optional<SchemeId> only =
                Optional.of(scheme).filter(id -> !id.isEmpty()).map(SchemeId::new);
        return roles.stream()
                .map(code -> RoleGrant.of(Role.ofCode(code), only))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getScheme() {
        return scheme;
    }

    /** The empty choice comes as nothing at all. */
    public void setScheme(@Nullable String scheme) {
        this.scheme = scheme == null ? "" : scheme;
    }

    public List<String> getRoles() {
        return roles;
    }

    public void setRoles(@Nullable List<String> roles) {
        this.roles = roles == null ? List.of() : roles;
    }
}
