package org.sceau.registry.application.auditing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sceau.ledger.CanonicalJson;

/** Files that leave together, with one at their end that names each with its SHA-256. Nothing of them is held. */
public final class Parcel {
    private static final int LARGEST_LIST = 16 * 1024 * 1024;

    /** Where the files go, one after the other. */
    public interface Sink {
        /** @param name relative, of letters, digits, {@code / - .} */
        void begin(String name);

        void write(byte[] bytes);
    }

    private final Sink sink;
    private final List<Map<String, Object>> files = new ArrayList<>();

    Parcel(Sink sink) {
        this.sink = sink;
    }

    /** @param content hands over the text of the file, in parts */
    void file(String name, Consumer<Consumer<String>> content) {
        sink.begin(name);
        MessageDigest digest = sha256();
        long[] size = {0};
        content.accept(text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(bytes);
            size[0] += bytes.length;
            sink.write(bytes);
        });
        files.add(new TreeMap<>(
                Map.of("name", name, "bytes", size[0], "sha256", HexFormat.of().formatHex(digest.digest()))));
    }

    /** @param told what the list says besides the files */
    void close(Map<String, Object> told) {
        Map<String, Object> manifest = new TreeMap<>(told);
        manifest.put("files", files);
        sink.begin("manifest.json");
        sink.write(CanonicalJson.text(manifest, LARGEST_LIST).getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
