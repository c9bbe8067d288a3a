package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.door.Proof;
import org.sceau.registry.application.proving.KeepSessions;
import org.sceau.registry.domain.refusal.Refused;

/** Where somebody is signed in: seen, ended one by one or everywhere. */
@Named("sessionsDesk")
@RequestScoped
public class SessionsDesk {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepSessions keeping;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private @Nullable RefusalWords refusal;

    /** One line of the table. */
    public record Line(String id, String browser, String began, String seen, boolean present) {}

    /** Nobody sees them who did not prove all yet. */
    public boolean shown() {
        return desk.actor().proof().assurance() == Proof.Assurance.WHOLE;
    }

    public List<Line> all() {
        return shown() ? keeping.mine(desk.actor()).stream().map(this::line).toList() : List.of();
    }

    private Line line(KeepSessions.Mine mine) {
        return new Line(
                mine.session().id(),
                mine.session().browser(),
                desk.moment(mine.session().began()),
                desk.moment(mine.session().lastSeen()),
                mine.present());
    }

    public void end() {
        String id = request.getParameter("session");
        act(() -> keeping.end(desk.actor(), id == null ? "" : id));
    }

    /** The session that asks is over with the others: its next page is the sign-in. */
    public @Nullable String endAll() {
        act(() -> keeping.endAll(desk.actor()));
        return null;
    }

    private void act(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            refusal = RefusalWords.of(refused.refusal(), desk.texts().problems());
        }
    }

    public @Nullable RefusalWords refusal() {
        return refusal;
    }
}
