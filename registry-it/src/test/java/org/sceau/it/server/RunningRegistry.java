package org.sceau.it.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A registry as its owner starts it: by {@code ./run}, in a process and with a data folder of its own. Whatever is still running
 * when the tests end is stopped with them.
 */
public final class RunningRegistry {
    /** Starts took two minutes when other work filled both cores. */
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    /** Stands in an environment for the port, which is found later. */
    static final String PORT = "{port}";

    private static final Map<String, RunningRegistry> BY_NAME = new ConcurrentHashMap<>();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private final Path checkout;
    private final Path home;
    private final int port;
    private final Map<String, String> environment;
    /** Absent where it runs on the machine's own time, or on a clock that its test sets. */
    private final @Nullable MovedClock clock;

    private @Nullable Process process;
    /** Where in the log the words of the present start begin. */
    private long startOfWords;

    private RunningRegistry(Path checkout, String name, Map<String, String> environment, @Nullable MovedClock clock) {
        this.checkout = checkout;
        this.home = homes().resolve(name);
        this.port = freePort();
        this.environment = environment;
        this.clock = clock;
    }

    /** Where the registries of this process keep what they have. */
    private static Path homes() {
        return Checkout.target().resolve("homes").resolve(System.getProperty("sceau.process", "process"));
    }

    /** The registry that tests share which neither stop it nor need it for themselves. */
    public static RunningRegistry shared() {
        return hastened("shared", Map.of());
    }

    /** The registry of this name, started with the first question for it and again when a test left it stopped. */
    public static RunningRegistry named(String name, Map<String, String> environment) {
        return started(name, () -> stoppedAtTheEnd(Checkout.root(), name, environment, null));
    }

    /**
     * The same on a clock of its own, which tests put forward instead of waiting: for the next code of an authenticator, or until what was
     * shown is not fresh.
     */
    public static RunningRegistry hastened(String name, Map<String, String> environment) {
        return started(name, () -> {
            MovedClock clock = new MovedClock(homes().resolve(name + ".clock"));
            Map<String, String> all = new HashMap<>(environment);
            all.put("SCEAU_REHEARSAL_CLOCK", clock.file().toString());
            return stoppedAtTheEnd(Checkout.root(), name, all, clock);
        });
    }

    private static synchronized RunningRegistry started(String name, Supplier<RunningRegistry> made) {
        RunningRegistry registry = BY_NAME.computeIfAbsent(name, key -> made.get());
        if (registry.process == null || !registry.process.isAlive()) {
            registry.start();
        }
        return registry;
    }

    /**
     * A registry that is not started yet and runs what another folder has, for archives of a test's own making.
     *
     * @param checkout laid out as the checkout is, as far as {@code ./run} asks for it
     */
    static RunningRegistry of(Path checkout, String name) {
        return stoppedAtTheEnd(checkout, name, Map.of(), null);
    }

    /** A registry of this checkout with settings of its own that is not started yet. */
    static RunningRegistry with(String name, Map<String, String> environment) {
        return stoppedAtTheEnd(Checkout.root(), name, environment, null);
    }

    private static RunningRegistry stoppedAtTheEnd(
            Path checkout, String name, Map<String, String> environment, @Nullable MovedClock clock) {
        RunningRegistry fresh = new RunningRegistry(checkout, name, environment, clock);
        Runtime.getRuntime().addShutdownHook(new Thread(fresh::kill));
        return fresh;
    }

    /** Starts it and returns when it is ready. */
    void start() {
        startUntil("ready", this::isReady);
    }

    /**
     * Starts it and returns when the condition holds. On a very busy machine the server itself sometimes fails in its own parallel boot,
     * before it has looked at our archive (a ConcurrentModificationException in its service locator): that is said aloud and tried once
     * more. Any other end, and a second one, is a failure.
     */
    void startUntil(String what, Callable<Boolean> condition) {
        long before = logLength();
        try {
            startOnce(what, condition);
        } catch (EndedAtStart ended) {
            if (!logSince(before).contains("Server failed to start")
                    || logSince(before).contains("org.sceau.registry")) {
                throw ended;
            }
            System.err.println(
                    "!! the server failed in its own boot, before our archive; starting once more: " + log());
            startOnce(what, condition);
        }
    }

