package org.gongkai.verifier.log;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.gongkai.verifier.Refusal;

/**
 * A private key that signs notes (私钥), written as {@code PRIVATE+KEY+name+id+base64}: of a log
 * (Ed25519) or of a witness (cosignatures).
 */
final class NoteSigner {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final Ed25519PrivateKeyParameters secret;
    private final int type;
    private final NoteKey key;

    private NoteSigner(String name, int type, byte[] seed) {
        this.secret = new Ed25519PrivateKeyParameters(seed);
        this.type = type;
        this.key = NoteKey.of(name, type, secret.generatePublicKey().getEncoded());
    }

    /** The signer of this name and seed. */
    static NoteSigner of(String name, int type, byte[] seed) {
        return new NoteSigner(name, type, seed);
    }

    /** A new witness. */
    static NoteSigner newWitness(String name) {
        byte[] seed = new byte[Ed25519PrivateKeyParameters.KEY_SIZE];
        new SecureRandom().nextBytes(seed);
        return new NoteSigner(name, NoteKey.COSIGNATURE, seed);
    }

    static NoteSigner read(String text) {
        String line = text.strip();
        String[] parts =
                line.startsWith(PREFIX)
                        ? line.substring(PREFIX.length()).split("\\+", 3)
                        : new String[0];
        if (parts.length == 3) {
            byte[] typed = Note.base64(parts[2]);
            if (typed.length == 1 + Ed25519PrivateKeyParameters.KEY_SIZE) {
                var signer =
                        new NoteSigner(
                                parts[0], typed[0], Arrays.copyOfRange(typed, 1, typed.length));
                if (HexFormat.of().formatHex(signer.key.id()).equals(parts[1])) {
                    return signer;
                }
            }
        }
        throw Refusal.malformed("", "不是私钥文件", "not a private key (PRIVATE+KEY+name+id+base64)");
    }

    /** The key as its file has it. */
    String text() {
        byte[] typed = new byte[1 + Ed25519PrivateKeyParameters.KEY_SIZE];
        typed[0] = (byte) type;
        System.arraycopy(secret.getEncoded(), 0, typed, 1, typed.length - 1);
        return PREFIX
                + key.name()
                + "+"
                + HexFormat.of().formatHex(key.id())
                + "+"
                + Base64.getEncoder().encodeToString(typed)
                + "\n";
    }

    /** The public key. */
    NoteKey key() {
        return key;
    }

    /** The line of a log under a note. */
    String sign(String text) {
        return Note.line(key, sign(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** The line of a witness under a checkpoint. */
    String cosign(String text, long time) {
        byte[] signature = sign(Cosignature.message(time, text));
        return Note.line(key, new Cosignature(time, signature).bytes());
    }

    private byte[] sign(byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }
}
