package org.sceau.registry.web.overseeing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.sceau.registry.application.surveilling.DrawSample;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;

/** The schemes of which a sample is drawn each year, and how the sample of this year stands (EUCC Art. 25(3)). */
@Named("samplesDesk")
@RequestScoped
public class SamplesDesk {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DrawSample sampling;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    private boolean found;
    private List<SampleCard> cards = List.of();

    public void open() {
        try {
            cards = sampling.sampled(desk.actor()).stream().map(this::card).toList();
            found = true;
        } catch (Refused refused) {
            sent.refuse(sent.plain(refused.refusal()));
        }
    }

    private SampleCard card(DrawSample.Sampled sampled) {
        String base = desk.to("/desk/samples/" + sampled.version().id().scheme() + "/");
        int year = sampled.years().get(0);
        DrawSample.Sight sight =
                sampling.read(desk.actor(), sampled.version().id().scheme(), year);
        return new SampleCard(
                base + year,
                sampled.version().label().in(desk.locale()),
                sight.rule().source(),
                sight.rule().percent(),
                sight.population(),
                sight.needed(),
                sight.sample().visas().size(),
                desk.texts().say(SampleDesk.state(sight)),
                sight.suffices() ? "ok" : "pause",
                sampled.years().stream()
                        .map(one -> new SampleCard.Year(base + one, one))
                        .toList());
    }

    public boolean found() {
        return found;
    }

    public List<SampleCard> cards() {
        return cards;
    }
}
