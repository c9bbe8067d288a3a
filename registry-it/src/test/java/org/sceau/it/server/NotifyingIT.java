package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sceau.it.house.MailServer;

/** A registry with a mail server: what goes out of it, what people choose over HTTP, and what a kill does to mails on their way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotifyingIT {
    private static final String PREFERENCE = "/api/v1/notifications/preference";
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final int PEOPLE = 60;
    private static final Path CLOCK = Checkout.target().resolve("notifying-clock.txt");
    /** In the morning, so that no legal day begins while it runs. */
    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));

    private static final MailServer MAIL = new MailServer();
    private static final RunningRegistry REGISTRY = started();

    private static RunningRegistry started() {
        clock(START);
        return RunningRegistry.named(
                "notifying",
                Map.of(
                        "SCEAU_SMTP_HOST",
                        "127.0.0.1",
                        "SCEAU_SMTP_PORT",
                        Integer.toString(MAIL.port()),
                        "SCEAU_SMTP_STARTTLS",
                        "false",
                        "SCEAU_SMTP_FROM",
                        MailServer.FROM,
                        "SCEAU_REHEARSAL_CLOCK",
                        CLOCK.toString()));
    }

    private static void clock(Instant now) {
        try {
            Files.writeString(CLOCK, now.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Later than any lease of the one that was killed. */
    private static void startAgain() {
        clock(Instant.parse(read()).plus(Duration.ofMinutes(30)));
        REGISTRY.start();
    }

    private static String read() {
        try {
            return Files.readString(CLOCK).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() {
        REGISTRY.kill();
        MAIL.close();
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + REGISTRY.home().resolve("database/registry") + ";IFEXISTS=TRUE", "sceau", "sceau");
    }

    /** People of Brume Télécom, put in while the registry is down. */
    private static void people() throws SQLException {
        try (Connection connection = database();
                PreparedStatement account = connection.prepareStatement(
                        "insert into account (id, version, username, password_hash, organisation, roles, active,"
                                + " created_at) select ?, 1, ?, password_hash, organisation, roles, true, created_at from"
                                + " account where username = 'brume'");
                PreparedStatement profile = connection.prepareStatement(
                        "insert into profile (account_id, name, mail, language) values (?, ?, ?, ?)")) {
            for (int i = 0; i < PEOPLE; i++) {
                String id = UUID.randomUUID().toString();
                account.setString(1, id);
                account.setString(2, "brume" + i);
                account.executeUpdate();
                profile.setString(1, id);
                profile.setString(2, "Personne " + i);
                profile.setString(3, "p" + i + "@mail.example");
                profile.setString(4, i % 2 == 0 ? "fr" : "en");
                profile.executeUpdate();
            }
        }
    }

    private static List<MailServer.Arrived> toPeople() {
        return MAIL.arrived().stream()
                .filter(arrived -> arrived.to().endsWith("@mail.example"))
                .toList();
    }

    @Test
    @Order(1)
    void what_the_demonstration_warns_of_goes_out_in_the_language_of_the_house_and_says_nothing_of_it() {
        Patience.until(
                "a mail to the holder",
                LONG,
                () -> MAIL.arrived().stream().anyMatch(arrived -> arrived.to().equals("brume@demo.example")));
        assertThat(MAIL.arrived()).allSatisfy(arrived -> {
            assertThat(arrived.text())
                    .contains(REGISTRY.uri("/desk/notifications").toString())
                    .doesNotContain("Brume")
                    .doesNotContain("EUCC-")
                    .doesNotContain("Équipe");
            assertThat(arrived.header("Auto-Submitted")).isEqualTo("auto-generated");
        });
        JsonObject duty = new Caller(REGISTRY, "admin")
                .get("/api/v1/scheduled-work").json().getJsonArray("duties").getValuesAs(JsonObject.class).stream()
                        .filter(each -> each.getString("duty").equals("notifications"))
                        .findFirst()
                        .orElseThrow();
        assertThat(duty.getInt("failures")).isZero();
    }

    @Test
    @Order(2)
    void people_choose_for_their_own_account_and_for_no_other() {
        Caller brume = new Caller(REGISTRY, "brume");
        JsonObject usual = brume.get(PREFERENCE).json();
        assertThat(usual.getString("mail")).isEqualTo("at-once");
        assertThat(usual.getString("address")).isEqualTo("brume@demo.example");
        assertThat(usual.getBoolean("sends")).isTrue();

        assertProblem(brume.send("PUT", PREFERENCE, "{\"mail\":\"hourly\"}"), 400, "field-invalid");
        assertProblem(
                brume.send("PUT", PREFERENCE, "{\"mail\":\"none\",\"account\":\"halcyon\"}"), 400, "field-unknown");
        assertProblem(REGISTRY.get(PREFERENCE), 401, "sign-in-needed");
        assertThat(brume.send("PUT", PREFERENCE, "{\"mail\":\"none\"}").json().getString("mail"))
                .isEqualTo("none");
        assertThat(brume.get(PREFERENCE).json().getString("mail")).isEqualTo("none");
        assertThat(new Caller(REGISTRY, "halcyon").get(PREFERENCE).json().getString("mail"))
                .isEqualTo("at-once");
    }

    @Test
    @Order(3)
    void killed_while_sixty_mails_go_out_it_loses_none_and_makes_none_twice() throws Exception {
        REGISTRY.stop("TERM");
        people();
        LocalDate end = LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(20);
        String csv =
                "family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,listed\n"
                        + "cspn,cspn,1.1,ANSSI-CSPN-2025/977,Brume Télécom,Pare-feu discret,1.0,,FIREWALL,2025-01-12,"
                        + end + ",in-force,no\n";
        for (int life = 0; life < 3; life++) {
            Life next = new Life(life == 0);
            MAIL.beforeAnswer(next::read);
            startAgain();
            if (life == 0) {
                REGISTRY.post("/api/v1/imports?format=sceau-csv&dryRun=false", csv.getBytes(StandardCharsets.UTF_8));
            }
            next.ready.countDown();
            next.killed.get(4, TimeUnit.MINUTES);
        }
        MAIL.beforeAnswer(() -> {});
        startAgain();
        Patience.until(
                "everybody has a mail",
                LONG,
                () -> toPeople().stream().map(MailServer.Arrived::to).distinct().count() == PEOPLE);
        REGISTRY.stop("TERM");

        Map<String, Set<String>> mailsOf = toPeople().stream()
                .collect(Collectors.groupingBy(
                        MailServer.Arrived::to, Collectors.mapping(MailServer.Arrived::id, Collectors.toSet())));
        assertThat(mailsOf).isEqualTo(kept());
        assertThat(mailsOf.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(toPeople().size() - PEOPLE)
                .as("doubles: the one that was not answered, and at most one that each other kill cut off")
                .isBetween(1, 3);
        assertThat(toPeople()).allSatisfy(arrived -> assertThat(arrived.raw()).doesNotContain("discret", "CSPN-2025"));
    }

    /** One life of the registry: it ends with the twelfth mail that the server reads in it. */
    private static final class Life {
        private final boolean unanswered;
        private final CountDownLatch ready = new CountDownLatch(1);
        private final CompletableFuture<Void> killed = new CompletableFuture<>();
        private final AtomicInteger read = new AtomicInteger();

        /** @param unanswered whether it ends before that mail is answered, or while it is */
        Life(boolean unanswered) {
            this.unanswered = unanswered;
        }

        void read() {
            try {
                // A server that takes its time, so that the start is over when the end comes.
                ready.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (read.incrementAndGet() == 12) {
                CompletableFuture<Void> end =
                        CompletableFuture.runAsync(REGISTRY::kill).thenRun(() -> killed.complete(null));
                if (unanswered) {
                    end.join();
                }
            }
        }
    }

    /** The mails that are kept as sent, by person. */
    private static Map<String, Set<String>> kept() throws SQLException {
        Map<String, Set<String>> mails = new HashMap<>();
        try (Connection connection = database();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select p.mail, n.mail_id, n.state from notification n join profile p"
                        + " on p.account_id = n.account_id where p.mail like '%@mail.example'")) {
            while (row.next()) {
                assertThat(row.getString(3)).isEqualTo("SENT");
                mails.computeIfAbsent(row.getString(1), key -> new java.util.HashSet<>())
                        .add("<" + row.getString(2) + "@registre.example>");
            }
        }
        return mails;
    }
}
