package org.sceau.registry.infrastructure.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.identifying.Factors;
import org.sceau.registry.application.proving.Passkeys;

/**
 * WebAuthn by webauthn4j. A passkey is bound to the host of the public address. No attestation is asked for: which make a key is of is nobody's
 * business here, and the password stays the other factor.
 */
@ApplicationScoped
public class WebAuthnPasskeys implements Passkeys {
    private static final Logger LOG = Logger.getLogger(WebAuthnPasskeys.class.getName());
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+|\\[.*]");
    private static final int TIMEOUT_MILLIS = 300_000;
    /** Ed25519, ECDSA with P-256, RSA with PKCS#1: what browsers and keys know. */
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private final String host;
    private final Origin origin;
    private final ObjectConverter converter;
    private final WebAuthnManager manager;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WebAuthnPasskeys() {
        this.host = null;
        this.origin = null;
        this.converter = null;
        this.manager = null;
    }

    @Inject
    public WebAuthnPasskeys(Operator operator) {
        URI address = operator.publicUrl();
        this.host = address.getHost();
        this.origin =
                new Origin(address.getScheme() + "://" + host + (address.getPort() < 0 ? "" : ":" + address.getPort()));
        this.converter = new ObjectConverter();
        this.manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    }

    @Override
    public boolean arePossible() {
        return !NUMBER.matcher(host).matches();
    }

    @Override
    public String creation(String challenge, Owner owner, List<String> known) {
        JsonArrayBuilder parameters = Json.createArrayBuilder();
        ALGORITHMS.forEach(algorithm -> parameters.add(
                Json.createObjectBuilder().add("type", "public-key").add("alg", algorithm.getValue())));
        String handle = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(owner.accountId().getBytes(StandardCharsets.US_ASCII));
        return Json.createObjectBuilder()
                .add("challenge", challenge)
                .add("rp", Json.createObjectBuilder().add("id", host).add("name", host))
                .add(
                        "user",
                        Json.createObjectBuilder()
                                .add("id", handle)
                                .add("name", owner.username())
                                .add("displayName", owner.name()))
                .add("pubKeyCredParams", parameters)
                .add("timeout", TIMEOUT_MILLIS)
                .add("excludeCredentials", credentials(known))
                .add(
                        "authenticatorSelection",
                        Json.createObjectBuilder()
                                .add("residentKey", "discouraged")
                                .add("userVerification", "preferred"))
                .add("attestation", "none")
                .build()
                .toString();
    }

    @Override
    public String request(String challenge, List<String> known) {
        return Json.createObjectBuilder()
                .add("challenge", challenge)
                .add("rpId", host)
                .add("timeout", TIMEOUT_MILLIS)
                .add("allowCredentials", credentials(known))
                .add("userVerification", "preferred")
                .build()
                .toString();
    }

    private static JsonArrayBuilder credentials(List<String> ids) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (String id : ids) {
            JsonObjectBuilder one =
                    Json.createObjectBuilder().add("type", "public-key").add("id", id);
            list.add(one);
        }
        return list;
    }

    @Override
    public Optional<String> challengeOf(String answer) {
        return read(() -> Answer.read(answer).challenge());
    }

    @Override
    public Optional<String> credentialOf(String answer) {
        return read(() -> Answer.read(answer).id());
    }

    @Override
    public Optional<Factors.Credential> created(String answer, String challenge, String factorId) {
        return read(() -> {
            RegistrationData data = manager.parseRegistrationResponseJSON(answer);
            List<PublicKeyCredentialParameters> wanted = ALGORITHMS.stream()
                    .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                    .toList();
            manager.verify(data, new RegistrationParameters(server(challenge), wanted, false, true));
            var authenticator = java.util.Objects.requireNonNull(data.getAttestationObject())
                    .getAuthenticatorData();
            var attested = java.util.Objects.requireNonNull(authenticator.getAttestedCredentialData());
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return new Factors.Credential(
                    factorId,
                    base64.encodeToString(attested.getCredentialId()),
                    base64.encodeToString(new AttestedCredentialDataConverter(converter).convert(attested)),
                    authenticator.getSignCount());
        });
    }

    @Override
    public Optional<Long> shown(String answer, String challenge, Factors.Credential credential) {
        return read(() -> {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(answer);
            CredentialRecordImpl record = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    null,
                    null,
                    null,
                    credential.signCount(),
                    new AttestedCredentialDataConverter(converter)
                            .convert(Base64.getUrlDecoder().decode(credential.data())),
                    null,
                    null,
                    null,
                    Set.of());
            manager.verify(
                    data,
                    new AuthenticationParameters(
                            server(challenge),
                            record,
                            List.of(Base64.getUrlDecoder().decode(credential.credentialId())),
                            false,
                            true));
            return java.util.Objects.requireNonNull(data.getAuthenticatorData()).getSignCount();
        });
    }

    private ServerProperty server(String challenge) {
        return ServerProperty.builder()
                .origin(origin)
                .rpId(host)
                .challenge(new DefaultChallenge(Base64.getUrlDecoder().decode(challenge)))
                .build();
    }

    /** Whatever is wrong with an answer, it is not good; which of it the log says, at a level for whoever looks for it. */
    private static <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "passkey not taken", e);
            return Optional.empty();
        }
    }
}
