package org.sceau.it.access;

import static org.sceau.it.access.DossierMaker.good;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.sceau.it.server.Caller;
import org.sceau.it.server.RunningRegistry;

/**
 * Two corrected definitions in the folder of a registry.
 *
 * @param file     of the one that nobody proposed
 * @param digest   of its bytes
 * @param proposed digest of the other one, which waits for its second word; {@code admin} proposed it
 */
record DroppedEditions(String file, String digest, String proposed) {
    private static final String REVISIONS = "/api/v1/scheme-revisions";

    static DroppedEditions in(RunningRegistry registry) {
        Caller admin = new Caller(registry, "admin");
        String file = dropped(registry, "pvid", "2021-03-01");
        String other = dropped(registry, "trust-label", "1");
        String proposed = digest(admin, other);
        good(admin.post(REVISIONS, Caller.json(Map.of("file", other, "sha256", proposed))));
        return new DroppedEditions(file, digest(admin, file), proposed);
    }

    private static String digest(Caller admin, String file) {
        return admin.get(REVISIONS).json().getJsonArray("files").getValuesAs(JsonObject.class).stream()
                .filter(dropped -> dropped.getString("file").equals(file))
                .map(dropped -> dropped.getString("sha256"))
                .findFirst()
                .orElseThrow();
    }

    private static String dropped(RunningRegistry registry, String scheme, String version) {
        String text = registry.get("/api/v1/schemes/" + scheme + "/" + version + "/revisions/1")
                .text()
                .replaceFirst("format: 2\n", "format: 2\nrevision: 2\n");
        try {
            Path folder = Files.createDirectories(registry.home().resolve("schemes"));
            return Files.writeString(folder.resolve(scheme + "-" + version + ".yaml"), text)
                    .getFileName()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
