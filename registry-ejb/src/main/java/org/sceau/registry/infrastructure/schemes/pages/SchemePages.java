package org.sceau.registry.infrastructure.schemes.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sceau.registry.application.describing.Phrase;
import org.sceau.registry.application.describing.SchemeTable;
import org.sceau.registry.application.describing.SchemeTables;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;

/**
 * One Markdown page per scheme version and an index of them: what an officer checks against the law. English, with the French beside it.
 * Committed below {@code docs/schemes/}.
 */
public final class SchemePages {
    private static final String UNVERIFIED = "⚠ **unverified**";

    private final Schemes schemes;
    private final SchemeTables tables;

    public SchemePages(Schemes schemes) {
        this.schemes = schemes;
        this.tables = new SchemeTables(schemes);
    }

    /** The text of every page by its file name, {@code README.md} among them. */
    public Map<String, String> all() {
        Map<String, String> pages = new TreeMap<>();
        schemes.all().forEach(version -> pages.put(file(version), page(version)));
        pages.put("README.md", index());
        return pages;
    }

    private String index() {
        StringBuilder text = new StringBuilder("# Schemes\n\n");
        text.append(
                        "*En bref.* Chaque version de règles en tableaux, avec la source de chaque ligne ; ⚠ marque ce que personne n'a lu ")
                .append("dans sa source.\n\n")
                .append(
                        "What each [definition](../formats/scheme-definition.md) says, as tables to check against the law. Generated from ")
                .append(
                        "the definitions: change those, not these pages\n(`mvn -pl registry-ejb -am test -Dsceau.regenerate=true`).\n\n")
                .append("| family | version | rules | unverified | procedure |\n|---|---|---|---|---|\n");
        for (Family family : schemes.families()) {
            for (SchemeVersion version : schemes.ofFamily(family.id())) {
                text.append("| ")
                        .append(both(
                                new Phrase(family.label().fr(), family.label().en())))
                        .append(" | [")
                        .append(version.id())
                        .append("](")
                        .append(file(version))
                        .append(") | ")
                        .append(tables.all(version).stream()
                                .mapToInt(table -> table.rows().size())
                                .sum())
                        .append(" | ")
                        .append(unverified(tables.all(version)))
                        .append(" | ")
                        .append(version.conduct().isPresent() ? "yes" : "not yet")
                        .append(" |\n");
            }
        }
        return text.toString();
    }

    private String page(SchemeVersion version) {
        List<SchemeTable> all = tables.all(version);
        StringBuilder text = new StringBuilder("# ")
                .append(version.label().en())
                .append("\n\n*")
                .append(version.label().fr())
                .append("*\n\n")
                .append("`")
                .append(version.id())
                .append("`, family ")
                .append(schemes.family(version.family())
                        .map(family -> family.label().en())
                        .orElse(version.family().value()))
                .append(". Generated from its [definition](../../registry-ejb/src/main/resources/schemes/")
                .append(version.id())
                .append(".yaml); [all schemes](README.md).\n\n");
        long unverified = unverified(all);
        text.append(
                unverified == 0
                        ? "Every row rests on a source that was read.\n"
                        : UNVERIFIED + ": " + unverified + (unverified == 1 ? " row rests" : " rows rest")
                                + " on a source that nobody has read.\n");
        for (SchemeTable table : all) {
            text.append("\n## ").append(table.title().en());
            if (!table.title().fr().equals(table.title().en())) {
                text.append(" / ").append(table.title().fr());
            }
            text.append("\n\n");
            if (table.id().equals("moves")) {
                version.conduct()
                        .ifPresent(conduct -> text.append(StageGraph.of(conduct.procedure()))
                                .append("\nNumbers on arrows are those of the moves.\n\n"));
            }
            write(text, table);
        }
        return text.toString();
    }

    private static void write(StringBuilder text, SchemeTable table) {
        List<String> headings =
                new ArrayList<>(table.columns().stream().map(SchemePages::both).toList());
        headings.add("Source");
        line(text, headings);
        line(text, headings.stream().map(heading -> "---").toList());
        for (SchemeTable.Row row : table.rows()) {
            List<String> cells =
                    new ArrayList<>(row.cells().stream().map(SchemePages::cell).toList());
            cells.add((row.verified() ? "" : UNVERIFIED + "<br>") + escaped(row.source()));
            line(text, cells);
        }
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** English lines, then the French ones where they differ. */
    private static String cell(List<Phrase> lines) {
        List<String> texts = new ArrayList<>();
        lines.forEach(line -> texts.add(escaped(line.en())));
        lines.stream()
                .filter(line -> !line.fr().equals(line.en()))
                .forEach(line -> texts.add("*" + escaped(line.fr()) + "*"));
        return String.join("<br>", texts);
    }

    private static String both(Phrase phrase) {
        return cell(List.of(phrase));
    }

    /** What Markdown or a table would take for its own stands as itself. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("<", "&lt;")
                .replace("[", "\\[");
    }

    private static long unverified(List<SchemeTable> tables) {
        return tables.stream().mapToLong(SchemeTable::unverified).sum();
    }

    private static String file(SchemeVersion version) {
        return version.id() + ".md";
    }
}
