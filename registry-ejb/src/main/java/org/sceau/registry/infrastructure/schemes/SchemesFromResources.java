package org.sceau.registry.infrastructure.schemes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;

/** Loads the definitions that come with the registry, below {@code schemes/} on the class path. */
public final class SchemesFromResources {
    static final String FAMILIES = "families.yaml";
    /** Names the definition files: resources inside a WAR cannot be listed. */
    static final String INDEX = "index.txt";

    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,90}\\.yaml");
    private static final int MAX_FILES = 200;

    private SchemesFromResources() {}

    /**
     * Reads every definition that the index names.
     *
     * @param loader sees {@code schemes/index.txt}, {@code schemes/families.yaml} and the files of the index
     * @throws BrokenDefinition when any of them cannot be used
     */
    public static Schemes load(ClassLoader loader) {
        return load(name -> loader.getResourceAsStream("schemes/" + name));
    }

    /** Reads every definition that the index of a source names. */
    static Schemes load(DefinitionSource source) {
        List<Family> families = FamiliesReader.read(read(source, FAMILIES));
        Set<FamilyId> known = families.stream().map(Family::id).collect(Collectors.toSet());
        Set<FamilyId> served = new HashSet<>();
        List<SchemeVersion> versions = new ArrayList<>();
        for (String file : index(source)) {
            SchemeVersion version = SchemeVersionReader.read(file, read(source, file), known);
            served.add(version.family());
            versions.add(version);
        }
        families.stream().filter(f -> !served.contains(f.id())).findFirst().ifPresent(family -> {
            throw new BrokenDefinition(
                    FAMILIES, 0, "family-without-scheme", family.id().value());
        });
        return new Schemes(families, versions);
    }

    /** The text of every file that the index names, in its order. */
    static Map<String, String> texts(ClassLoader loader) {
        DefinitionSource source = name -> loader.getResourceAsStream("schemes/" + name);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : index(source)) {
            try (InputStream bytes = open(source, file)) {
                texts.put(file, new String(bytes.readNBytes(DefinitionFile.MAX_BYTES + 1), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return texts;
    }

    /** Whether a definition file may bear this name. */
    static boolean isFileName(String name) {
        return FILE_NAME.matcher(name).matches();
    }

    private static List<String> index(DefinitionSource source) {
        String text;
        try (InputStream bytes = open(source, INDEX)) {
            text = new String(bytes.readNBytes(DefinitionFile.MAX_BYTES), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<String> files = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (files.size() > MAX_FILES) {
            throw new BrokenDefinition(INDEX, 0, "too-large", "at most " + MAX_FILES + " files");
        }
        Set<String> seen = new HashSet<>();
        for (String file : files) {
            if (!isFileName(file)) {
                throw new BrokenDefinition(INDEX, 0, "file-name", file);
            }
            if (!seen.add(file)) {
                throw new BrokenDefinition(INDEX, 0, "duplicate-id", file);
            }
        }
        return files;
    }

    private static Entry read(DefinitionSource source, String file) {
        try (InputStream bytes = open(source, file)) {
            return DefinitionFile.read(file, bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(DefinitionSource source, String file) {
        InputStream bytes = source.open(file);
        if (bytes == null) {
            throw new BrokenDefinition(file, 0, "missing-file", "there is no such file");
        }
        return bytes;
    }
}
