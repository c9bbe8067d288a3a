package org.sceau.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.sceau.trustlist.format.TrustListXml;
import org.sceau.trustlist.issuing.IssuePlan;
import org.sceau.trustlist.issuing.IssuedList;
import org.sceau.trustlist.issuing.TrustListIssuer;
import org.sceau.trustlist.signing.AnnouncedSigners;
import org.sceau.trustlist.signing.KeySigner;
import org.sceau.trustlist.signing.SignerCertificates;
import org.sceau.trustlist.signing.SignerKey;

/**
 * Issues one list of fictional visas and says what it cost, the start of the Java machine included in CPU seconds.
 *
 * <p>Arguments: number of services, output file ending {@code .xml}. Writes the signer beside it as {@code .key.pem} and
 * {@code .cert.pem}, so that another tool can sign the same content with the same key.
 */
public final class ListIssueBenchmark {
    private ListIssueBenchmark() {}

    public static void main(String[] arguments) throws IOException, CertificateEncodingException {
        PrintStream out = System.out;
        if (arguments.length != 2) {
            out.println("arguments: <services> <output.xml>");
            System.exit(64);
        }
        int services = Integer.parseInt(arguments[0]);
        Path target = Path.of(arguments[1]);
        Clock clock = Clock.systemUTC();
        Instant now = clock.instant();
        KeyPair keys = SignerKey.P256.generate();
        KeySigner signer = new KeySigner(
                keys.getPrivate(),
                SignerCertificates.selfSigned(
                        keys,
                        "FR",
                        SampleList.OPERATOR,
                        "Benchmark",
                        now.minus(Duration.ofDays(1)),
                        now.plus(Duration.ofDays(365))));
        pem(target, ".key.pem", "PRIVATE KEY", keys.getPrivate().getEncoded());
        pem(target, ".cert.pem", "CERTIFICATE", signer.certificate().getEncoded());

        Duration cpuBefore = cpu();
        long start = System.nanoTime();
        IssuedList issued = new TrustListIssuer(
                        new TrustListXml(SampleList.EXTENSION), AnnouncedSigners.only(signer.certificate()), clock)
                .issue(
                        SampleList.scheme(IssuePlan.SIX_MONTHS.first(now)),
                        SampleList.providers(services),
                        signer,
                        target);
        double wallSeconds = (System.nanoTime() - start) / 1e9;
        Duration cpuAfter = cpu();
        out.printf(
                Locale.ROOT,
                "services=%d bytes=%d issueWallSeconds=%.3f issueCpuSeconds=%.3f processCpuSeconds=%.3f%n",
                issued.services(),
                issued.sizeBytes(),
                wallSeconds,
                seconds(cpuAfter.minus(cpuBefore)),
                seconds(cpuAfter));
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static void pem(Path target, String suffix, String kind, byte[] der) throws IOException {
        Path file = target.resolveSibling(target.getFileName() + suffix);
        try (Writer text = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            text.write("-----BEGIN " + kind + "-----\n");
            text.write(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
            text.write("\n-----END " + kind + "-----\n");
        }
    }
}
