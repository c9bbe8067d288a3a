package org.sceau.it.house;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * A passkey and the browser in front of it, as far as a test needs them (WebAuthn cl. 6.1, 6.5.1, 7): written from the text, without the
 * library that the registry reads it with.
 */
public final class SoftPasskey {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final String origin;
    private final String host;
    private final byte[] id = new byte[32];
    private final KeyPair keys;
    private int count;

    public SoftPasskey(String origin, String host) {
        this.origin = origin;
        this.host = host;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another browser tab: the same key at another site, as somebody would who fell for it. */
    public SoftPasskey luredTo(String otherOrigin) {
        return new SoftPasskey(this, otherOrigin);
    }

    private SoftPasskey(SoftPasskey same, String origin) {
        this.origin = origin;
        this.host = same.host;
        System.arraycopy(same.id, 0, id, 0, id.length);
        this.keys = same.keys;
        this.count = same.count;
    }

    /** Forgets what it signed so far, as a copy does that was taken before. */
    public void turnBack() {
        count = 0;
    }

    /** Answers {@code navigator.credentials.create}. */
    public String create(String question) {
        byte[] data = concat(authenticatorData(USER_PRESENT | USER_VERIFIED | ATTESTED), attested());
        byte[] attestation = concat(
                new byte[] {(byte) 0xa3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xa0},
                text("authData"),
                bytes(data));
        return answer(Json.createObjectBuilder()
                .add("clientDataJSON", BASE64.encodeToString(client("webauthn.create", challenge(question))))
                .add("attestationObject", BASE64.encodeToString(attestation))
                .add("transports", Json.createArrayBuilder().add("usb"))
                .build());
    }

    /** Answers {@code navigator.credentials.get}. */
    public String get(String question) {
        return sign(challenge(question), USER_PRESENT | USER_VERIFIED);
    }

    /** The same by a key that nobody touched. */
    public String getUntouched(String question) {
        return sign(challenge(question), 0);
    }

    private String sign(String challenge, int flags) {
        count++;
        byte[] data = authenticatorData(flags);
        byte[] client = client("webauthn.get", challenge);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return answer(Json.createObjectBuilder()
                    .add("clientDataJSON", BASE64.encodeToString(client))
                    .add("authenticatorData", BASE64.encodeToString(data))
                    .add("signature", BASE64.encodeToString(signature.sign()))
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(JsonObject response) {
        return Json.createObjectBuilder()
                .add("id", BASE64.encodeToString(id))
                .add("rawId", BASE64.encodeToString(id))
                .add("type", "public-key")
                .add("clientExtensionResults", Json.createObjectBuilder())
                .add("response", response)
                .build()
                .toString();
    }

    private static String challenge(String question) {
        return Json.createReader(new StringReader(question)).readObject().getString("challenge");
    }

    private byte[] client(String type, String challenge) {
        return Json.createObjectBuilder()
                .add("type", type)
                .add("challenge", challenge)
                .add("origin", origin)
                .add("crossOrigin", false)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int flags) {
        return ByteBuffer.allocate(37)
                .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(count)
                .array();
    }

    /** AAGUID, id, and the key as COSE_Key (RFC 9053 cl. 7.1.1). */
    private byte[] attested() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        byte[] cose = concat(
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21},
                bytes(unsigned(key.getW().getAffineX())),
                new byte[] {0x22},
                bytes(unsigned(key.getW().getAffineY())));
        return ByteBuffer.allocate(18 + id.length + cose.length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(cose)
                .array();
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = new byte[32];
        byte[] given = number.toByteArray();
        int length = Math.min(given.length, bytes.length);
        System.arraycopy(given, given.length - length, bytes, bytes.length - length, length);
        return bytes;
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return concat(new byte[] {(byte) (0x60 + bytes.length)}, bytes);
    }

    private static byte[] bytes(byte[] bytes) {
        byte[] head = bytes.length < 256
                ? new byte[] {0x58, (byte) bytes.length}
                : new byte[] {0x59, (byte) (bytes.length >> 8), (byte) bytes.length};
        return concat(head, bytes);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
