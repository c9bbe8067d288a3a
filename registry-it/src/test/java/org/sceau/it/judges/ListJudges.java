package org.sceau.it.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;

/** Asks the schema of v2.4.1, the reference library and xmlsec1 about a trust list, each on its own. */
public final class ListJudges {
    private ListJudges() {}

    /**
     * All three accept the list, and its {@code .sha2} companion is the one the reference library expects.
     *
     * @param list   a signed list named {@code .xml}; its next update lies ahead of the machine's clock
     * @param signer the only certificate trusted to sign it
     */
    public static void assertAccepted(Path list, X509Certificate signer) {
        SoftAssertions verdicts = new SoftAssertions();
        verdicts.assertThat(SchemaJudge.complaints(list)).as("schema v2.4.1").isEmpty();
        verdicts.assertThat(ReferenceLibraryJudge.complaints(list, signer))
                .as("reference library")
                .isEmpty();
        verdicts.assertThat(ReferenceLibraryJudge.complaintsOfDigest(list))
                .as("reference library, .sha2")
                .isEmpty();
        verdicts.assertThat(XmlsecJudge.complaints(list, signer)).as("xmlsec1").isEmpty();
        verdicts.assertAll();
    }

    /**
     * The reference library accepts the list for readers who trust all announced signers, and xmlsec1 for one of them.
     *
     * @param announced the only certificates trusted to sign it
     */
    public static void assertAccepted(Path list, Set<X509Certificate> announced) {
        assertThat(SchemaJudge.complaints(list)).as("schema v2.4.1").isEmpty();
        assertThat(ReferenceLibraryJudge.complaints(list, announced))
                .as("reference library")
                .isEmpty();
        assertThat(announced.stream()
                        .filter(signer -> XmlsecJudge.complaints(list, signer).isEmpty()))
                .as("xmlsec1")
                .hasSize(1);
    }

    /** Both tools that check signatures refuse the list. */
    public static void assertRefused(Path list, X509Certificate signer) {
        assertThat(ReferenceLibraryJudge.complaints(list, signer))
                .as("reference library")
                .isNotEmpty();
        assertThat(XmlsecJudge.complaints(list, signer)).as("xmlsec1").isNotEmpty();
    }
}
