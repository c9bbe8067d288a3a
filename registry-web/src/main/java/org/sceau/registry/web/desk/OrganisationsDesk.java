package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.inviting.KeepOrganisations;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.OrganisationKind;
import org.sceau.registry.domain.refusal.Refused;

/** The organisations that somebody may see, and a form for one more. */
@Named("organisationsDesk")
@RequestScoped
public class OrganisationsDesk {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepOrganisations organisations;

    private String name = "";
    private String kind = "";
    private @Nullable RefusalWords refusal;

    /** One line of the table. */
    public record Line(String id, String name, String kind, boolean active) {}

    public boolean mayRead() {
        return desk.mayReadPeople();
    }

    public boolean mayRegister() {
        return Permission.KEEP_ORGANISATIONS.isGrantedTo(desk.actor());
    }

    public List<Line> all() {
        return mayRead()
                ? organisations.all(desk.actor()).stream().map(this::line).toList()
                : List.of();
    }

    private Line line(Member member) {
        return new Line(
                member.id().toString(), member.name(), kindName(member.kind().code()), member.active());
    }

    public List<String> kinds() {
        return Stream.of(OrganisationKind.values()).map(OrganisationKind::code).toList();
    }

    public String kindName(String code) {
        return desk.texts().say("organisation.kind." + code);
    }

    /** Registers, and leads to the page of the organisation. */
    public void register() throws IOException {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > 300 || !kinds().contains(kind)) {
            refusal = RefusalWords.of("field-invalid", desk.texts().problems());
            return;
        }
        try {
            Member member = organisations.register(
                    desk.actor(),
                    wanted,
                    OrganisationKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')));
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(desk.to("/desk/organisations/" + member.id()));
        } catch (Refused refused) {
            refusal = RefusalWords.of(refused.refusal(), desk.texts().problems());
        }
    }

    public @Nullable RefusalWords refusal() {
        return refusal;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }
}
