package org.sceau.registry.infrastructure.keystore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.proving.SecretBox;

/**
 * Secrets sealed by AES-256-GCM under the key in {@code keys/factors.key} of the data folder, which is made with the first of them. Whoever
 * has the database without this file has no secret; nodes of one registry need the same file.
 *
 * <p>What is sealed reads {@code <first 8 digits of the key's SHA-256>.<base64url of nonce and text>}, so that a wrong key says so.
 */
@ApplicationScoped
public class FileSecretBox implements SecretBox {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FileSecretBox() {
        this.file = null;
    }

    @Inject
    public FileSecretBox(Settings settings) {
        this.file = settings.home().resolve("keys").resolve("factors.key");
    }

    @Override
    public String seal(byte[] secret, String about) {
        byte[] key = key();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, secret, about);
        byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return idOf(key) + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    @Override
    public byte[] open(String sealed, String about) {
        byte[] key = key();
        if (!sealed.startsWith(idOf(key) + ".")) {
            throw new IllegalStateException("sealed with another key than " + file);
        }
        byte[] both = Base64.getUrlDecoder().decode(sealed.substring(sealed.indexOf('.') + 1));
        byte[] nonce = java.util.Arrays.copyOf(both, NONCE_BYTES);
        return cipher(
                Cipher.DECRYPT_MODE, key, nonce, java.util.Arrays.copyOfRange(both, NONCE_BYTES, both.length), about);
    }

    private static byte[] cipher(int mode, byte[] key, byte[] nonce, byte[] text, String about) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed secret does not open", e);
        }
    }

    private static String idOf(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException(file + " is no key of " + KEY_BYTES + " bytes");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, for its owner's eyes only; of two that make it at once the first one's stays. */
    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling("factors-" + UUID.randomUUID() + ".part");
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        try {
            if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(fresh);
            }
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(key));
                channel.force(true);
            }
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException made) {
            // By another thread or node: that one counts.
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
