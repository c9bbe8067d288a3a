package org.sceau.it.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sceau.it.server.Answer;

/** All that somebody can read: every GET of the REST interface, of everything there is, with lists and searches at their widest; every page. */
final class Reading {
    private final Estate estate;
    private final Visit visit;
    private final ScreensVisit screens;

    Reading(Estate estate) {
        this.estate = estate;
        this.visit = new Visit(estate);
        this.screens = new ScreensVisit(estate);
    }

    /** What somebody reads at an address, headers and all. */
    record Page(String address, String text) {}

    List<Page> everything(Principal who) {
        List<Page> read = new ArrayList<>();
        Visit.cells(Matrix.rows()).stream()
                .filter(cell -> cell.who() == who && cell.row().route().startsWith("GET "))
                .forEach(cell -> read.add(new Page(
                        cell.row().route() + " " + cell.whose(), visit.ask(cell).whole())));
        lists().forEach(address -> read.add(of(address, visit.get(who, address))));
        Stream.concat(
                        Screens.rows().stream()
                                .filter(row -> !row.what().startsWith("file "))
                                .map(row -> screens.filled(row.address(), who)),
                        searches())
                .forEach(address -> read.add(of(address, screens.get(who, address))));
        return read;
    }

    private static Page of(String address, Answer answer) {
        return new Page(address, answer.headers().map() + "\n" + answer.text());
    }

    /** Lists of the interface, as long as they may be, and those that ask about something. */
    private Stream<String> lists() {
        List<String> lists = new ArrayList<>(List.of(
                "/api/v1/dossiers?limit=200",
                "/api/v1/notices?limit=200",
                "/api/v1/tasks?limit=200",
                "/api/v1/vulnerabilities?limit=200",
                "/api/v1/decisions?limit=200",
                "/api/v1/visas?limit=200",
                "/api/v1/catalogue?size=100"));
        for (String slug : List.of(
                "EUCC-3090-2026-9801", "EUCC-3090-2026-9802", estate.published().slug())) {
            String visa = estate.registry().get("/api/v1/visas/" + slug).json().getString("id");
            for (String list : List.of("dossiers", "decisions", "remedies")) {
                lists.add("/api/v1/" + list + "?visa=" + visa);
            }
        }
        for (String dossier : List.of(
                estate.of(Principal.House.HALCYON).dossier(),
                estate.of(Principal.House.BRUME).dossier(),
                estate.undecided().dossier(),
                estate.published().dossier())) {
            lists.add("/api/v1/decisions?dossier=" + dossier);
        }
        for (Canary canary : Canary.values()) {
            lists.add("/api/v1/catalogue?size=100&q=" + canary.beginning());
        }
        return lists.stream();
    }

    /** The search of the pages, by the beginning of each word: what was asked for is not said back. */
    private static Stream<String> searches() {
        return Stream.of(Canary.values())
                .flatMap(canary -> Stream.of("/catalogue?q=", "/en/catalogue?q=", "/fr/catalogue?q=")
                        .map(address -> address + canary.beginning()));
    }
}
