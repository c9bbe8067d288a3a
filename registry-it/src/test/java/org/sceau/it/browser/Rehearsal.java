package org.sceau.it.browser;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.sceau.it.access.DossierMaker;
import org.sceau.it.server.Caller;
import org.sceau.it.server.RunningRegistry;
import org.sceau.it.server.SecondFactor;

/** A registry on a clock that the tests move: what was shown six minutes ago is not fresh any more, and each code is of a minute of its own. */
public final class Rehearsal {
    private static final Duration NOT_FRESH = Duration.ofMinutes(6);

    private Rehearsal() {}

    public static RunningRegistry registry() {
        return RunningRegistry.hastened("casework", Map.of());
    }

    public static void pass(Duration time) {
        registry().pass(time);
    }

    /** Signs in, and waits until whatever was shown is not fresh. */
    static void comeStale(Window window, String username) {
        come(window, username);
        pass(NOT_FRESH);
    }

    static void come(Window window, String username) {
        pass(Duration.ofMinutes(1));
        window.signIn(username);
    }

    public static String code(String username) {
        pass(Duration.ofMinutes(1));
        return SecondFactor.code(registry(), username).orElseThrow();
    }

    /** A dossier of Halcyon Cards that waits to be looked at. */
    static Made submitted() {
        String product = fresh();
        return made(product, maker(product).submitted(true));
    }

    /** One that is evaluated by Arvor Évaluation. */
    static Made atWork() {
        String product = fresh();
        pass(Duration.ofMinutes(1));
        return made(product, maker(product).atWork(true));
    }

    /** One that waits for its decision. */
    static Made decidable() {
        String product = fresh();
        pass(Duration.ofMinutes(1));
        DossierMaker maker = maker(product);
        return made(product, maker.decidable(maker.atWork(true)));
    }

    /** One whose decision Marc Tual proposed. */
    static Made proposed() {
        String product = fresh();
        pass(Duration.ofMinutes(1));
        DossierMaker maker = maker(product);
        String dossier = maker.decidable(maker.atWork(true));
        pass(Duration.ofMinutes(1));
        maker.propose(dossier);
        return made(product, dossier);
    }

    /**
     * A dossier.
     *
     * @param product what its product is called; nothing else bears this word
     * @param desk    address of its page
     */
    record Made(String product, String desk) {
        String english() {
            return "/en" + desk;
        }
    }

    private static Made made(String product, String address) {
        return new Made(product, "/desk/dossiers/" + address.substring(address.lastIndexOf('/') + 1));
    }

    private static DossierMaker maker(String product) {
        RunningRegistry registry = registry();
        String laboratory =
                registry.get("/api/v1/labs").json().getJsonArray("laboratories").getValuesAs(JsonObject.class).stream()
                        .filter(lab -> lab.getString("name").equals("Arvor Évaluation"))
                        .map(lab -> lab.getString("id"))
                        .findFirst()
                        .orElseThrow();
        return new DossierMaker(
                registry,
                new Caller(registry, "halcyon"),
                new Caller(registry, "guivarch"),
                laboratory,
                product,
                product);
    }

    private static String fresh() {
        return "cas" + UUID.randomUUID().toString().substring(0, 8);
    }
}
