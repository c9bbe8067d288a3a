package org.sceau.it.access;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sceau.it.server.Checkout;
import org.sceau.registry.web.address.View;

/** What the archive answers beside the REST interface: pages, desks, their actions, servlets and files; and what is expected of each. */
final class Screens {
    private static final String FILE = "/access/screens.csv";
    private static final String DESKS = "org.sceau.registry.web.desk.DeskView";
    private static final String SERVLET = "jakarta.servlet.annotation.WebServlet";
    private static final String ACTION = "action ";
    private static final String ACT = "act ";
    private static final String DESK = "desk ";
    private static final int BEFORE_PRINCIPALS = 2;
    private static final Pattern MAPPED = Pattern.compile("<url-pattern>([^<]+)</url-pattern>");
    private static final Pattern FORM_OR_ACT =
            Pattern.compile("<h:form id=\"([^\"]+)\"|<[hp]:command\\w+ id=\"([^\"]+)\"[^>]* action=\"#\\{([\\w.]+)}\"");

    /** What a plain form does: said by the form itself or by what it includes. */
    private static final Pattern PLAIN_ACT =
            Pattern.compile("<(?:ui:param|input type=\"hidden\") name=\"act\" value=\"([a-z-]+)\"/>");

    private Screens() {}

    /**
     * An address.
     *
     * @param what    what answers it, as {@link #all} names it
     * @param address may have variables
     */
    record Row(String what, String address, Map<Principal, Character> cells) {
        boolean isAction() {
            return what.startsWith(ACTION);
        }

        char expected(Principal who) {
            return Objects.requireNonNull(cells.get(who));
        }

        /** Whether it is an act of a plain form. */
        boolean isAct() {
            return what.startsWith(ACT);
        }

        /** Whether it is a page of somebody's work. */
        boolean isDesk() {
            return what.startsWith(DESK);
        }

        /** Its name, as the form sends it. */
        String act() {
            return what.substring(what.lastIndexOf(' ') + 1);
        }

        /** What the page has that offers the act; a step that asks for a reason has a part of its own. */
        String offered() {
            return what.contains("/sure.xhtml") ? "id=\"sure\"" : "name=\"act\" value=\"" + act() + "\"";
        }

        /** The id of what is pressed. */
        String pressed() {
            return Objects.requireNonNull(actions().get(what.substring(ACTION.length())), what);
        }
    }

    /** What there is, from the code and the folders of the archive. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>();
        Arrays.stream(View.values()).forEach(view -> all.add("page " + view));
        desks().forEach(desk -> all.add(DESK + desk));
        mappings().forEach(pattern -> all.add("mapping " + pattern));
        files().forEach(file -> all.add("file /" + file));
        actions().keySet().forEach(action -> all.add(ACTION + action));
        acts().forEach(act -> all.add(ACT + act));
        return all;
    }

    private static List<String> desks() {
        try {
            return Arrays.stream(Class.forName(DESKS).getEnumConstants())
                    .map(String::valueOf)
                    .toList();
        } catch (ClassNotFoundException moved) {
            throw new IllegalStateException(moved);
        }
    }

    /** Addresses that the deployment descriptor and the servlets' own annotations name; not those that catch everything. */
    private static Set<String> mappings() {
        Set<String> mappings = new TreeSet<>();
        Matcher mapped = MAPPED.matcher(text(archive().resolve("WEB-INF/web.xml")));
        while (mapped.find()) {
            mappings.add(mapped.group(1));
        }
        for (JavaClass type : new ClassFileImporter().importPackages("org.sceau.registry.web")) {
            type.tryGetAnnotationOfType(SERVLET)
                    .ifPresent(servlet -> Stream.of("value", "urlPatterns")
                            .flatMap(member -> servlet.get(member).stream())
                            .flatMap(patterns -> Arrays.stream((Object[]) patterns))
                            .forEach(pattern -> mappings.add(String.valueOf(pattern))));
        }
        mappings.remove("/*");
        return mappings;
    }

    private static List<String> files() {
        try (Stream<Path> files = Files.walk(archive())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> archive().relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the forms of the desks do, by {@code file bean.method}; the value is the id of what is pressed. */
    static Map<String, String> actions() {
        Map<String, String> actions = new TreeMap<>();
        files().stream().filter(file -> file.startsWith("views/")).forEach(file -> {
            Matcher found = FORM_OR_ACT.matcher(text(archive().resolve(file)));
            String form = "";
            while (found.find()) {
                if (found.group(1) != null) {
                    form = found.group(1);
                } else {
                    actions.put(file.substring("views/".length()) + " " + found.group(3), form + ":" + found.group(2));
                }
            }
        });
        return actions;
    }

    /** What plain forms do, by {@code file act}. */
    private static Set<String> acts() {
        Set<String> acts = new TreeSet<>();
        files().stream().filter(file -> file.endsWith(".xhtml")).forEach(file -> {
            Matcher found = PLAIN_ACT.matcher(text(archive().resolve(file)));
            while (found.find()) {
                acts.add(file.replaceFirst("^(views|WEB-INF)/", "") + " " + found.group(1));
            }
        });
        return acts;
    }

    private static Path archive() {
        return Checkout.root().resolve("registry-web/src/main/webapp");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> rows() {
        List<String> lines = Matrix.lines(FILE);
        return lines.subList(1, lines.size()).stream()
                .map(Matrix::fields)
                .map(Screens::row)
                .toList();
    }

    private static Row row(List<String> fields) {
        if (fields.size() != BEFORE_PRINCIPALS + Principal.values().length) {
            throw new IllegalStateException("a column is missing or too many: " + fields);
        }
        Map<Principal, Character> cells = new EnumMap<>(Principal.class);
        for (Principal who : Principal.values()) {
            cells.put(who, fields.get(BEFORE_PRINCIPALS + who.ordinal()).charAt(0));
        }
        return new Row(fields.get(0), fields.get(1), cells);
    }
}
