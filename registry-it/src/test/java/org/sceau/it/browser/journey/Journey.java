package org.sceau.it.browser.journey;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sceau.it.browser.Rehearsal;
import org.sceau.it.house.House;
import org.sceau.it.server.RunningRegistry;
import org.sceau.registry.domain.scheme.SchemeVersion;

/** One matter and the people who work on it, each in a window of their own that stays open. */
final class Journey implements AutoCloseable {
    private final RunningRegistry registry = Rehearsal.registry();
    private final String product = "cas" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Manner manner;
    private @Nullable SchemeVersion scheme;
    private @Nullable String desk;
    private int news;

    private Journey(Manner manner) {
        this.manner = manner;
    }

    /** Tells it to its end. */
    static void tell(Story story, Manner manner) {
        try (Journey journey = new Journey(manner)) {
            try {
                story.tell(journey);
            } catch (AssertionError | RuntimeException failed) {
                journey.people
                        .values()
                        .forEach(person ->
                                person.left("failed-" + story.getClass().getSimpleName()));
                throw failed;
            }
        }
    }

    /** Whoever has this account. */
    Person as(String username) {
        return people.computeIfAbsent(username, name -> new Person(this, name));
    }

    /** Of a house that makes products. */
    Person vendor() {
        return as("halcyon");
    }

    /** Of a house that offers services. */
    Person provider() {
        return as("brume");
    }

    Person certifier() {
        return as("morvan");
    }

    /** Of Arvor Évaluation. */
    Person laboratory() {
        return as("guivarch");
    }

    Person reviewer() {
        return as("calvet");
    }

    Person decider() {
        return as("tual");
    }

    Person second() {
        return as("kerleo");
    }

    Visitor visitor() {
        return new Visitor(this);
    }

    RunningRegistry registry() {
        return registry;
    }

    Manner manner() {
        return manner;
    }

    /** What it is about; nothing else in the registry bears this word. */
    String product() {
        return product;
    }

    /** The version that was applied under. */
    SchemeVersion scheme() {
        if (scheme == null) {
            throw new IllegalStateException("nobody applied yet");
        }
        return scheme;
    }

    /** @param id as a form has it: {@code cspn-1.1} */
    void under(String id) {
        scheme = House.SCHEMES.all().stream()
                .filter(version -> version.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Address of the page of its dossier. */
    String desk() {
        if (desk == null) {
            throw new IllegalStateException("nobody applied yet");
        }
        return desk;
    }

    void at(String address) {
        desk = address;
    }

    /** The legal day of the registry. */
    LocalDate today() {
        return LocalDate.parse(registry.get("/api/v1/visas?limit=1").json().getString("asOf"));
    }

    /** How much was done so far. */
    int news() {
        return news;
    }

    /** @return how much was done with that */
    int did() {
        return ++news;
    }

    @Override
    public void close() {
        people.values().forEach(Person::close);
    }
}
