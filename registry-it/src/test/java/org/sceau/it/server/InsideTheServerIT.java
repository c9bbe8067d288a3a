package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Readiness;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.Proof;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.identifying.ApiToken;
import org.sceau.registry.application.identifying.PasswordHash;
import org.sceau.registry.application.identifying.SignIn;
import org.sceau.registry.application.identifying.Tokens;
import org.sceau.registry.application.importing.ImportCatalogue;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.application.importing.ImportJob.State;
import org.sceau.registry.application.importing.ImportRequest;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.visa.Slug;

/** Runs in the server, beside the registry's own parts. */
@ArquillianTest
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // the container fills the fields
class InsideTheServerIT {
    private static final Actor ADMINISTRATOR =
            new Actor("admin", "Autorité de démonstration", Set.of(Role.ADMINISTRATOR));
    private static final Actor LABORATORY = new Actor("oxalis", "Laboratoire Oxalis", Set.of(Role.EVALUATOR));

    @Inject
    Readiness readiness;

    @Inject
    ImportCatalogue imports;

    @Inject
    Catalogue catalogue;

    @Inject
    Accounts accounts;

    @Inject
    Tokens tokens;

    @Inject
    SignIn signIn;

    @Inject
    Door door;

    @Inject
    Clock clock;

    @Resource(lookup = "java:app/jdbc/registry")
    DataSource registry;

