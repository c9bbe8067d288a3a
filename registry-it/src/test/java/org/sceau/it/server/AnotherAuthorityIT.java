package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sceau.it.house.Authenticator;
import org.sceau.it.judges.ListJudges;
import org.sceau.trustlist.signing.SignerCertificates;
import org.sceau.trustlist.signing.SignerKey;
import org.sceau.trustlist.signing.SignerStore;

/** An authority with a name, a territory, addresses, a look and a key of its own runs the registry in production. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled once, before all tests
class AnotherAuthorityIT {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Pattern TOKEN = Pattern.compile("first administrator: token (sceau_[0-9a-f]{64})");
    private static final String PASSWORD = "a passphrase of the tests";

    private RunningRegistry registry;
    private X509Certificate signer;
    private CsvRows rows;

    @BeforeAll
    void start() throws IOException, GeneralSecurityException {
        Path folder = Files.createDirectories(Checkout.target().resolve("homes"));
        Path operator = folder.resolve("ponant.yaml");
        Files.writeString(operator, operatorOfItsOwn());
        Path key = folder.resolve("ponant.p12");
        Files.deleteIfExists(key);
        Instant now = Clock.systemUTC().instant();
        KeyPair pair = SignerKey.P384.generate();
        signer = SignerCertificates.selfSigned(
                pair, "QZ", "Ponant Office", "Signer 1", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(700)));
        SignerStore.store(key, pair.getPrivate(), signer, PASSWORD.toCharArray());
        X509Certificate next = SignerCertificates.selfSigned(
                SignerKey.P384.generate(),
                "QZ",
                "Ponant Office",
                "Signer 2",
                now.plus(Duration.ofDays(300)),
                now.plus(Duration.ofDays(1_400)));
        Path announced = Files.writeString(folder.resolve("ponant.pem"), pem(signer) + pem(next));
        registry = RunningRegistry.named(
                "ponant",
                Map.of(
                        "SCEAU_MODE",
                        "production",
                        "SCEAU_OPERATOR",
                        operator.toString(),
                        "SCEAU_SIGNER_FILE",
                        key.toString(),
                        "SCEAU_SIGNER_PASSWORD",
                        PASSWORD,
                        "SCEAU_SIGNER_ANNOUNCED",
                        announced.toString()));
        rows = CsvRows.numbered("ponant", 3);
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static String operatorOfItsOwn() throws IOException {
        String file =
                Files.readString(Checkout.root().resolve("registry-ejb/src/main/resources/operator/default.yaml"));
        String[][] changes = {
            {"Autorité de démonstration", "Office du Ponant"},
            {"Demonstration Authority", "Ponant Office"},
            {"Sceau", "Phare"},
            {"territory: ZZ", "territory: QZ"},
            {"country: ZZ", "country: QZ"},
            {"# uriSpace: https://registre.example/uri/", "uriSpace: https://ponant.example/mots/"},
            {"registre.example", "ponant.example"},
            {"https://autorite.example/", "https://office.ponant.example/"},
            {"urn:sceau:demo:visa:", "urn:ponant:visa:"},
            {"themeStyles: []", "themeStyles: [/maison/ponant.css]"},
        };
        for (String[] change : changes) {
            assertThat(file).contains(change[0]);
            file = file.replace(change[0], change[1]);
        }
        return file;
    }

    private HttpRequest.Builder asAdministrator(String path) {
        Matcher token = TOKEN.matcher(registry.printed());
        assertThat(token.find()).as("the token was printed").isTrue();
        return registry.request(path).header("Authorization", "Bearer " + token.group(1));
    }

    /** The first administrator can do nothing before. */
    private void enrol() {
        if (registry.send(asAdministrator("/api/v1/imports")).status() == 200) {
            return;
        }
        assertProblem(registry.send(asAdministrator("/api/v1/imports")), 403, "second-factor-missing");
        JsonObject begun = send("POST", "/api/v1/factors", "{\"label\":\"premier jour\"}", 201);
        String code = new Authenticator(begun.getString("secret")).code(Instant.now());
        JsonObject enrolled = send(
                "PUT",
                "/api/v1/factors/" + begun.getString("id") + "/confirmation",
                "{\"code\":\"" + code + "\"}",
                200);
        assertThat(enrolled.getJsonArray("recoveryCodes")).hasSize(10);
    }

    private JsonObject send(String method, String path, String body, int status) {
        Answer answer = registry.send(asAdministrator(path)
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        return answer.json();
    }

    /** Three visas on record, as the first thing that ever happens here. */
    private void record() {
        enrol();
        Answer done = registry.send(asAdministrator("/api/v1/imports?format=sceau-csv&dryRun=false")
                .POST(BodyPublishers.ofByteArray(rows.bytes())));
        assertThat(done.status()).as("%s", done).isEqualTo(200);
        Patience.until(
                "the list is issued",
                LONG,
                () -> registry.get("/trust-lists/passi/current.xml").status() == 200);
        Patience.until("the catalogue has them", LONG, () -> registry.visas() >= 3);
    }

    @Test
    void there_are_no_demo_accounts_no_fictional_visas_and_one_token_that_is_printed_once() {
        assertThat(registry.home().resolve("demo-accounts.json")).doesNotExist();
        assertThat(registry.home().resolve("keys"))
                .satisfies(keys -> assertThat(keys.toFile().list((folder, name) -> name.startsWith("demo")))
                        .isNullOrEmpty());
        assertThat(registry.printed()).doesNotContain("DEMO", "Demo accounts");
        assertThat(TOKEN.matcher(registry.printed()).results()).hasSize(1);

        record();

        assertThat(registry.visas()).isEqualTo(3);
        assertThat(registry.get("/visas/ANSSI-CC-2025-91").status()).isEqualTo(404);
    }

    @Test
    void its_list_speaks_in_its_name_with_its_key_and_all_judges_accept_it() throws IOException {
        record();
        Path folder = Files.createDirectories(Checkout.target().resolve("homes/of-ponant"));
        Answer list = registry.get("/trust-lists/passi/current.xml");
        Path file = Files.write(folder.resolve("passi.xml"), list.bytes());
        Files.write(
                folder.resolve("passi.sha2"),
                registry.get("/trust-lists/passi/current.sha2").bytes());

        ListJudges.assertAccepted(file, signer);
        assertThat(list.text())
                .contains(">Ponant Office<", ">Office du Ponant<", "<SchemeTerritory>QZ</SchemeTerritory>")
                .contains("https://ponant.example/mots/Svcstatus/in-force", "urn:ponant:visa:" + rows.slug(1))
                .contains("mailto:contact@ponant.example", "https://office.ponant.example/")
                .doesNotContain("registre.example", "autorite.example", "Demonstration Authority", "urn:sceau");
    }

    @Test
    void no_page_is_in_another_name() {
        record();
        SoftAssertions all = new SoftAssertions();
        for (String path : List.of(
                "/",
                "/en/",
                "/catalogue",
                "/visas/" + rows.slug(2),
                "/en/visas/" + rows.slug(2),
                "/trust-lists/",
                "/trust-lists/passi/",
                "/figures",
                "/en/figures",
                "/about",
                "/en/about",
                "/sign-in",
                "/nothing",
                "/.well-known/security.txt",
                "/sitemap.xml")) {
            Answer page = registry.get(path);
            all.assertThat(page.text())
                    .as(path)
                    .doesNotContain(
                            "Autorité de démonstration",
                            "Demonstration Authority",
                            "registre.example",
                            "autorite.example",
                            "ANSSI",
                            "DEMO");
            if (page.header("Content-Type").startsWith("text/html")) {
                all.assertThat(page.text()).as(path).contains("Phare").doesNotContain("<b>Sceau</b>");
            }
        }
        all.assertAll();
        assertThat(registry.get("/about").text()).contains("Office du Ponant", "contact@ponant.example");
        assertThat(registry.get("/en/about").text()).contains("Ponant Office", "https://office.ponant.example/");
        assertThat(registry.get("/.well-known/security.txt").text()).contains("securite@ponant.example");
        assertThat(registry.get("/").text()).contains("<link rel=\"stylesheet\" href=\"/maison/ponant.css\"");
    }
}