    private static final class EndedAtStart extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        EndedAtStart(Path log) {
            super("the registry ended at its start, see " + log);
        }
    }

    private long logLength() {
        return log().toFile().length();
    }

    private String logSince(long start) {
        try {
            byte[] all = Files.readAllBytes(log());
            int from = (int) Math.min(start, all.length);
            return new String(all, from, all.length - from, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A build in the background ignores the interrupt of the keyboard, and so would everything it starts. */
    private List<String> command() {
        String run = checkout.resolve("run").toString();
        return interruptIsIgnored() ? List.of("env", "--default-signal=INT", run) : List.of(run);
    }

    private static boolean interruptIsIgnored() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(ignored -> (ignored & 2) != 0);
        } catch (IOException noSuchFile) {
            return false;
        }
    }

    private void startOnce(String what, Callable<Boolean> condition) {
        try {
            Files.createDirectories(home);
            if (clock != null) {
                clock.tell();
            }
            startOfWords = logLength();
            ProcessBuilder builder = new ProcessBuilder(command());
            builder.environment().keySet().removeIf(key -> key.startsWith("SCEAU_"));
            environment.forEach((name, value) -> builder.environment().put(name, value.replace(PORT, "" + port)));
            builder.environment().put("SCEAU_HOME", home.toString());
            builder.environment().put("SCEAU_PORT", Integer.toString(port));
            builder.environment().put("SCEAU_SKIP_BUILD", "true");
            builder.environment().put("SCEAU_LOOK_EVERY", "2");
            // Tests make the dossiers they speak of.
            builder.environment().putIfAbsent("SCEAU_DEMO_CASES", "false");
            process = builder.redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Patience.until(what + ", see " + log(), LONGEST_START, () -> {
            if (!running().isAlive()) {
                throw new EndedAtStart(log());
            }
            return condition.call();
        });
        if (clock != null) {
            // It took the instant of before its start for the one at which it read it.
            clock.tell();
        }
    }

    /** Whether it says that it is ready; one that does not listen is not. */
    boolean isReady() {
        try {
            return get("/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Sends a signal as a person or a service manager does, and returns the exit code. */
    int stop(String signal) {
        signal(signal);
        return ended();
    }

    /** The machine loses power, as far as the process can tell. */
    void kill() {
        Process alive = process;
        if (alive != null) {
            alive.destroyForcibly();
            ended();
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int ended() {
        try {
            if (!running().waitFor(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the registry does not stop, see " + log());
            }
            return running().exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    long pid() {
        return running().pid();
    }

    public int port() {
        return port;
    }

    public Path home() {
        return home;
    }

    Path log() {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    public URI uri(String path) {
        return URI.create(environment
                        .getOrDefault("SCEAU_PUBLIC_URL", "http://127.0.0.1:" + PORT)
                        .replace(PORT, "" + port)
                + path);
    }

    /** What the script and the server have printed since the last start. */
    String printed() {
        return logSince(startOfWords);
    }

    /** The demo account of a role, from the file that the first start wrote. */
    public JsonObject account(String username) {
        return accounts().stream()
                .filter(account -> account.getString("username").equals(username))
                .findFirst()
                .orElseThrow();
    }

    /** What time it is there. */
    public Instant now() {
        if (clock != null) {
            return clock.now();
        }
        String rehearsal = environment.get("SCEAU_REHEARSAL_CLOCK");
        try {
            return rehearsal == null
                    ? Instant.now()
                    : Instant.parse(Files.readString(Path.of(rehearsal)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it is as late there as that: at once where tests put the clock forward. */
    void await(String what, Instant instant) {
        if (clock != null) {
            clock.passTo(instant);
        } else {
            Patience.until(what, LONGEST_WAIT, () -> !now().isBefore(instant));
        }
    }

    /** Lets time pass there. */
    public void pass(Duration time) {
        if (clock == null) {
            throw new IllegalStateException("its clock is not moved");
        }
        clock.pass(time);
    }

    /** All demo accounts of that file. */
    List<JsonObject> accounts() {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(home.resolve("demo-accounts.json")))) {
            return List.copyOf(reader.readArray().getValuesAs(JsonObject.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String token(String username) {
        return account(username).getString("apiToken");
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofMinutes(3));
    }

    HttpRequest.Builder as(String username, String path) {
        return request(path).header("Authorization", "Bearer " + token(username));
    }

    /** What a program with this token is told. */
    public Answer getWith(String token, String path) {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    public Answer get(String path) {
        return send(request(path));
    }

    Answer getAs(String username, String path) {
        return send(as(username, path));
    }

    /** Sends a catalogue to the import interface as its administrator. */
    Answer post(String path, byte[] body) {
        return send(as("admin", path).POST(BodyPublishers.ofByteArray(body)));
    }

    Answer post(String path, BodyPublisher body) {
        return send(as("admin", path).POST(body));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many public visas the catalogue has. */
    long visas() {
        return get("/api/v1/catalogue?size=1").json().getJsonNumber("total").longValue();
    }

    /** Below the range from which the system gives local ports to connections, so that nobody takes it between two starts. */
    private static int freePort() {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
    }
}
