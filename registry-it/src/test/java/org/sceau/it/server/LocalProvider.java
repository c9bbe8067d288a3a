package org.sceau.it.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An identity provider of a house, as far as the code flow needs one (OpenID Connect Core cl. 3.1): it lets in whomever the test says, without a page. */
public final class LocalProvider {
    static final String CLIENT = "sceau";
    static final String SECRET = "nobody guesses this one";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** Whom it lets in next. */
    public record Person(String name, List<String> ways, Instant provenAt, boolean honest) {}

    private final HttpServer server;
    private final KeyPair keys;
    private final KeyPair others;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private volatile Person next = new Person("nobody", List.of("pwd"), Instant.EPOCH, true);

    public LocalProvider() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.keys = generator.generateKeyPair();
            this.others = generator.generateKeyPair();
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> send(exchange, discovery()));
        server.createContext("/keys", exchange -> send(exchange, keySet()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/userinfo", exchange -> send(exchange, claims(next)));
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void letIn(Person person) {
        next = person;
    }

    private JsonObjectBuilder discovery() {
        return Json.createObjectBuilder()
                .add("issuer", issuer())
                .add("authorization_endpoint", issuer() + "/authorize")
                .add("token_endpoint", issuer() + "/token")
                .add("userinfo_endpoint", issuer() + "/userinfo")
                .add("jwks_uri", issuer() + "/keys")
                .add("scopes_supported", array(List.of("openid", "email", "profile")))
                .add("response_types_supported", array(List.of("code")))
                .add("subject_types_supported", array(List.of("public")))
                .add("claims_supported", array(List.of("sub", "preferred_username", "amr", "auth_time")))
                .add("id_token_signing_alg_values_supported", array(List.of("RS256")));
    }

    private JsonObjectBuilder keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Json.createObjectBuilder()
                .add(
                        "keys",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("kty", "RSA")
                                        .add("kid", "1")
                                        .add("use", "sig")
                                        .add("alg", "RS256")
                                        .add("n", unsigned(key.getModulus().toByteArray()))
                                        .add(
                                                "e",
                                                unsigned(key.getPublicExponent().toByteArray()))));
    }

    private static String unsigned(byte[] bytes) {
        return BASE64.encodeToString(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static JsonArrayBuilder array(List<String> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(array::add);
        return array;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        nonces.put(code, asked.getOrDefault("nonce", ""));
        String back = asked.get("redirect_uri") + "?code=" + code + "&state="
                + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String nonce = nonces.remove(fields(body).getOrDefault("code", ""));
        boolean known = nonce != null
                && (SECRET.equals(fields(body).get("client_secret"))
                        || exchange.getRequestHeaders().containsKey("Authorization"));
        if (!known) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        Instant now = Instant.now();
        JsonObjectBuilder claims = claims(next)
                .add("iss", issuer())
                .add("aud", CLIENT)
                .add("iat", now.getEpochSecond())
                .add("exp", now.plusSeconds(300).getEpochSecond())
                .add("nonce", nonce);
        send(
                exchange,
                Json.createObjectBuilder()
                        .add("access_token", UUID.randomUUID().toString())
                        .add("token_type", "Bearer")
                        .add("expires_in", 300)
                        .add("id_token", signed(claims, next.honest() ? keys : others)));
    }

    private static JsonObjectBuilder claims(Person person) {
        return Json.createObjectBuilder()
                .add("sub", "id-of-" + person.name())
                .add("preferred_username", person.name())
                .add("amr", array(person.ways()))
                .add("auth_time", person.provenAt().getEpochSecond());
    }

    private static String signed(JsonObjectBuilder claims, KeyPair by) {
        String text = BASE64.encodeToString("{\"alg\":\"RS256\",\"kid\":\"1\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + BASE64.encodeToString(claims.build().toString().getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(by.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void send(HttpExchange exchange, JsonObjectBuilder answer) throws IOException {
        byte[] bytes = answer.build().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
