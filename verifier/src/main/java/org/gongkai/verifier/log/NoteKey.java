package org.gongkai.verifier.log;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.Suite;

/**
 * A public key that signs notes (公钥), as c2sp.org/signed-note writes it: {@code name+id+base64}.
 * Known are Ed25519 (01), cosignatures of witnesses (04), ECDSA (02) and SM2 with SM3 (ff).
 */
public final class NoteKey {
    static final int ED25519 = 0x01;
    static final int ECDSA = 0x02;
    static final int COSIGNATURE = 0x04;
    static final int OWN = 0xff;

    private static final String SM2 = "sm2-sm3/v1";
    private static final byte[] SM2_USER = Suite.utf8("1234567812345678");
    private static final int ED25519_LENGTH = 32;
    private static final byte[] ED25519_PREFIX =
            HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] id;
    private final int type;
    private final byte[] material;

    private NoteKey(String name, byte[] id, int type, byte[] material) {
        this.name = name;
        this.id = id;
        this.type = type;
        this.material = material;
    }

    /** Reads a key and checks that its id follows from it. */
    public static NoteKey read(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length == 3 && parts[1].matches("[0-9a-f]{8}")) {
            byte[] typed = Note.base64(parts[2]);
            if (typed.length > 1) {
                int type = typed[0] & 0xff;
                NoteKey key = of(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
                if (HexFormat.of().formatHex(key.id).equals(parts[1])) {
                    return key;
                }
            }
        }
        throw Refusal.malformed("", "不是公钥：" + text, "not a key (name+id+base64): " + text);
    }

    /** The key of this name, type and material; its id follows. */
    static NoteKey of(String name, int type, byte[] material) {
        var named = new ByteArrayOutputStream();
        if (type != ECDSA) {
            named.writeBytes(Suite.utf8(name));
            named.write('\n');
            named.write(type);
        }
        named.writeBytes(material);
        byte[] id = Arrays.copyOf(Suite.SHA256.hash(named.toByteArray()), 4);
        return new NoteKey(name, id, type, material);
    }

    /** The key written out, as {@link #read} takes it. */
    String text() {
        byte[] typed = new byte[1 + material.length];
        typed[0] = (byte) type;
        System.arraycopy(material, 0, typed, 1, material.length);
        return name
                + "+"
                + HexFormat.of().formatHex(id)
                + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    String name() {
        return name;
    }

    byte[] id() {
        return id.clone();
    }

    boolean isWitness() {
        return type == COSIGNATURE;
    }

    /** Whether these bytes are this key's signature of this text. */
    boolean verifies(String text, byte[] signature) {
        try {
            return switch (type) {
                case ED25519 -> ed25519(Suite.utf8(text), signature);
                case ECDSA -> ecdsa(Suite.utf8(text), signature);
                case COSIGNATURE -> Cosignature.read(signature).verifies(this, text);
                case OWN -> sm2(Suite.utf8(text), signature);
                default -> false;
            };
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    /** Whether these bytes are this Ed25519 key's signature of these bytes. */
    boolean ed25519(byte[] message, byte[] signature) throws GeneralSecurityException {
        if (material.length != ED25519_LENGTH) {
            return false;
        }
        byte[] encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + ED25519_LENGTH);
        System.arraycopy(material, 0, encoded, ED25519_PREFIX.length, ED25519_LENGTH);
        return verifies("Ed25519", "Ed25519", encoded, message, signature);
    }

    private boolean ecdsa(byte[] message, byte[] signature) throws GeneralSecurityException {
        return verifies("EC", "SHA256withECDSA", material, message, signature);
    }

    private static boolean verifies(
            String family, String algorithm, byte[] encoded, byte[] message, byte[] signature)
            throws GeneralSecurityException {
        PublicKey key =
                KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(encoded));
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(signature);
    }

    private boolean sm2(byte[] message, byte[] signature) {
        byte[] label = Suite.utf8(SM2);
        if (material.length != label.length + 65
                || !Arrays.equals(Arrays.copyOf(material, label.length), label)
                || signature.length != 64) {
            return false;
        }
        byte[] point = Arrays.copyOfRange(material, label.length, material.length);
        return isSignedWithSm2(point, SM2_USER, message, signature);
    }

    /**
     * Whether r||s is the SM2 signature of this message, GB/T 32918.2, on the recommended curve.
     */
    static boolean isSignedWithSm2(byte[] point, byte[] user, byte[] message, byte[] signature) {
        X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
        var domain =
                new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        var key = new ECPublicKeyParameters(curve.getCurve().decodePoint(point), domain);
        var signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(false, new ParametersWithID(key, user));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }
}
