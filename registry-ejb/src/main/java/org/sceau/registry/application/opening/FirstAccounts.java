package org.sceau.registry.application.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.identifying.ApiToken;
import org.sceau.registry.application.identifying.PasswordHash;
import org.sceau.registry.application.identifying.Tokens;
import org.sceau.registry.application.inviting.Profiles;
import org.sceau.registry.application.proving.TimeFactors;
import org.sceau.registry.domain.party.OrganisationKind;
import org.sceau.registry.domain.party.Role;

/**
 * Creates the first accounts in an empty database: in demo mode one for every role, and two where two people must agree, written with fresh secrets to
 * {@code demo-accounts.json} in the data folder; in production one administrator, whose token is printed once.
 */
@ApplicationScoped
public class FirstAccounts {
    private static final Logger LOG = Logger.getLogger(FirstAccounts.class.getName());
    private static final Period DEMO_TOKEN_LIFE = Period.ofYears(2);
    /** Whoever rehearses the whole life of a visa lets the clock run through many years. */
    private static final Period REHEARSAL_TOKEN_LIFE = Period.ofYears(20);

    private static final Period FIRST_TOKEN_LIFE = Period.ofDays(1);

    /** Fictional people and houses. */
    private static final List<Demo> DEMO = List.of(
            new Demo("halcyon", "Iris Abgrall", "Halcyon Cards", Role.SPONSOR),
            new Demo("gerard", "Gaël Gérard", "Halcyon Cards", Role.MANAGER),
            new Demo("brume", "Bruno Le Meur", "Brume Télécom", Role.SPONSOR),
            new Demo("oxalis", "Odile Quéméner", "Laboratoire Oxalis", Role.EVALUATOR),
            new Demo("nevez", "Nora Nevez", "Laboratoire Oxalis", Role.MANAGER),
            new Demo("guivarch", "Gwenn Guivarch", "Arvor Évaluation", Role.EVALUATOR),
            // Was given a role that nobody of an evaluation facility can use.
            new Demo("lenoir", "Paul Lenoir", "Arvor Évaluation", Role.EVALUATOR, Role.DECIDER),
            new Demo("morvan", "Claire Morvan", "Centre de certification", Role.CERTIFIER),
            new Demo("calvet", "Inès Calvet", "Centre de certification", Role.REVIEWER),
            // May review and may decide, never both in one dossier.
            new Demo("jaouen", "Jakez Jaouen", "Centre de certification", Role.REVIEWER, Role.DECIDER),
            new Demo("tual", "Marc Tual", "Centre de certification", Role.DECIDER),
            new Demo("kerleo", "Yann Kerleo", "Centre de certification", Role.DECIDER),
            new Demo("riou", "Rozenn Riou", "Centre de certification", Role.MANAGER),
            new Demo("kerbrat", "Katell Kerbrat", "Centre de certification", Role.PUBLISHER),
            new Demo("roy", "Agnès Roy", "Autorité de démonstration", Role.NCCA_SUPERVISOR),
            new Demo("lagarde", "Luc Lagarde", "Autorité de démonstration", Role.NCCA_APPROVER),
            new Demo("perrin", "Maud Perrin", "Autorité de démonstration", Role.NCCA_APPROVER),
            new Demo("prigent", "Pol Prigent", "Autorité de démonstration", Role.COMPLAINT_HANDLER),
            new Demo("audit", "Anne Audren", "Autorité de démonstration", Role.AUDITOR),
            new Demo("admin", "Adèle Minier", "Autorité de démonstration", Role.ADMINISTRATOR),
            new Demo("le-goff", "Loïg Le Goff", "Autorité de démonstration", Role.ADMINISTRATOR));

    /** @param roles the first is the one people know the account by */
    private record Demo(String username, String name, String organisation, List<Role> roles) {
        Demo(String username, String name, String organisation, Role... roles) {
            this(username, name, organisation, List.of(roles));
        }

        /** Nobody reads what is sent there (RFC 2606). */
        Profiles.Profile profile(String language) {
            return new Profiles.Profile(name, username + "@demo.example", language);
        }
    }

