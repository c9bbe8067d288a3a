package org.sceau.trustlist.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A list signer in a PKCS#12 file: one private key with its certificate. */
public final class SignerStore {
    private static final String ALIAS = "list-signer";

    private SignerStore() {}

    /**
     * Reads the only key of a store.
     *
     * @param password protects store and key alike; not kept
     * @throws IOException       when the file cannot be read or the password is wrong
     * @throws KeyStoreException when the store holds no key, or several
     * @throws SignerUnsuitable  when the key is too weak or of another kind than a list takes
     */
    public static ListSigner load(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        List<String> aliases = Collections.list(store.aliases());
        if (aliases.size() != 1) {
            throw new KeyStoreException(file.getFileName() + " holds " + aliases.size() + " entries, not one");
        }
        Key key = store.getKey(aliases.get(0), password);
        if (key instanceof PrivateKey privateKey
                && store.getCertificate(aliases.get(0)) instanceof X509Certificate certificate) {
            return new KeySigner(privateKey, certificate);
        }
        throw new KeyStoreException(file.getFileName() + " holds no private key with an X.509 certificate");
    }

    /**
     * Writes a new store that its owner alone may read; on disk when the method returns.
     *
     * @throws java.nio.file.FileAlreadyExistsException when the file is there: a key is never overwritten
     */
    public static void store(Path file, PrivateKey key, X509Certificate certificate, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry(ALIAS, key, password, new Certificate[] {certificate});
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Set<StandardOpenOption> fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, fresh, ownerOnly);
                OutputStream out = Channels.newOutputStream(channel)) {
            store.store(out, password);
            channel.force(true);
        }
    }
}
