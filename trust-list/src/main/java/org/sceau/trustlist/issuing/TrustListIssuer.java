package org.sceau.trustlist.issuing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import org.sceau.trustlist.format.Splice;
import org.sceau.trustlist.format.TrustListXml;
import org.sceau.trustlist.model.Provider;
import org.sceau.trustlist.model.SchemeInformation;
import org.sceau.trustlist.signing.AnnouncedSigners;
import org.sceau.trustlist.signing.DigestAlgorithm;
import org.sceau.trustlist.signing.ListSigner;
import org.sceau.trustlist.signing.SignerProfile;
import org.sceau.trustlist.signing.SignerUnsuitable;
import org.sceau.trustlist.signing.XadesSignature;

/** Issues a list: writes, digests and signs it in one pass, in memory that does not grow with it. */
public final class TrustListIssuer {
    private static final int BUFFER_BYTES = 1 << 16;

    private final TrustListXml format;
    private final AnnouncedSigners announced;
    private final Clock clock;

    /**
     * @param announced the only signers whose lists readers trust; no other signs
     * @param clock     gives the signing time and the day on which the signer must be valid
     */
    public TrustListIssuer(TrustListXml format, AnnouncedSigners announced, Clock clock) {
        this.format = format;
        this.announced = announced;
        this.clock = clock;
    }

    /**
     * Writes the signed list, then its {@code .sha2} companion; each appears whole or not at all, and is on disk when
     * the method returns. An existing file is replaced, so a caller that keeps editions gives each its own name.
     *
     * @param providers read once, in order
     * @param target    named {@code .xml} or {@code .xtsl}, in a directory that exists
     * @return what was written
     * @throws SignerUnsuitable when the signer's certificate may not sign this list now, or was not announced; nothing was
     *                          written
     * @throws IssueRefused     {@code clock-behind-this-issue} when the clock is before the issue date, {@code
     *                          list-signing-failed} when the key does not sign
     * @throws IOException      when the disk refuses; the target is then as it was
     */
    public IssuedList issue(SchemeInformation scheme, Iterator<Provider> providers, ListSigner signer, Path target)
            throws IOException {
        Path digestFile = ListFile.digestOf(target);
        Instant now = clock.instant();
        Instant issuedAt = scheme.issue().issuedAt();
        if (now.isBefore(issuedAt)) {
            throw new IssueRefused(IssueRefused.CLOCK_BEHIND_THIS_ISSUE, "it is " + now + ", not yet " + issuedAt);
        }
        announced.require(signer.certificate(), now);
        SignerProfile.require(signer.certificate(), scheme, now);

        XadesSignature signature = new XadesSignature(signer);
        OnePass pass = new OnePass(signature, now);
        ListFile.put(target, file -> pass.run(scheme, providers, file));
        String sha256 = HexFormat.of().formatHex(pass.fileDigest.digest());
        // Readers expect hexadecimal digits and nothing else: no name, no line end.
        ListFile.put(digestFile, out -> out.write(sha256.getBytes(StandardCharsets.US_ASCII)));
        return new IssuedList(
                target,
                digestFile,
                pass.sizeBytes,
                sha256,
                Base64.getEncoder().encodeToString(pass.documentDigest),
                pass.content.providers(),
                pass.content.services());
    }

    /** What one pass over the list leaves behind. */
    private final class OnePass {
        private final XadesSignature signature;
        private final Instant signingTime;
        private final MessageDigest fileDigest = DigestAlgorithm.SHA256.start();
        private byte[] documentDigest = new byte[0];
        private TrustListXml.Content content = new TrustListXml.Content(0, 0);
        private long sizeBytes;

        OnePass(XadesSignature signature, Instant signingTime) {
            this.signature = signature;
            this.signingTime = signingTime;
        }

        void run(SchemeInformation scheme, Iterator<Provider> providers, OutputStream file) throws IOException {
            MessageDigest canonical = signature.digest().start();
            Splice sign = () -> {
                documentDigest = canonical.digest();
                try {
                    return signature.over(documentDigest, signingTime);
                } catch (GeneralSecurityException notSigned) {
                    throw new IssueRefused(IssueRefused.SIGNING_FAILED, notSigned);
                }
            };
            OutputStream counted = new DigestOutputStream(new BufferedOutputStream(file, BUFFER_BYTES), fileDigest) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    super.write(bytes, offset, length);
                    sizeBytes += length;
                }
            };
            content = format.write(
                    scheme,
                    providers,
                    counted,
                    new DigestOutputStream(OutputStream.nullOutputStream(), canonical),
                    sign);
        }
    }
}
