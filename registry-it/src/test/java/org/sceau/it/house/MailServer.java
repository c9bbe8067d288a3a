package org.sceau.it.house;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.notifying.MailSettings;

/** A real SMTP server on a free port of this machine. It keeps every message that it took, doubles among them. */
public final class MailServer implements AutoCloseable {
    /** Mails come from here. */
    public static final String FROM = "ne-pas-repondre@registre.example";

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final MessageDeliveryHandler keeping;
    private volatile Runnable beforeAnswer = () -> {};

    public MailServer() {
        server.start();
        keeping = server.getUserManager().getMessageDeliveryHandler();
        server.getUserManager().setMessageDeliveryHandler((message, to) -> {
            beforeAnswer.run();
            return keeping.handle(message, to);
        });
    }

    /**
     * A message as it arrived.
     *
     * @param text its decoded body, with plain line ends
     */
    public record Arrived(String id, String to, String subject, String text, String raw) {
        static Arrived of(MimeMessage message) {
            try {
                ByteArrayOutputStream raw = new ByteArrayOutputStream();
                message.writeTo(raw);
                return new Arrived(
                        message.getMessageID(),
                        message.getHeader("To", ","),
                        message.getSubject(),
                        new String(message.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                                .replace("\r\n", "\n"),
                        raw.toString(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The value of a header, unfolded; empty for one that is not there. */
        public String header(String name) {
            return raw.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }
    }

    public List<Arrived> arrived() {
        return Arrays.stream(server.getReceivedMessages()).map(Arrived::of).toList();
    }

    public int count() {
        return server.getReceivedMessages().length;
    }

    /** Something happens each time it has read a message, before it keeps it and says so. */
    public void beforeAnswer(Runnable what) {
        beforeAnswer = what;
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    public MailSettings.Server address() {
        return new MailSettings.Server("127.0.0.1", port(), Optional.empty(), false, FROM);
    }

    @Override
    public void close() {
        server.stop();
    }
}