    private final Accounts accounts;
    private final Door door;
    private final Settings settings;
    private final Profiles profiles;
    private final Tokens tokens;
    private final Operator operator;
    private final TimeFactors codes;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FirstAccounts() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public FirstAccounts(
            Accounts accounts,
            Door door,
            Settings settings,
            Profiles profiles,
            Tokens tokens,
            Operator operator,
            TimeFactors codes) {
        this.accounts = accounts;
        this.door = door;
        this.settings = settings;
        this.profiles = profiles;
        this.tokens = tokens;
        this.operator = operator;
        this.codes = codes;
    }

    void create() {
        if (!accounts.isEmpty()) {
            return;
        }
        if (settings.isDemo()) {
            createDemo();
        } else {
            createAdministrator();
        }
    }

    private void createDemo() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        Period tokenLife = settings.rehearsal().isPresent() ? REHEARSAL_TOKEN_LIFE : DEMO_TOKEN_LIFE;
        door.enter(Actor.SYSTEM, Permission.KEEP_ACCOUNTS, "accounts", passage -> {
            for (Demo demo : DEMO) {
                // Random even here: a demo that somebody left reachable must not be open to everyone who read the
                // source.
                String password = ApiToken.random().secret().substring(6, 22);
                ApiToken token = ApiToken.random();
                String id = add(demo, PasswordHash.of(password), token, passage.now(), tokenLife);
                list.add(Json.createObjectBuilder()
                        .add("username", demo.username())
                        .add("password", password)
                        .add("role", demo.roles().get(0).code())
                        .add("roles", codes(demo.roles()))
                        .add("organisation", demo.organisation())
                        .add("apiToken", token.secret())
                        .add("totpSecret", secondFactor(demo, id, passage.now())));
            }
            write(settings.home().resolve("demo-accounts.json"), list.build().toString());
            return passage.record(created(DEMO.size()));
        });
    }

    /** Staff and laboratories can do nothing without one; it is confirmed already, so that the demo can be used at once. */
    private JsonValue secondFactor(Demo demo, String id, Instant now) {
        Set<Role> ofHouse = DEMO.stream()
                .filter(other -> other.organisation().equals(demo.organisation()))
                .flatMap(other -> other.roles().stream())
                .filter(role -> role != Role.MANAGER)
                .collect(Collectors.toSet());
        return OrganisationKind.ofRoles(ofHouse) == OrganisationKind.VENDOR
                ? JsonValue.NULL
                : Json.createValue(codes.make(id, "demo", true, now).secret());
    }

    private void createAdministrator() {
        ApiToken token = ApiToken.random();
        Demo first = new Demo("administrator", "administrator", "-", Role.ADMINISTRATOR);
        door.enter(Actor.SYSTEM, Permission.KEEP_ACCOUNTS, "accounts", passage -> {
            // Nobody knows this password: the first administrator comes in with the token.
            add(first, PasswordHash.of(ApiToken.random().secret()), token, passage.now(), FIRST_TOKEN_LIFE);
            return passage.record(created(1));
        });
        LOG.warning(() -> "first administrator: token " + token.secret() + ", valid for one day, printed only now");
    }

    private String add(Demo demo, String passwordHash, ApiToken token, Instant now, Period tokenLife) {
        String id = UUID.randomUUID().toString();
        accounts.add(
                new Accounts.Account(
                        id, demo.username(), passwordHash, demo.organisation(), Set.copyOf(demo.roles()), true),
                now);
        profiles.put(id, demo.profile(operator.languages().first().code()));
        tokens.add(
                new Tokens.Token(
                        UUID.randomUUID().toString(),
                        id,
                        "first start",
                        Optional.empty(),
                        now,
                        now.atOffset(ZoneOffset.UTC).plus(tokenLife).toInstant(),
                        Optional.empty(),
                        false,
                        Optional.empty()),
                token.hash());
        return id;
    }

    private static JsonArrayBuilder codes(List<Role> roles) {
        JsonArrayBuilder codes = Json.createArrayBuilder();
        roles.forEach(role -> codes.add(role.code()));
        return codes;
    }

    private static Entry created(int count) {
        return new Entry(
                "accounts-created",
                "accounts",
                Optional.empty(),
                Map.of("count", (long) count),
                Map.of(),
                Entry.Topic.HOUSE);
    }

    /** For its owner's eyes only; whole or not at all. */
    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(temporary);
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createFile(
                        temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(temporary);
            }
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(text));
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
