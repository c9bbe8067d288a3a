package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.inviting.InvitePeople;
import org.sceau.registry.application.inviting.KeepOrganisations;
import org.sceau.registry.application.inviting.KeepPeople;
import org.sceau.registry.domain.access.InvitationId;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.OrganisationId;
import org.sceau.registry.domain.refusal.Refused;

/** One organisation: its people and its invitations, and the acts that each of them allows. Whatever cannot be undone is asked about first. */
@Named("organisationSheet")
@RequestScoped
public class OrganisationSheet {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepOrganisations organisations;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepPeople people;

    @Inject
    @SuppressWarnings("NullAway.Init")
    InvitePeople inviting;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private @Nullable Optional<Member> member;
    private @Nullable RefusalWords refusal;
    private @Nullable GivenSecret secret;

    /** The organisation; where it is not the reader's the page says what it says of none. */
    Optional<Member> member() {
        Optional<Member> known = member;
        if (known == null) {
            known = read();
            member = known;
        }
        return known;
    }

    private Optional<Member> read() {
        try {
            return Optional.of(organisations.one(desk.actor(), OrganisationId.parse(desk.key())));
        } catch (Refused refused) {
            refusal = RefusalWords.of(refused.refusal(), desk.texts().problems());
            return Optional.empty();
        }
    }

    public boolean found() {
        return member().isPresent();
    }

    public String name() {
        return member().map(Member::name).orElse("");
    }

    public String kind() {
        return member().map(known ->
                        desk.texts().say("organisation.kind." + known.kind().code()))
                .orElse("");
    }

    public boolean staff() {
        return member().filter(known -> known.kind().isStaff()).isPresent();
    }

    public boolean mayKeep() {
        return Permission.KEEP_PEOPLE.isGrantedTo(desk.actor());
    }

    public List<PersonLine> people() {
        return member().map(known -> people.of(desk.actor(), known.id()).stream()
                        .map(person -> PersonLine.of(person, desk))
                        .toList())
                .orElse(List.of());
    }

    public List<InvitationLine> invitations() {
        return member().map(known -> inviting.of(desk.actor(), known.id()).stream()
                        .map(invitation -> InvitationLine.of(invitation, desk))
                        .toList())
                .orElse(List.of());
    }

    /** The act that the address asks to confirm: {@code close}, {@code open}, {@code recover}, {@code approve}, {@code revoke}; else empty. */
    public String ask() {
        String ask = request.getParameter("ask");
        return ask != null
                        && List.of("close", "open", "recover", "approve", "revoke")
                                .contains(ask)
                ? ask
                : "";
    }

    /** Account or invitation that it is about. */
    public String about() {
        String about = request.getParameter("about");
        return about == null || about.length() > 100 ? "" : about;
    }

    /** Username of whom it is about. */
    public String who() {
        return isAboutInvitation()
                ? invitations().stream()
                        .filter(line -> line.id().equals(about()))
                        .map(InvitationLine::username)
                        .findFirst()
                        .orElse("")
                : about();
    }

    public boolean asks() {
        return mayKeep() && secret == null && !ask().isEmpty() && !who().isEmpty();
    }

    private boolean isAboutInvitation() {
        return ask().equals("approve") || ask().equals("revoke");
    }

    public String question() {
        return desk.texts().say("people.ask." + ask(), who());
    }

    public String consequence() {
        return desk.texts().say("people.ask." + ask() + ".text");
    }

    public String yes() {
        return desk.texts().say("people.ask." + ask() + ".yes");
    }

    /** Does what was asked about. */
    public void confirm() {
        String about = about();
        switch (ask()) {
            case "close" -> act(() -> people.close(desk.actor(), about));
            case "open" -> act(() -> people.open(desk.actor(), about));
            case "recover" -> act(() -> told(inviting.recover(desk.actor(), about)));
            case "approve" -> act(() -> told(inviting.approve(desk.actor(), InvitationId.parse(about), seen())));
            case "revoke" -> act(() -> inviting.revoke(desk.actor(), InvitationId.parse(about), seen()));
            default -> {
                // The address was changed by hand: nothing was asked.
            }
        }
    }

    /** The version that the page of the question showed. */
    private OptionalLong seen() {
        String seen = request.getParameter("seen");
        return seen != null && seen.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(seen)) : OptionalLong.of(0);
    }

    /** Version of the invitation that is asked about. */
    public long version() {
        return invitations().stream()
                .filter(line -> line.id().equals(about()))
                .mapToLong(InvitationLine::version)
                .findFirst()
                .orElse(0);
    }

    InvitePeople.Given told(InvitePeople.Given given) {
        secret = GivenSecret.of(given, desk);
        return given;
    }

    /** Does it, and keeps what is said where it is refused. */
    void act(Runnable act) {
        try {
            act.run();
            refusal = null;
        } catch (Refused refused) {
            refusal = RefusalWords.of(refused.refusal(), desk.texts().problems());
        } catch (IllegalArgumentException notAnId) {
            refusal = RefusalWords.of("invitation-unknown", desk.texts().problems());
        }
    }

    void refuse(String code) {
        refusal = RefusalWords.of(code, desk.texts().problems());
    }

    public @Nullable RefusalWords refusal() {
        // Whether the organisation is there is asked before anything else of the page is drawn.
        member();
        return refusal;
    }

    /** What is told once; absent when nothing was just made. */
    public @Nullable GivenSecret secret() {
        return secret;
    }
}
