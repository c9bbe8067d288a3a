package org.sceau.registry.infrastructure.schemes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** One YAML file, read within bounds: 128 KiB, twelve levels deep, one document, no anchor and no alias. */
final class DefinitionFile {
    static final int MAX_BYTES = 128 * 1024;
    private static final int MAX_DEPTH = 12;

    private DefinitionFile() {}

    /** The outermost mapping of the file. */
    static Entry read(String file, InputStream bytes) throws IOException {
        byte[] content = bytes.readNBytes(MAX_BYTES + 1);
        if (content.length > MAX_BYTES) {
            throw new BrokenDefinition(file, 0, "too-large", "at most " + MAX_BYTES + " bytes");
        }
        String text = decode(file, content);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MAX_BYTES)
                .setUseMarks(true)
                .build();
        try {
            checkShape(file, text, settings);
            Node root = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new BrokenDefinition(file, 0, "not-yaml", "the file is empty"));
            if (root instanceof MappingNode mapping) {
                return Entry.ofFile(file, sha256(content), mapping);
            }
            throw new BrokenDefinition(file, 1, "wrong-type", "a definition is a mapping");
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            throw new BrokenDefinition(file, line, "not-yaml", String.valueOf(broken.getProblem()));
        } catch (YamlEngineException broken) {
            throw new BrokenDefinition(file, 0, "not-yaml", String.valueOf(broken.getMessage()));
        }
    }

    /** Looks at the events before any tree is built: what is too deep or shared is refused in constant memory. */
    private static void checkShape(String file, String text, LoadSettings settings) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias ->
                    throw new BrokenDefinition(file, line, "alias", "a definition says everything in its place");
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                throw new BrokenDefinition(file, line, "too-deep", "at most " + MAX_DEPTH + " levels");
            }
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decode(String file, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new BrokenDefinition(file, 0, "not-utf-8", "a definition is UTF-8");
        }
    }
}
