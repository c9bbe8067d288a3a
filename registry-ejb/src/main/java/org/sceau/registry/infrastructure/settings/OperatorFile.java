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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.domain.calendar.Holidays;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.task.Warnings;
import org.snakeyaml.engine.v2.api.Load;
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
            Object root = new Load(yaml).loadFromInputStream(java.util.Objects.requireNonNull(in));
            return new Members(name, root).operator(settings);
        } catch (IOException e) {
            throw settings.operatorFile().isPresent()
                    ? new CannotStart("operator-file", name + " cannot be read")
                    : new UncheckedIOException(e);
        } catch (YamlEngineException e) {
            throw new CannotStart("operator-file", name + ": " + e.getMessage());
        }
    }

    /** The members of the file, each taken once, so that what is left over is a mistake. */
    private static final class Members {
        private final String file;
        private final Map<Object, Object> left;

        Members(String file, @Nullable Object node) {
            this.file = file;
            if (!(node instanceof Map<?, ?> map)) {
                throw wrong("is not a mapping");
            }
            this.left = new HashMap<>(map);
        }

        Operator operator(Settings settings) {
            Members address = part("address");
            Operator.Address at = new Operator.Address(
                    address.text("street"),
                    address.text("locality"),
                    address.text("postalCode"),
                    address.text("country"));
            address.nothingLeft();
            URI publicUrl = settings.publicUrl();
            Operator operator = new Operator(
                    label("name"),
                    label("shortName"),
                    label("tagline"),
                    territory(),
                    zone(),
                    at,
                    text("mail"),
                    text("securityMail"),
                    uri(text("website")),
                    publicUrl,
                    optional("uriSpace").map(this::uri).orElse(URI.create(publicUrl + "/uri/")),
                    text("urnSpace"),
                    label("legalNotice"),
                    styles(),
                    certificationBody(),
                    workingDays(),
                    languages(),
                    warnings(),
                    settings.isDemo());
            nothingLeft();
            if (!operator.uriSpace().toString().endsWith("/")) {
                throw wrong("uriSpace must end with a slash");
            }
            return operator;
        }

        private Label label(String name) {
            Members both = part(name);
            Label label = new Label(both.text("fr"), both.text("en"));
            both.nothingLeft();
            return label;
        }

        private Members part(String name) {
            return new Members(file + ", " + name, taken(name));
        }

        private String text(String name) {
            return optional(name).orElseThrow(() -> wrong(name + " is missing or empty"));
        }

        private Optional<String> optional(String name) {
            Object value = taken(name);
            return value == null || value.toString().isBlank()
                    ? Optional.empty()
                    : Optional.of(value.toString().strip());
        }

        private CertificationBody certificationBody() {
            if (!left.containsKey("certificationBody")) {
                return CertificationBody.FICTIONAL;
            }
            Members body = part("certificationBody");
            String number = body.text("number");
            String authority = body.text("authority");
            Object listed = body.taken("entitlements");
            body.nothingLeft();
            if (!authority.matches("true|false") || listed != null && !(listed instanceof List<?>)) {
                throw wrong("certificationBody has authority: true or false, and may have a list of entitlements");
            }
            try {
                return new CertificationBody(
                        number,
                        Boolean.parseBoolean(authority),
                        listed instanceof List<?> list
                                ? list.stream()
                                        .map(one -> new Members(file + ", entitlements", one).entitlement())
                                        .toList()
                                : List.of());
            } catch (IllegalArgumentException e) {
                throw wrong("certificationBody: " + e.getMessage());
            }
        }

        private CertificationBody.Entitlement entitlement() {
            String kind = text("kind");
            if (!kind.matches("authorisation|delegation")) {
                throw wrong("kind is authorisation or delegation");
            }
            CertificationBody.Entitlement entitlement = new CertificationBody.Entitlement(
                    CertificationBody.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    text("reference"),
                    words("schemes").stream().map(SchemeId::new).collect(Collectors.toSet()),
                    left.containsKey("levels") ? words("levels") : Set.of(),
                    day("from", text("from")),
                    day("until", text("until")));
            nothingLeft();
            return entitlement;
        }

        private Set<String> words(String name) {
            if (!(taken(name) instanceof List<?> list) || list.isEmpty()) {
                throw wrong(name + " is a list, and not an empty one");
            }
            return list.stream().map(String::valueOf).collect(Collectors.toSet());
        }

        /** Files written before terms were counted name neither: then the legal holidays of France apply. */
        private WorkingDays workingDays() {
            WorkingDays days = new WorkingDays(holidays(), closedDays());
            try {
                days.closed().forEach(days::onOrAfter);
            } catch (IllegalStateException e) {
                throw wrong("closedDays leave no working day for weeks: " + e.getMessage());
            }
            return days;
        }

        private Holidays holidays() {
            return switch (optional("holidays").orElse("french")) {
                case "french" -> Holidays.french();
                case "none" -> Holidays.none();
                default -> throw wrong("holidays is french or none");
            };
        }

        private Set<LocalDate> closedDays() {
            Object listed = taken("closedDays");
            if (listed == null) {
                return Set.of();
            }
            if (!(listed instanceof List<?> days) || days.size() > MOST_CLOSED_DAYS) {
                throw wrong("closedDays is a list of at most " + MOST_CLOSED_DAYS + " days, such as [2027-05-07]");
            }
            return days.stream().map(day -> day("closedDays", day)).collect(Collectors.toSet());
        }

        private LocalDate day(String member, Object listed) {
            try {
                return LocalDate.parse(String.valueOf(listed));
            } catch (DateTimeException e) {
                throw wrong(member + " has one that is no day: " + listed);
            }
        }

        private List<String> styles() {
            return taken("themeStyles") instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        /** Files written before languages could be chosen name none; a member that says nothing is a mistake. */
        private Languages languages() {
            if (!left.containsKey("languages")) {
                return Languages.USUAL;
            }
            if (!(taken("languages") instanceof List<?> codes) || codes.isEmpty()) {
                throw wrong("languages is no list of one or two codes, such as [fr, en]");
            }
            List<Language> inOrder = codes.stream().map(this::language).toList();
            try {
                return new Languages(inOrder);
            } catch (IllegalArgumentException e) {
                throw wrong("languages names one twice: " + codes);
            }
        }

        /** Files written before anybody was warned name none: then the usual rule of the house applies. */
        private Warnings warnings() {
            if (!left.containsKey("warnings")) {
                return Warnings.USUAL;
            }
            Members part = part("warnings");
            Object months = part.taken("monthsBeforeEnd");
            Object days = part.taken("daysBeforeDeadline");
            part.nothingLeft();
            if (!(months instanceof List<?> listed)
                    || !listed.stream().allMatch(Integer.class::isInstance)
                    || !(days instanceof Integer before)) {
                throw wrong("warnings has monthsBeforeEnd, such as [12, 6, 3, 1], and daysBeforeDeadline, such as 7");
            }
            try {
                return new Warnings(listed.stream().map(Integer.class::cast).toList(), before);
            } catch (IllegalArgumentException e) {
                throw wrong("warnings: " + e.getMessage());
            }
        }

        private Language language(Object code) {
            return Language.ofCode(String.valueOf(code))
                    .orElseThrow(() -> wrong("languages names one that has no texts: " + code));
        }

        private String territory() {
            String territory = text("territory");
            if (!territory.matches("[A-Z]{2}")) {
                throw wrong("territory is two upper-case letters");
            }
            return territory;
        }

        private ZoneId zone() {
            String zone = text("zone");
            try {
                return ZoneId.of(zone);
            } catch (DateTimeException e) {
                throw wrong("zone is unknown: " + zone);
            }
        }

        private URI uri(String text) {
            try {
                return URI.create(text);
            } catch (IllegalArgumentException e) {
                throw wrong("not an address: " + text);
            }
        }

        private @Nullable Object taken(String name) {
            return left.remove(name);
        }

        private void nothingLeft() {
            if (!left.isEmpty()) {
                throw wrong("unknown member " + left.keySet());
            }
        }

        private CannotStart wrong(String what) {
            return new CannotStart("operator-file", file + ": " + what);
        }
    }
}
