package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sceau.registry.application.deciding.WeighProposal;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.Obstacle;

/** The open proposals of a page, each weighed. One that cannot be weighed any more says why and hides nothing else. */
@Named("openProposals")
@RequestScoped
public class OpenProposals {
    @Inject
    @SuppressWarnings("NullAway.Init")
    WeighProposal weighing;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    private final List<ProposalSheet> sheets = new ArrayList<>();
    private final List<Obstacle> unweighed = new ArrayList<>();

    void weigh(Stream<Proposal> open, Function<WeighProposal.Weighed, ProposalSheet> drawn) {
        open.forEach(proposal -> {
            try {
                sheets.add(drawn.apply(weighing.weigh(desk.actor(), proposal.id())));
            } catch (Refused refused) {
                unweighed.add(sent.plain(refused.refusal()));
            }
        });
    }

    public List<ProposalSheet> sheets() {
        return sheets;
    }

    /** Why others are not shown. */
    public List<Obstacle> unweighed() {
        return unweighed;
    }

    public String changes(ProposalSheet proposal) {
        return desk.texts().say("proposal.changes", proposal.changes());
    }
}
