package org.sceau.trustlist.issuing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Puts a file in place whole or not at all: beside its target, fsync, atomic rename, fsync of the directory. */
final class ListFile {
    private ListFile() {}

    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Replaces {@code target}; nothing is left behind when {@code content} fails. */
    static void put(Path target, Content content) throws IOException {
        Path directory = directoryOf(target);
        Path beside = directory.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel =
                            FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                content.writeTo(out);
                channel.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        // The rename itself must survive a power cut.
        try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    /**
     * Name of the digest companion: the last extension replaced (clause 6.1), as existing readers look for it.
     *
     * @throws IllegalArgumentException when the list is named neither .xml nor .xtsl
     */
    static Path digestOf(Path list) {
        String name = String.valueOf(list.getFileName());
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot);
        if (!extension.equals(".xml") && !extension.equals(".xtsl")) {
            throw new IllegalArgumentException("a list is named .xml or .xtsl, not " + name);
        }
        return list.resolveSibling(name.substring(0, dot) + ".sha2");
    }

    private static Path directoryOf(Path target) {
        Path directory = target.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IllegalArgumentException("no directory holds " + target);
        }
        return directory;
    }
}
