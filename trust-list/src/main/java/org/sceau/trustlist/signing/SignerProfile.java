package org.sceau.trustlist.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.sceau.trustlist.model.Localized;
import org.sceau.trustlist.model.SchemeInformation;

/** What clause 5.7.1 asks of the certificate that signs a list (R14, R73, R79). */
public final class SignerProfile {
    private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private SignerProfile() {}

    /**
     * Refuses a certificate that may not sign this list at this time.
     *
     * @throws SignerUnsuitable with the code of the first rule broken: key, period, country, organisation, usage, basic
     *                          constraints, key identifier
     */
    public static void require(X509Certificate certificate, SchemeInformation scheme, Instant at) {
        SignatureMethod.of(certificate.getPublicKey());
        refuseIf(
                at.isBefore(certificate.getNotBefore().toInstant()),
                SignerUnsuitable.NOT_YET_VALID,
                "valid from " + certificate.getNotBefore().toInstant());
        refuseIf(
                at.isAfter(certificate.getNotAfter().toInstant()),
                SignerUnsuitable.EXPIRED,
                "valid until " + certificate.getNotAfter().toInstant());
        List<String> countries = values(certificate, BCStyle.C);
        refuseIf(
                !countries.equals(List.of(scheme.territory())),
                SignerUnsuitable.COUNTRY_MISMATCH,
                "C is " + countries + ", the territory " + scheme.territory());
        List<String> organisations = values(certificate, BCStyle.O);
        refuseIf(
                scheme.operatorNames().stream().map(Localized::value).noneMatch(organisations::contains),
                SignerUnsuitable.ORGANISATION_MISMATCH,
                "O is " + organisations + ", the operator " + scheme.operatorNames());
        refuseIf(!usageIsSigning(certificate.getKeyUsage()), SignerUnsuitable.KEY_USAGE, "more or less than signing");
        refuseIf(certificate.getBasicConstraints() >= 0, SignerUnsuitable.IS_AUTHORITY, "CA is true");
        refuseIf(
                certificate.getExtensionValue(SUBJECT_KEY_IDENTIFIER) == null,
                SignerUnsuitable.WITHOUT_KEY_IDENTIFIER,
                "no subject key identifier");
    }

    private static boolean usageIsSigning(boolean[] usage) {
        if (usage == null) {
            return false;
        }
        for (int i = NON_REPUDIATION + 1; i < usage.length; i++) {
            if (usage[i]) {
                return false;
            }
        }
        return usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
    }

    private static List<String> values(X509Certificate certificate, ASN1ObjectIdentifier attribute) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return List.of(subject.getRDNs(attribute)).stream()
                .map(RDN::getFirst)
                .map(first -> IETFUtils.valueToString(first.getValue()))
                .toList();
    }

    private static void refuseIf(boolean broken, String code, String detail) {
        if (broken) {
            throw new SignerUnsuitable(code, detail);
        }
    }
}
