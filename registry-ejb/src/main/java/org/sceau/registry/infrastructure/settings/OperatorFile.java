package org.sceau.registry.infrastructure.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.domain.calendar.Holidays;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.task.Warnings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads who operates the registry from a YAML file; see {@code operator/default.yaml} for the form. */
@ApplicationScoped
public class OperatorFile {
    private static final int LARGEST_CHARACTERS = 64 * 1024;
    private static final int MOST_CLOSED_DAYS = 500;

    @Produces
    @Singleton
    Operator operator(Settings settings) {
        return read(settings);
    }

    @Produces
    @Singleton
    Languages languages(Operator operator) {
        return operator.languages();
    }

    @Produces
    @Singleton
    WorkingDays workingDays(Operator operator) {
        return operator.workingDays();
    }

    /** @throws CannotStart {@code operator-file} naming the file and the member that is missing or wrong */
    static Operator read(Settings settings) {
        String name = settings.operatorFile().map(Path::toString).orElse("operator/default.yaml");
        try (InputStream in = settings.operatorFile().isPresent()
                ? Files.newInputStream(settings.operatorFile().get())
                : OperatorFile.class.getResourceAsStream("/operator/default.yaml")) {
            LoadSettings yaml = LoadSettings.builder()
                    .setLabel(name)
                    .setCodePointLimit(LARGEST_CHARACTERS)
                    .setMaxAliasesForCollections(5)
                    .build();
            Object root = LinedMap.load(yaml).loadFromInputStream(java.util.Objects.requireNonNull(in));
            return operator(Members.of(name, root), settings);
        } catch (IOException e) {
            throw settings.operatorFile().isPresent()
                    ? new CannotStart("operator-file", name + " cannot be read")
                    : new UncheckedIOException(e);
        } catch (YamlEngineException e) {
            throw new CannotStart("operator-file", name + ": " + e.getMessage());
        }
    }

    private static Operator operator(Members root, Settings settings) {
        Members address = root.part("address");
        Operator.Address at = new Operator.Address(
                address.text("street"), address.text("locality"), address.text("postalCode"), address.text("country"));
        address.nothingLeft();
        URI publicUrl = settings.publicUrl();
        ZoneId zone = zone(root);
        Operator operator = new Operator(
                root.label("name"),
                root.label("shortName"),
                root.label("tagline"),
                territory(root),
                zone,
                at,
                root.text("mail"),
                root.text("securityMail"),
                uri(root, root.text("website")),
                publicUrl,
                root.optional("uriSpace").map(text -> uri(root, text)).orElse(URI.create(publicUrl + "/uri/")),
                root.text("urnSpace"),
                root.label("legalNotice"),
                styles(root),
                IssuingBody.of(root),
                workingDays(root, zone),
                languages(root),
                warnings(root),
                settings.isDemo());
        root.nothingLeft();
        if (!operator.uriSpace().toString().endsWith("/")) {
            throw root.wrong("uriSpace must end with a slash");
        }
        return operator;
    }

    /** Files written before terms were counted name neither: then the legal holidays of France apply. */
    private static WorkingDays workingDays(Members root, ZoneId zone) {
        WorkingDays days = new WorkingDays(holidays(root), closedDays(root), zone);
        try {
            days.closed().forEach(days::onOrAfter);
        } catch (IllegalStateException e) {
            throw root.wrong("closedDays leave no working day for weeks: " + e.getMessage());
        }
        return days;
    }

    private static Holidays holidays(Members root) {
        return switch (root.optional("holidays").orElse("french")) {
            case "french" -> Holidays.french();
            case "none" -> Holidays.none();
            default -> throw root.wrong("holidays is french or none");
        };
    }

    private static Set<LocalDate> closedDays(Members root) {
        Object listed = root.taken("closedDays");
        if (listed == null) {
            return Set.of();
        }
        if (!(listed instanceof List<?> days) || days.size() > MOST_CLOSED_DAYS) {
            throw root.wrong("closedDays is a list of at most " + MOST_CLOSED_DAYS + " days, such as [2027-05-07]");
        }
        return days.stream().map(day -> root.day("closedDays", day)).collect(Collectors.toSet());
    }

    private static List<String> styles(Members root) {
        return root.taken("themeStyles") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Files written before languages could be chosen name none; a member that says nothing is a mistake. */
    private static Languages languages(Members root) {
        if (!root.has("languages")) {
            return Languages.USUAL;
        }
        if (!(root.taken("languages") instanceof List<?> codes) || codes.isEmpty()) {
            throw root.wrong("languages is no list of one or two codes, such as [fr, en]");
        }
        List<Language> inOrder =
                codes.stream().map(code -> language(root, code)).toList();
        try {
            return new Languages(inOrder);
        } catch (IllegalArgumentException e) {
            throw root.wrong("languages names one twice: " + codes);
        }
    }

    /** Files written before anybody was warned name none: then the usual rule of the house applies. */
    private static Warnings warnings(Members root) {
        if (!root.has("warnings")) {
            return Warnings.USUAL;
        }
        Members part = root.part("warnings");
        Object months = part.taken("monthsBeforeEnd");
        Object days = part.taken("daysBeforeDeadline");
        part.nothingLeft();
        if (!(months instanceof List<?> listed)
                || !listed.stream().allMatch(Integer.class::isInstance)
                || !(days instanceof Integer before)) {
            throw root.wrong("warnings has monthsBeforeEnd, such as [12, 6, 3, 1], and daysBeforeDeadline, such as 7");
        }
        try {
            return new Warnings(listed.stream().map(Integer.class::cast).toList(), before);
        } catch (IllegalArgumentException e) {
            throw root.wrong("warnings: " + e.getMessage());
        }
    }

    private static Language language(Members root, Object code) {
        return Language.ofCode(String.valueOf(code))
                .orElseThrow(() -> root.wrong("languages names one that has no texts: " + code));
    }

    private static String territory(Members root) {
        String territory = root.text("territory");
        if (!territory.matches("[A-Z]{2}")) {
            throw root.wrong("territory is two upper-case letters");
        }
        return territory;
    }

    private static ZoneId zone(Members root) {
        String zone = root.text("zone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw root.wrong("zone is unknown: " + zone);
        }
    }

    private static URI uri(Members root, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw root.wrong("not an address: " + text);
        }
    }
}