    @Deployment
    static WebArchive theArchiveAsReleased() {
        return ShrinkWrap.create(ZipImporter.class, "sceau.war")
                .importFrom(Checkout.archive().toFile())
                .as(WebArchive.class)
                .addClasses(InsideTheServerIT.class, CsvRows.class, Patience.class)
                .addAsLibraries(jarOf(Assertions.class), jarOf(net.bytebuddy.ByteBuddy.class));
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String from) throws SQLException {
        try (Connection connection = registry.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    private ImportJob importing(Actor actor, CsvRows rows, boolean dryRun) {
        try {
            return imports.now(
                    actor,
                    new ImportRequest("sceau-csv", dryRun, Optional.empty(), "inside.csv"),
                    new ByteArrayInputStream(rows.bytes()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_house_has_opened() {
        assertThat(readiness.isOpen()).isTrue();
    }

    @Test
    void the_database_engine_is_the_one_of_the_archive_and_not_the_one_of_the_server() throws SQLException {
        try (Connection connection = registry.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("H2");
            assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith("2.4.240");
        }
    }

    @Test
    void a_refused_actor_leaves_an_audit_row_and_nothing_else() throws SQLException {
        long visas = count("visa");
        long journal = count("journal");
        long jobs = count("import_job");
        long audit = count("audit where actor = 'oxalis' and outcome = 'role-missing'");

        assertThatThrownBy(() -> importing(LABORATORY, CsvRows.numbered("inside-refused", 1), false))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("role-missing"));

        assertThat(count("audit where actor = 'oxalis' and outcome = 'role-missing'"))
                .isEqualTo(audit + 1);
        assertThat(count("visa")).isEqualTo(visas);
        assertThat(count("journal")).isEqualTo(journal);
        assertThat(count("import_job")).isEqualTo(jobs);
    }

    @Test
    void an_act_that_fails_after_it_wrote_leaves_no_row() throws SQLException {
        long journal = count("journal");
        long outbox = count("outbox");
        String id = UUID.randomUUID().toString();

        assertThatThrownBy(() -> door.enter(Actor.SYSTEM, Permission.KEEP_ACCOUNTS, "accounts", passage -> {
                    accounts.add(account(id, "half-done"), clock.instant());
                    passage.record(new Entry(
                            "accounts-created",
                            "accounts",
                            Optional.empty(),
                            Map.of("count", 1L),
                            Map.of(),
                            Entry.Topic.HOUSE));
                    throw new IllegalStateException("the power goes");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the power goes");

        assertThat(accounts.byUsername("half-done")).isEmpty();
        assertThat(count("account where id = '" + id + "'")).isZero();
        assertThat(count("journal")).isEqualTo(journal);
        assertThat(count("outbox")).isEqualTo(outbox);
    }

    @Test
    void the_database_refuses_to_rewrite_or_erase_the_journal() throws SQLException {
        long journal = count("journal");
        for (String statement : new String[] {
            "update journal set kind = 'other' where position = 0",
            "delete from journal where position = 0",
            "update visa_version set facts = '{}'",
            "delete from trust_list_issue"
        }) {
            try (Connection connection = registry.getConnection();
                    Statement sql = connection.createStatement()) {
                assertThatThrownBy(() -> sql.executeUpdate(statement))
                        .as(statement)
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThat(count("journal")).isEqualTo(journal);
        assertThat(count("journal where kind = 'other'")).isZero();
    }

    @Test
    void accounts_are_found_by_name_and_by_token_and_a_wrong_secret_finds_nobody() {
        ApiToken token = ApiToken.random();
        String id = UUID.randomUUID().toString();
        door.enter(Actor.SYSTEM, Permission.KEEP_ACCOUNTS, "accounts", passage -> {
            accounts.add(account(id, "vigie"), passage.now());
            tokens.add(
                    new Tokens.Token(
                            UUID.randomUUID().toString(),
                            id,
                            "watch",
                            Optional.empty(),
                            passage.now(),
                            passage.now().plus(Duration.ofDays(1)),
                            Optional.empty(),
                            false,
                            Optional.empty()),
                    token.hash());
            return passage.record(new Entry(
                    "accounts-created",
                    "accounts",
                    Optional.empty(),
                    Map.of("count", 1L),
                    Map.of(),
                    Entry.Topic.HOUSE));
        });

        assertThat(signIn.withToken(ApiToken.random().secret())).isEmpty();
        assertThat(signIn.withPassword("vigie", "wrong")).isEmpty();
        assertThat(signIn.withPassword("nobody", "secret of the watch")).isEmpty();
        assertThat(signIn.withToken(token.secret()))
                .hasValueSatisfying(actor -> assertThat(actor.proof().assurance())
                        .as("of an auditor without a second factor")
                        .isEqualTo(Proof.Assurance.OWING));
        assertThat(signIn.withPassword("vigie", "secret of the watch")).isPresent();
        assertThat(tokens.byHash(token.hash())
                        .orElseThrow()
                        .isAlive(clock.instant().plus(Duration.ofDays(2))))
                .as("an expired token")
                .isFalse();
        assertThat(tokens.byHash(token.hash()).orElseThrow().lastUsed()).isPresent();
    }

    private static Accounts.Account account(String id, String name) {
        return new Accounts.Account(
                id, name, PasswordHash.of("secret of the watch"), "Vigie Ponant", Set.of(Role.AUDITOR), true);
    }

    @Test
    void an_import_leaves_visas_journal_and_outbox_in_step_and_then_the_catalogue_knows_them() throws SQLException {
        long visas = count("visa");
        long generation = catalogue.generation();
        CsvRows rows = CsvRows.numbered("inside", 250);

        ImportJob tried = importing(ADMINISTRATOR, rows, true);
        assertThat(tried.counts().created()).isEqualTo(250);
        assertThat(count("visa")).as("a dry run records nothing").isEqualTo(visas);

        ImportJob job = importing(ADMINISTRATOR, rows, false);

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.counts().created()).isEqualTo(250);
        assertThat(count("visa")).isEqualTo(visas + 250);
        assertThat(count("visa v join journal j on j.position = v.position where j.kind = 'visa-recorded'"))
                .isEqualTo(visas + 250);
        assertThat(count("visa v join outbox o on o.position = v.position where o.topic = 'VISA'"))
                .isEqualTo(visas + 250);
        assertThat(count("journal")).as("gapless").isEqualTo(max("journal") + 1);
        Patience.until("the catalogue is past " + generation, Duration.ofMinutes(2), () -> {
            return catalogue.generation() > generation
                    && catalogue.find(new Slug(rows.slug(250))).isPresent();
        });
        long last = max("journal");
        Patience.until(
                "index and lists have kept how far they are",
                Duration.ofMinutes(3),
                () -> count("outbox_cursor where consumer in ('catalogue', 'trust-lists') and position >= " + last)
                        == 2);
    }

    private long max(String table) throws SQLException {
        try (Connection connection = registry.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select max(position) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
