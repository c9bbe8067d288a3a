package org.sceau.it.server;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody with a token, as a program calls. */
public record Caller(RunningRegistry registry, String username) {
    private static final Duration A_MOMENT = Duration.ofMinutes(1);
    private static final Map<String, Instant> PROVEN = new ConcurrentHashMap<>();

    public Answer get(String path) {
        return registry.getAs(username, path);
    }

    /** @param headers name and value in turn */
    public Answer send(String method, String path, String body, String... headers) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer send(String method, String path, byte[] body, String... headers) {
        BodyPublisher publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = registry.as(username, path).method(method, publisher);
        if (body.length > 0) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        Answer answer = registry.send(request);
        if (answer.status() == 403
                && answer.code().equals("step-up-needed")
                && !registry.account(username).isNull("totpSecret")) {
            stepUp();
            return registry.send(request);
        }
        return answer;
    }

    /** Shows the second factor of an account that has one, unless it did a moment ago. */
    public void prove() {
        Instant last = PROVEN.getOrDefault(registry.port() + " " + username, Instant.EPOCH);
        if (!registry.account(username).isNull("totpSecret")
                && last.plus(A_MOMENT).isBefore(registry.now())) {
            stepUp();
        }
    }

    /** Shows the second factor, as a program does whose act was answered {@code step-up-needed}. */
    void stepUp() {
        String code = SecondFactor.code(registry, username).orElseThrow();
        Answer shown = registry.send(registry.as(username, "/api/v1/step-up")
                .PUT(BodyPublishers.ofString("{\"code\":\"" + code + "\"}"))
                .header("Content-Type", "application/json"));
        if (shown.status() != 200) {
            throw new AssertionError(username + " is not proven: " + shown);
        }
        PROVEN.put(registry.port() + " " + username, registry.now());
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** A change of what is at an address, on the version that it has now. */
    public Answer change(String method, String address, String below, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("If-Match");
        all.add(get(address).header("ETag"));
        return send(method, address + below, body, all.toArray(String[]::new));
    }

    public JsonObject changed(String method, String address, String below, String body) {
        Answer answer = change(method, address, below, body);
        if (answer.status() != 200) {
            throw new AssertionError(username + " " + method + " " + address + below + " → " + answer);
        }
        return answer.json();
    }

    /** A flat object of texts. */
    public static String json(Map<String, String> members) {
        StringBuilder json = new StringBuilder("{");
        members.forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(value)
                .append('"'));
        return json.append('}').toString();
    }
}
