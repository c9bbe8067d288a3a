package org.sceau.registry.invariants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tests, and assertions of walks, whose name begins with the numbers of what they hold, found in the sources of all modules: no module sees the tests of every
 * other one as classes. A method that nobody runs is none.
 *
 * @param byNumber class and method of each test, by number
 */
record NumberedTests(SortedMap<Integer, SortedSet<String>> byNumber) {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** What tests of one sort are called; the first group holds their numbers. */
    enum Sort {
        /** {@code invariant_49_and_50_…} */
        INVARIANT("invariant_(\\d+(?:_and_\\d+)*)_\\w+"),
        /** {@code S04_…} */
        SCENARIO("S(\\d+(?:_and_\\d+)*)_\\w+"),
        /** {@code holds_14_…}: what a random walk asks after each act; no test by itself. */
        WALK("holds_(\\d+(?:_and_\\d+)*)_\\w+");

        private final Pattern method;

        Sort(String name) {
            method = Pattern.compile("\\bvoid (?<name>" + name + ")\\(");
        }
    }

    /** Those of a sort in the sources below folders; a folder that is not there holds none. */
    static NumberedTests below(List<Path> folders, Sort sort) throws IOException {
        SortedMap<Integer, SortedSet<String>> found = new TreeMap<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(NumberedTests::mayHoldTests).toList()) {
                        String type = file.getFileName().toString().replace(".java", "");
                        collect(type, Files.readString(file), sort, found);
                    }
                }
            }
        }
        return new NumberedTests(found);
    }

    /** Those of a sort in the source of one class. */
    static NumberedTests in(String type, String source, Sort sort) {
        SortedMap<Integer, SortedSet<String>> found = new TreeMap<>();
        collect(type, source, sort, found);
        return new NumberedTests(found);
    }

    /** The classes of this room write names of tests that are none. */
    private static boolean mayHoldTests(Path file) {
        return file.toString().endsWith(".java")
                && !"invariants"
                        .equals(java.util.Objects.requireNonNull(file.getParent())
                                .getFileName()
                                .toString());
    }

    private static void collect(String type, String source, Sort sort, SortedMap<Integer, SortedSet<String>> found) {
        List<String> lines = source.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            Matcher method = sort.method.matcher(lines.get(line));
            if (method.find() && (sort == Sort.WALK || runs(lines, line))) {
                Matcher number = NUMBER.matcher(method.group(2));
                while (number.find()) {
                    found.computeIfAbsent(Integer.valueOf(number.group()), any -> new TreeSet<>())
                            .add(type + "." + method.group("name"));
                }
            }
        }
    }

    /** Whether what stands above a method, up to an empty line, makes a test of it. */
    private static boolean runs(List<String> lines, int method) {
        boolean test = false;
        for (int line = method - 1; line >= 0 && !lines.get(line).isBlank(); line--) {
            String annotation = lines.get(line).strip();
            if (annotation.startsWith("@Disabled")) {
                return false;
            }
            test |= annotation.startsWith("@Test") || annotation.startsWith("@ParameterizedTest");
        }
        return test;
    }
}
