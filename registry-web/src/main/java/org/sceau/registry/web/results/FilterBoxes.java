package org.sceau.registry.web.results;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.searching.CataloguePage.Facet;
import org.sceau.registry.application.searching.CataloguePage.FacetCount;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.web.status.StatusWords;
import org.sceau.registry.web.words.SchemeWords;
import org.sceau.registry.web.words.Texts;

/** Makes the filters beside a result list. */
public record FilterBoxes(SchemeWords schemes, Language language) {
    private static final Set<Filter> OPEN = EnumSet.of(Filter.SCHEME, Filter.LEVEL, Filter.STATUS);
    private static final int MOST_CHOICES = 12;
    private static final int MOST_SCHEMES = 30;

    /** The filters that have something to choose. */
    public List<FilterBox> boxes(Question question, Map<Facet, List<FacetCount>> facets) {
        List<FilterBox> boxes = new ArrayList<>();
        for (Filter filter : Filter.values()) {
            List<FacetCount> counts = facets.getOrDefault(filter.facet(), List.of());
            SortedSet<String> chosen = question.chosen(filter);
            if (!counts.isEmpty() || !chosen.isEmpty()) {
                boxes.add(box(filter, counts, chosen));
            }
        }
        return List.copyOf(boxes);
    }

    /**
     * What a person reads for a value of a filter.
     *
     * @param told label that the catalogue gave; may be empty
     */
    public String label(Filter filter, String value, String told) {
        String fallback = told.isBlank() ? value : told;
        return switch (filter) {
            case SCHEME -> schemes.family(new FamilyId(value));
            case LEVEL -> schemes.levelName(value).orElse(fallback);
            case STATUS -> StatusWords.in(language).tag(VisaStatus.ofCode(value));
            case CATEGORY -> schemes.categoryName(value).orElse(fallback);
            case HOLDER, LABORATORY -> fallback;
        };
    }

    private FilterBox box(Filter filter, List<FacetCount> counts, SortedSet<String> chosen) {
        NumberFormat number = NumberFormat.getIntegerInstance(language.locale());
        int most = filter == Filter.SCHEME ? MOST_SCHEMES : MOST_CHOICES;
        List<FilterBox.Choice> choices = new ArrayList<>();
        TreeSet<String> unlisted = new TreeSet<>(chosen);
        int left = 0;
        for (FacetCount count : counts) {
            boolean isChosen = unlisted.remove(count.value());
            if (isChosen || choices.size() < most) {
                choices.add(new FilterBox.Choice(
                        count.value(),
                        label(filter, count.value(), count.label()),
                        number.format(count.count()),
                        isChosen));
            } else {
                left++;
            }
        }
        unlisted.forEach(value -> choices.add(new FilterBox.Choice(value, label(filter, value, ""), "0", true)));
        boolean open = OPEN.contains(filter) || !chosen.isEmpty();
        return new FilterBox(
                filter.parameter(),
                Texts.in(language).say("filter." + filter.parameter()),
                open,
                List.copyOf(choices),
                left);
    }
}
