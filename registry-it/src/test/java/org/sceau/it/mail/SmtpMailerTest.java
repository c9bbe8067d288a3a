package org.sceau.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.notifying.Mail;
import org.sceau.registry.application.notifying.MailSettings;
import org.sceau.registry.application.notifying.Mailer.Outcome;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.infrastructure.mail.SmtpMailer;

/** What a server's answers mean: who is refused for good, who waits, and when nobody has a chance. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmtpMailerTest {
    private static final String FROM = "registre@registre.example";

    @TempDir
    Path home;

    private static Mail to(String address) {
        return new Mail(
                UUID.randomUUID().toString(),
                address,
                Language.FRENCH,
                List.of(new Mail.Line(NoticeKind.QUESTION_ASKED.label(), 1)));
    }

    private Outcome sent(Mail mail, MailSettings.Server server) {
        House house = House.on(Database.H2, home);
        return new SmtpMailer(new MailSettings(Optional.of(server), 7), house.operator, house.clock).send(mail);
    }

    private Outcome sent(ScriptedSmtp server) {
        return sent(
                to("p@mail.example"),
                new MailSettings.Server("127.0.0.1", server.port(), Optional.empty(), false, FROM));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,550 5.1.1 no such user,REFUSED",
        "RCPT,553 5.1.3 no such address,REFUSED",
        "RCPT,451 4.7.1 come back later,PUT_OFF",
        "RCPT,452 4.2.2 the box is full,PUT_OFF",
        "MAIL,550 5.7.1 not from you,PUT_OFF",
        "DATA,451 4.3.0 not now,PUT_OFF",
        ".,554 5.7.1 looks like spam,PUT_OFF",
        ".,'',PUT_OFF",
        "MAIL,'',PUT_OFF",
        "greeting,421 4.3.2 too busy,UNREACHABLE",
        "greeting,'',UNREACHABLE",
        "EHLO,'',UNREACHABLE",
    })
    void an_answer_says_who_is_refused_and_who_waits(String to, String answer, Outcome outcome) {
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of(to, answer))) {
            assertThat(sent(server)).isEqualTo(outcome);
        }
    }

    @Test
    void what_the_server_says_when_it_is_left_changes_nothing() {
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of("QUIT", ScriptedSmtp.HANGS_UP))) {
            assertThat(sent(server)).isEqualTo(Outcome.ACCEPTED);
            assertThat(server.heard())
                    .contains("EHLO registre.example", "MAIL FROM:<" + FROM + ">", "RCPT TO:<p@mail.example>", ".");
        }
    }

    @Test
    void a_server_that_does_not_encrypt_is_told_nothing_where_encryption_is_asked_for() {
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
            MailSettings.Server encrypted = new MailSettings.Server(
                    "127.0.0.1", server.port(), Optional.of(new MailSettings.Login("sceau", "secret")), true, FROM);
            assertThat(sent(to("p@mail.example"), encrypted)).isEqualTo(Outcome.UNREACHABLE);
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
        }
    }

    @Test
    void a_server_that_does_not_know_us_is_as_good_as_away() {
        Map<String, String> answers =
                Map.of("EHLO", "250-mail.example\r\n250 AUTH PLAIN LOGIN", "AUTH", "535 5.7.8 who are you");
        try (ScriptedSmtp server = new ScriptedSmtp(answers)) {
            MailSettings.Server stranger = new MailSettings.Server(
                    "127.0.0.1", server.port(), Optional.of(new MailSettings.Login("sceau", "secret")), false, FROM);
            assertThat(sent(to("p@mail.example"), stranger)).isEqualTo(Outcome.UNREACHABLE);
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p@mail.example\r\nBcc: all@mail.example",
                "p@mail.example, q@mail.example",
                "p@mail.example>\r\nDATA",
                "nobody",
                "",
            })
    void an_address_that_is_none_or_more_than_one_is_refused_before_anybody_is_asked(String address) {
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
            assertThat(sent(
                            to(address),
                            new MailSettings.Server("127.0.0.1", server.port(), Optional.empty(), false, FROM)))
                    .isEqualTo(Outcome.REFUSED);
            assertThat(server.heard()).isEmpty();
        }
    }
}
