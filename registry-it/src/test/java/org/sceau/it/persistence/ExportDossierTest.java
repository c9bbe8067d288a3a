package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.SUPERVISOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.auditing.Parcel;
import org.sceau.registry.application.complaining.FileComplaint;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.HandleDossier;
import org.sceau.registry.application.proving.SignedWords;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.complaint.Contested;
import org.sceau.registry.domain.complaint.Filing;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;

/** What an auditor takes out is checked here as the readme in it says, with nothing of the registry but the file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportDossierTest {
    private static final String SECRET_TITLE = "Débordement dans l’analyseur de certificats";
    private static final String SECRET_SHA = "5ec2e7".repeat(10) + "5ec2";

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    /** The files by name, in the order in which they were handed over. */
    private static Map<String, String> exported(House house, Actor actor, DossierId id) {
        Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
        house.exporting.export(actor, id, new Parcel.Sink() {
            private ByteArrayOutputStream now = new ByteArrayOutputStream();

            @Override
            public void begin(String name) {
                now = new ByteArrayOutputStream();
                assertThat(files.put(name, now)).as("%s twice", name).isNull();
            }

            @Override
            public void write(byte[] bytes) {
                now.writeBytes(bytes);
            }
        });
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((name, bytes) -> texts.put(name, bytes.toString(StandardCharsets.UTF_8)));
        return texts;
    }

    private static String refused(House house, Actor actor, DossierId id) {
        return catchThrowableOfType(Refused.class, () -> exported(house, actor, id))
                .refusal()
                .code();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<JsonObject> entries(Map<String, String> files) {
        return files.get("journal.ndjson").lines().map(ExportDossierTest::json).toList();
    }

    /** The plaintext of a commitment, once it is shown to be the one that was committed to. */
    private static Optional<JsonObject> opened(JsonObject line, String name) {
        JsonObject entry = json(line.getString("entry"));
        JsonObject opened = line.getJsonObject("opened").getJsonObject(name);
        if (opened == null) {
            return Optional.empty();
        }
        assertThat(sha256(
                        utf8("sceau-commitment-v1\0"),
                        HexFormat.of().parseHex(opened.getString("salt")),
                        utf8(opened.getString("plaintext"))))
                .as("%s of entry %s", name, line.get("position"))
                .isEqualTo(entry.getJsonObject("commitments").getString(name));
        return Optional.of(json(opened.getString("plaintext")));
    }

    /** A word of somebody else than the auditor: the wall of the database keeps it from everybody but the house. */
    private static void signs(House house, Actor who, String digest) {
        house.account(who);
        house.signedWords.add(new SignedWords.Signed(
                house.accounts.byUsername(who.name()).orElseThrow().id(),
                who.name(),
                digest,
                "bm9uY2U",
                "{}",
                "Y2xl",
                house.clock.instant(),
                1));
    }

    @ParameterizedTest
    @EnumSource
    void nobody_but_an_auditor_of_its_scheme_takes_it_out(Database database) {
        House house = house(database);
        Dossier dossier = new Matters(house).submitted();
        for (Actor other : List.of(VENDOR, OTHER_VENDOR, EVALUATOR, CERTIFIER, DECIDER, SUPERVISOR)) {
            assertThat(refused(house, other, dossier.id())).as(other.name()).isEqualTo("role-missing");
        }
        Actor elsewhere = new Actor(
                "a.illeurs",
                "Centre de certification",
                new RoleBook(Set.of(new RoleGrant(Role.AUDITOR, Optional.of(new SchemeId("cspn"))))));
        assertThat(refused(house, elsewhere, dossier.id())).isEqualTo("dossier-unknown");
        assertThat(refused(house, AUDITOR, new DossierId(UUID.randomUUID()))).isEqualTo("dossier-unknown");
        assertThat(house.sql.number(
                        "select count(*) from audit where action = 'export-dossier' and outcome = 'role-missing'"))
                .isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void every_version_follows_from_the_entries_and_every_file_is_in_the_list(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(matters.arvor());
        var proposal = house.deciding.propose(DECIDER, matters.grant(ready));
        house.deciding.approve(Matters.SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.");
        signs(house, Matters.SECOND_DECIDER, proposal.digest());
        long entries = house.journal.size();

        Map<String, String> files = exported(house, AUDITOR, ready.id());

        JsonObject manifest = json(files.get("manifest.json"));
        assertThat(manifest.getString("format")).isEqualTo("sceau-dossier-export/1");
        assertThat(manifest.getJsonArray("files")).hasSize(files.size() - 1);
        for (JsonObject file : manifest.getJsonArray("files").getValuesAs(JsonObject.class)) {
            byte[] bytes = utf8(files.get(file.getString("name")));
            assertThat(sha256(bytes)).isEqualTo(file.getString("sha256"));
            assertThat(bytes).hasSize(file.getInt("bytes"));
        }
        JsonStructure present = JsonValue.EMPTY_JSON_OBJECT;
        int versions = 0;
        for (JsonObject line : entries(files)) {
            assertThat(house.sql.one(
                            "select leaf_hash from journal where position = ?",
                            row -> row.getString(1),
                            line.getJsonNumber("position").longValue()))
                    .contains(sha256(new byte[] {0}, utf8(line.getString("entry"))));
            Optional<JsonObject> told = opened(line, "dossier").filter(one -> one.containsKey("sha256"));
            if (told.isPresent()) {
                versions++;
                present = told.get().containsKey("content")
                        ? told.get().getJsonObject("content")
                        : Json.createPatch(told.get().getJsonArray("changed")).apply(present);
                String file = files.get("dossier/%06d.json".formatted(versions));
                assertThat(json(file)).isEqualTo(present);
                assertThat(sha256(utf8(file))).isEqualTo(told.get().getString("sha256"));
            }
        }
        assertThat(versions).isEqualTo(manifest.getInt("version")).isGreaterThan(10);
        assertThat(files.get("signed-words.ndjson").lines().map(ExportDossierTest::json))
                .singleElement()
                .satisfies(word -> {
                    assertThat(word.getString("account")).isEqualTo(Matters.SECOND_DECIDER.name());
                    assertThat(word.getString("digest")).isEqualTo(proposal.digest());
                });
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("proposals/" + proposal.id() + "/000002"));
        assertThat(entries(files))
                .extracting(line -> json(line.getString("entry")).getString("kind"))
                .contains("dossier-acted", "proposal-acted", "decision-made", "visa-recorded");
        assertThat(house.journal.size()).as("a look is no act").isEqualTo(entries);
        assertThat(house.sql.number("select count(*) from audit where action = 'export-dossier' and outcome = 'ok'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void exploitation_details_and_who_complained_leave_in_no_file(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier dossier = matters.submitted();
        Dossier with = house.handling.deposit(
                VENDOR,
                dossier.id(),
                Matters.seen(dossier),
                new HandleDossier.Paper(
                        "EXPLOITATION_DETAILS", SECRET_TITLE, "fr", Optional.empty(), List.of(), SECRET_SHA, 2_048));
        house.filing.file(
                VENDOR,
                new FileComplaint.Request(
                        Filing.Kind.COMPLAINT,
                        new Contested.Dossier(dossier.id()),
                        "Canari de la réclamation.",
                        Optional.empty(),
                        Optional.empty()));
        Dossier after = matters.deposit(VENDOR, with, "SECURITY_TARGET");

        Map<String, String> files = exported(house, AUDITOR, dossier.id());

        assertThat(String.join("\n", files.values()))
                .doesNotContain(SECRET_TITLE, SECRET_SHA, "Canari de la réclamation.");
        JsonObject manifest = json(files.get("manifest.json"));
        String document = manifest.getJsonArray("withheld").getString(0);
        JsonObject newest = json(files.get("dossier/%06d.json".formatted(after.version())));
        assertThat(newest.getJsonObject("history").getJsonArray("documents").getValuesAs(JsonObject.class))
                .as("that there is one is seen, and the others are whole")
                .anySatisfy(one -> {
                    assertThat(one.getString("id")).isEqualTo(document);
                    assertThat(one.getBoolean("withheld")).isTrue();
                    assertThat(one.getString("type")).isEqualTo("EXPLOITATION_DETAILS");
                })
                .anySatisfy(one -> assertThat(one.containsKey("sha256")).isTrue());
        assertThat(entries(files))
                .filteredOn(line -> !line.getJsonArray("withheld").isEmpty())
                .as("one entry told of it, and its plaintext stays here")
                .singleElement()
                .satisfies(line -> assertThat(line.getJsonObject("opened").containsKey("dossier"))
                        .isFalse());
    }
}
