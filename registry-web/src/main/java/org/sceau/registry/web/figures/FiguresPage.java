package org.sceau.registry.web.figures;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.counting.CountedNames;
import org.sceau.registry.application.counting.DossierFigures;
import org.sceau.registry.application.counting.Figures;
import org.sceau.registry.application.counting.ReadFigures;
import org.sceau.registry.application.counting.VisaFigures;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.web.frame.Frame;
import org.sceau.registry.web.words.Texts;

/** The page of figures. */
@Named
@RequestScoped
public class FiguresPage {
    @Inject
    ReadFigures reading;

    @Inject
    Schemes schemes;

    @Inject
    Frame frame;

    private @Nullable Figures figures;
    private List<Chart> visas = List.of();
    private List<Chart> dossiers = List.of();
    private List<LargeNumber> numbers = List.of();

    /** @param note what it compares with */
    public record LargeNumber(String label, String value, String note) {}

    /** Reads the figures; called before the view is drawn. */
    public void open() {
        show(reading.today().figures());
    }

    void show(Figures told) {
        Texts texts = frame.texts();
        VisaCharts counted = new VisaCharts(told.visas(), told.day(), schemes, texts);
        DossierCharts conducted = new DossierCharts(told.dossiers(), new CountedNames(schemes), texts);
        figures = told;
        visas = counted.all();
        dossiers = conducted.all();
        numbers = numbers(told, counted, conducted.refused());
    }

    public List<Chart> visas() {
        return visas;
    }

    public List<Chart> dossiers() {
        return dossiers;
    }

    /** What is read first. */
    public List<LargeNumber> numbers() {
        return numbers;
    }

    public String lede() {
        Figures told = figures;
        return told == null
                ? ""
                : frame.texts().say("figures.lede", frame.days().day(told.day()));
    }

    /** How far the dossiers are counted. */
    public String through() {
        Figures told = figures;
        return told == null
                ? ""
                : frame.texts()
                        .say(
                                "figures.dossiers.text",
                                DossierFigures.FEWEST,
                                frame.days().day(told.dossiers().through()));
    }

    private List<LargeNumber> numbers(Figures told, VisaCharts counted, OptionalInt refused) {
        int year = told.day().getYear();
        int soon = VisaFigures.SPANS.get(0);
        List<LargeNumber> all = new ArrayList<>();
        all.add(number(
                "in-force",
                counted.in(VisaStatus.IN_FORCE),
                say("figures.number.in-force.note", told.visas().families().size())));
        all.add(number(
                "granted",
                counted.grantedIn(year),
                say("figures.number.granted.note", counted.grantedIn(year - 1), String.valueOf(year - 1))));
        all.add(number("suspended", counted.in(VisaStatus.SUSPENDED), say("figures.number.suspended.note")));
        all.add(number(
                "ending",
                counted.endingWithin(soon),
                say("figures.number.ending.note", counted.endingWithin(2 * soon), 2 * soon)));
        all.add(
                refused.isPresent()
                        ? number(
                                "refused",
                                told.dossiers().made(DecisionKind.REFUSE, refused.getAsInt()),
                                String.valueOf(refused.getAsInt()))
                        : new LargeNumber(
                                say("figures.number.refused"),
                                "–",
                                say("figures.number.refused.withheld", DossierFigures.FEWEST)));
        return List.copyOf(all);
    }

    private LargeNumber number(String code, long value, String note) {
        return new LargeNumber(say("figures.number." + code), say("figures.count", value), note);
    }

    private String say(String key, Object... parts) {
        return frame.texts().say(key, parts);
    }
}
