package org.sceau.registry.infrastructure.mail;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.notifying.Mail;
import org.sceau.registry.application.notifying.MailSettings;
import org.sceau.registry.application.notifying.Mailer;

/**
 * Hands mails to an SMTP server (RFC 5321), each on a connection of its own. Only a refused recipient is a refusal for good: what else a
 * server refuses may be about us, and is tried again.
 */
@ApplicationScoped
public class SmtpMailer implements Mailer {
    /** For each answer of the server; there are at most eleven of them. Impatience with the last one makes doubles. */
    private static final String PATIENCE_MILLIS = "30000";

    private static final Logger LOG = Logger.getLogger(SmtpMailer.class.getName());

    private final MailSettings settings;
    private final Operator operator;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SmtpMailer() {
        this(null, null, null);
    }

    @Inject
    public SmtpMailer(MailSettings settings, Operator operator, Clock clock) {
        this.settings = settings;
        this.operator = operator;
        this.clock = clock;
    }

    @Override
    public boolean isOpen() {
        return settings.server().isPresent();
    }

    @Override
    public Outcome send(Mail mail) {
        MailSettings.Server server = settings.server().orElseThrow();
        Session session = Session.getInstance(properties(server));
        Message message;
        try {
            message = message(session, server, mail);
        } catch (MessagingException noAddress) {
            return Outcome.REFUSED;
        }
        @Nullable Transport transport = null;
        try {
            transport = session.getTransport("smtp");
            connect(transport, server);
        } catch (MessagingException away) {
            LOG.log(Level.WARNING, "the mail server {0} is not there for us: {1}", new Object[] {
                server.host(), inOneLine(away)
            });
            close(transport);
            return Outcome.UNREACHABLE;
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return Outcome.ACCEPTED;
        } catch (SendFailedException refused) {
            Address[] invalid = refused.getInvalidAddresses();
            LOG.log(Level.FINE, "a mail was not taken", refused);
            return invalid != null && invalid.length > 0 ? Outcome.REFUSED : Outcome.PUT_OFF;
        } catch (MessagingException broken) {
            LOG.log(Level.WARNING, "the mail server {0} broke off: {1}", new Object[] {server.host(), inOneLine(broken)
            });
            return Outcome.PUT_OFF;
        } finally {
            close(transport);
        }
    }

    private static void connect(Transport transport, MailSettings.Server server) throws MessagingException {
        Optional<MailSettings.Login> login = server.login();
        if (login.isPresent()) {
            transport.connect(
                    server.host(),
                    server.port(),
                    login.get().user(),
                    login.get().password());
        } else {
            transport.connect(server.host(), server.port(), null, null);
        }
    }

    /** What the server says when it is left changes nothing any more. */
    private static void close(@Nullable Transport transport) {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException whatever) {
            LOG.log(Level.FINE, "a mail server was left without a word", whatever);
        }
    }

    private static Properties properties(MailSettings.Server server) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.localhost", server.domain());
        properties.setProperty("mail.smtp.from", server.from());
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(server.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    private Message message(Session session, MailSettings.Server server, Mail mail) throws MessagingException {
        MailWords words = new MailWords(operator, mail.language());
        MimeMessage message = new Named(session, "<" + mail.id() + "@" + server.domain() + ">");
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(words.subject(mail), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language().code());
        // A source of bytes asks for none of the content handlers that the class path may or may not have.
        message.setDataHandler(new DataHandler(new ByteArrayDataSource(
                words.body(mail).getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8")));
        message.setHeader("Content-Transfer-Encoding", "quoted-printable");
        message.saveChanges();
        return message;
    }

    /** Servers say more than a log line should hold. */
    private static String inOneLine(Exception failure) {
        String said = String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return said.length() > 200 ? said.substring(0, 200) : said;
    }

    /** A message that keeps its name at every attempt. */
    private static final class Named extends MimeMessage {
        private final String name;

        Named(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }
}
