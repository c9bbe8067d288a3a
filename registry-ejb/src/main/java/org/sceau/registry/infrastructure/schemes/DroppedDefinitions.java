package org.sceau.registry.infrastructure.schemes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.revising.DroppedFiles;

/** The folder {@code SCEAU_SCHEMES}, else {@code schemes/} of the data folder. No link is followed out of it. */
@ApplicationScoped
public class DroppedDefinitions implements DroppedFiles {
    private static final Logger LOG = Logger.getLogger(DroppedDefinitions.class.getName());

    private final Path folder;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DroppedDefinitions() {
        this.folder = null;
    }

    @Inject
    public DroppedDefinitions(Settings settings) {
        this(settings.schemes());
    }

    public DroppedDefinitions(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Dropped> all() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, DroppedDefinitions::isDefinition)) {
            for (Path entry : entries) {
                files.add(entry);
                if (files.size() == MOST) {
                    LOG.warning(() -> "only " + MOST + " files of " + folder + " are looked at");
                    break;
                }
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException | DirectoryIteratorException unreadable) {
            LOG.log(Level.WARNING, "the folder of definitions cannot be read: " + folder, unreadable);
            return List.of();
        }
        return files.stream().sorted().flatMap(file -> read(file).stream()).toList();
    }

    @Override
    public Optional<Dropped> find(String name) {
        return SchemesFromResources.isFileName(name)
                ? Optional.of(folder.resolve(name))
                        .filter(DroppedDefinitions::isDefinition)
                        .flatMap(DroppedDefinitions::read)
                : Optional.empty();
    }

    private static boolean isDefinition(Path file) {
        return SchemesFromResources.isFileName(String.valueOf(file.getFileName()))
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** A file that vanishes or cannot be read is not there. */
    private static Optional<Dropped> read(Path file) {
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(
                    new Dropped(String.valueOf(file.getFileName()), bytes.readNBytes(DefinitionFile.MAX_BYTES + 1)));
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "a definition cannot be read: " + file, unreadable);
            return Optional.empty();
        }
    }
}
