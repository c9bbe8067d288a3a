package org.sceau.registry.application.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.KeepLaboratories;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.duty.Competence;

/**
 * Puts two fictional laboratories on record in a demo registry that knows none: one for the highest AVA_VAN on smart cards, one up to
 * AVA_VAN.3 without a technical domain, so that a wrong assignment can be seen refused. The first evaluates services as well.
 */
@ApplicationScoped
public class DemonstrationLaboratories {
    private static final String FILE = "/demo/laboratories.json";
    private static final int DAYS_SINCE_FIRST = 400;
    private static final int YEARS = 5;

    private final Settings settings;
    private final KeepLaboratories laboratories;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DemonstrationLaboratories() {
        this(null, null, null);
    }

    @Inject
    public DemonstrationLaboratories(Settings settings, KeepLaboratories laboratories, LegalCalendar calendar) {
        this.settings = settings;
        this.laboratories = laboratories;
        this.calendar = calendar;
    }

    void furnish() {
        if (!settings.isDemo()) {
            return;
        }
        file().getValuesAs(JsonObject.class).forEach(this::laboratory);
    }

    private static JsonArray file() {
        try (InputStream source =
                        Objects.requireNonNull(DemonstrationLaboratories.class.getResourceAsStream(FILE), FILE);
                JsonReader reader = Json.createReader(source)) {
            return reader.readArray();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Adds what is missing by name and by reference, so that a start that was cut short is made good by the next one. */
    private void laboratory(JsonObject row) {
        String name = row.getString("name");
        Laboratories.Recorded recorded = laboratories.all().stream()
                .filter(there -> there.laboratory().organisation().name().equals(name))
                .findFirst()
                .orElseGet(() -> laboratories.add(Actor.SYSTEM, Organisation.named(name)));
        Set<String> known =
                recorded.laboratory().titles().stream().map(Title::reference).collect(Collectors.toSet());
        LaboratoryId id = recorded.laboratory().id();
        long version = recorded.version();
        for (JsonObject entry : row.getJsonArray("titles").getValuesAs(JsonObject.class)) {
            Title title = title(entry, texts(row, "categories"));
            if (!known.contains(title.reference())) {
                version = laboratories
                        .entitle(Actor.SYSTEM, id, OptionalLong.of(version), title)
                        .version();
            }
        }
    }

    private Title title(JsonObject entry, Set<String> categories) {
        LocalDate first = calendar.today().minusDays(DAYS_SINCE_FIRST);
        OptionalInt van = entry.containsKey("van") ? OptionalInt.of(entry.getInt("van")) : OptionalInt.empty();
        Title title = new Title(
                Competence.Title.valueOf(entry.getString("kind")),
                entry.getString("reference"),
                "Comité de démonstration",
                texts(entry, "schemes").stream().map(SchemeId::new).collect(Collectors.toSet()),
                first,
                first.plusYears(YEARS).minusDays(1),
                covered(entry, van, categories),
                List.of());
        return entry.containsKey("criteria") ? title.under(entry.getString("criteria")) : title;
    }

    /** Services by activity and level, products by category. */
    private static Coverage covered(JsonObject entry, OptionalInt van, Set<String> categories) {
        return entry.containsKey("scopes")
                ? new Coverage(van, Set.of(), Set.of(), Set.of(), texts(entry, "scopes"), texts(entry, "levels"))
                : new Coverage(van, texts(entry, "domains"), Set.of(), categories, Set.of(), Set.of());
    }

    private static Set<String> texts(JsonObject row, String member) {
        return row.containsKey(member)
                ? row.getJsonArray(member).getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
