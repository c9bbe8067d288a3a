package org.sceau.registry.application.notifying;

import java.util.Optional;
import java.util.Set;

/**
 * How mail leaves this registry, the same on every node.
 *
 * @param server     the mail server; without it no mail is sent
 * @param digestHour hour of the operator's zone at which the daily mail is due ({@code SCEAU_DIGEST_HOUR}), 0 to 23
 */
public record MailSettings(Optional<Server> server, int digestHour) {
    /** Where nobody says otherwise. */
    public static final int DIGEST_HOUR = 7;

    public MailSettings {
        if (digestHour < 0 || digestHour > 23) {
            throw new IllegalArgumentException("SCEAU_DIGEST_HOUR is 0 to 23, not " + digestHour);
        }
    }

    /**
     * A mail server.
     *
     * @param host     {@code SCEAU_SMTP_HOST}
     * @param port     {@code SCEAU_SMTP_PORT}; 1 to 65535
     * @param login    {@code SCEAU_SMTP_USER} and {@code SCEAU_SMTP_PASSWORD}; absent where the server asks for none
     * @param startTls whether nothing is sent before the line is encrypted and the server's certificate is right ({@code SCEAU_SMTP_STARTTLS})
     * @param from     address that mails come from ({@code SCEAU_SMTP_FROM})
     */
    public record Server(String host, int port, Optional<Login> login, boolean startTls, String from) {
        /** What is sent to these stays on the machine. */
        private static final Set<String> HERE = Set.of("127.0.0.1", "::1", "localhost");

        public Server {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("SCEAU_SMTP_PORT is 1 to 65535, not " + port);
            }
            if (login.isPresent() && !startTls && !HERE.contains(host)) {
                throw new IllegalArgumentException("a password for the mail server needs SCEAU_SMTP_STARTTLS=true");
            }
            if (!from.matches("[^\\s@<>,;]{1,64}@[A-Za-z0-9.-]{1,190}")) {
                throw new IllegalArgumentException("SCEAU_SMTP_FROM is no address");
            }
        }

        /** What stands behind the {@code @} of the address that mails come from. */
        public String domain() {
            return from.substring(from.indexOf('@') + 1);
        }
    }

    /** Name and password at the mail server. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
