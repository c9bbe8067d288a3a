package org.sceau.it.judges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** xmlsec1, a signature tool in C, with the signer's certificate given by hand. */
final class XmlsecJudge {
    private static final String ALL_REFERENCES = "SignedInfo References (ok/all): 2/2";

    private XmlsecJudge() {}

    static List<String> complaints(Path list, X509Certificate signer) {
        try {
            Path certificate = Files.createTempFile("list-signer", ".pem");
            Path answer = Files.createTempFile("xmlsec1", ".txt");
            try {
                Files.writeString(certificate, pem(signer));
                int exit = start(
                                answer,
                                "xmlsec1",
                                "--verify",
                                "--enabled-reference-uris",
                                "empty,same-doc",
                                "--id-attr:Id",
                                "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
                                "--pubkey-cert-pem",
                                certificate.toString(),
                                list.toString())
                        .waitFor();
                String said = Files.readString(answer, StandardCharsets.UTF_8);
                return exit == 0 && said.contains(ALL_REFERENCES) ? List.of() : List.of("exit " + exit + ": " + said);
            } finally {
                Files.delete(certificate);
                Files.delete(answer);
            }
        } catch (IOException notRun) {
            throw new UncheckedIOException(notRun);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Process start(Path answer, String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start();
        } catch (IOException missing) {
            throw new AssertionError("xmlsec1 judges the lists; install it: apt-get install xmlsec1", missing);
        }
    }

    private static String pem(X509Certificate certificate) {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException noEncoding) {
            throw new IllegalArgumentException(noEncoding);
        }
    }
}
