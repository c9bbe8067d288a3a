package org.sceau.registry.application.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.administering.Settings;
import org.sceau.trustlist.signing.ListSigner;

/**
 * Leaves a note in the data folder when the house has opened, for whoever started it: the address, and in demo mode the accounts and
 * a loud word about the key. Whoever may read the folder may read {@code demo-accounts.json} as well.
 */
@ApplicationScoped
public class Welcome {
    static final String NOTE = "opened";

    private final Settings settings;
    private final Operator operator;
    private final ListSigner signer;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Welcome() {
        this(null, null, null);
    }

    @Inject
    public Welcome(Settings settings, Operator operator, ListSigner signer) {
        this.settings = settings;
        this.operator = operator;
        this.signer = signer;
    }

    void leave() {
        try {
            Path part = settings.home().resolve(NOTE + ".part");
            Files.writeString(part, text(), StandardCharsets.UTF_8);
            Files.move(
                    part,
                    settings.home().resolve(NOTE),
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() throws IOException {
        StringBuilder note = new StringBuilder();
        String bar = "=".repeat(78) + "\n";
        note.append("\n").append(bar);
        note.append("  Sceau is open:  ").append(operator.publicUrl()).append("/\n");
        note.append("  Data folder:    ").append(settings.home()).append("\n");
        if (settings.isDemo()) {
            note.append("\n  !!  DEMONSTRATION. Rely on nothing here; its examples are fictional.  !!\n");
            note.append("  !!  Lists are signed with a DEMO KEY that nobody may trust:            !!\n");
            note.append("      ")
                    .append(signer.certificate().getSubjectX500Principal().getName())
                    .append("\n");
            accounts(note);
        }
        return note.append(bar).toString();
    }

    /** A file of an earlier start names the first role alone. */
    private static String roles(JsonObject account) {
        return account.containsKey("roles")
                ? account.getJsonArray("roles").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.joining(", "))
                : account.getString("role");
    }

    private void accounts(StringBuilder note) throws IOException {
        Path file = settings.home().resolve("demo-accounts.json");
        if (!Files.exists(file)) {
            return;
        }
        note.append("\n  Demo accounts (with an API token each in ")
                .append(file)
                .append("):\n");
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            for (JsonObject account : reader.readArray().getValuesAs(JsonObject.class)) {
                note.append(String.format(
                        Locale.ROOT,
                        "    %-10s %-18s %-24s %s%n",
                        account.getString("username"),
                        account.getString("password"),
                        roles(account),
                        account.getString("organisation")));
            }
        }
        note.append("  Staff and laboratories show a second factor as well: SCEAU_HOME=")
                .append(settings.home().toAbsolutePath().normalize())
                .append(" ./demo-code admin\n  prints the present code.\n");
    }
}
