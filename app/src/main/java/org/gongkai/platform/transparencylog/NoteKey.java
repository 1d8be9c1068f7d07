package org.gongkai.platform.transparencylog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.gongkai.platform.commitments.Framing;
import org.gongkai.platform.commitments.Suite;

/**
 * A public key that signs notes (公钥), written {@code name+id+base64}: c2sp.org/signed-note. Judged
 * are Ed25519 (01), cosignatures of witnesses (04) and SM2 with SM3 (ff, our own).
 */
record NoteKey(String name, int type, byte[] material) {
    static final int ED25519 = 0x01;
    static final int COSIGNATURE = 0x04;
    static final int OWN = 0xff;

    private static final int ED25519_LENGTH = 32;
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{Cntrl}+]+");
    private static final Pattern WRITTEN = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(.+)");

    NoteKey {
        if (!isName(name)) {
            throw new IllegalArgumentException("A name without spaces and plus signs");
        }
    }

    /** Whether this can be the name of a key: no spaces, no plus sign. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Reads a key; empty if it is none or its id does not follow from it. */
    static Optional<NoteKey> read(String text) {
        var parts = WRITTEN.matcher(text.strip());
        if (!parts.matches() || !isName(parts.group(1))) {
            return Optional.empty();
        }
        return Base64Text.read(parts.group(3))
                .filter(it -> it.length > 1)
                .map(
                        it ->
                                new NoteKey(
                                        parts.group(1),
                                        it[0] & 0xff,
                                        Arrays.copyOfRange(it, 1, it.length)))
                .filter(it -> it.idInHex().equals(parts.group(2)));
    }

    /** The key of a witness, Ed25519; empty if it is none. */
    static Optional<NoteKey> readWitness(String text) {
        return read(text)
                .filter(it -> it.type == COSIGNATURE && it.material.length == ED25519_LENGTH);
    }

    /** Four bytes that tell keys of one name apart. */
    byte[] id() {
        var framing =
                new Framing()
                        .raw(name.getBytes(StandardCharsets.UTF_8))
                        .raw((byte) '\n', (byte) type)
                        .raw(material);
        return Arrays.copyOf(Suite.SHA256.hash(framing.bytes()), 4);
    }

    String idInHex() {
        return HexFormat.of().formatHex(id());
    }

    /** The key written out. */
    String text() {
        var typed = new Framing().raw((byte) type).raw(material).bytes();
        return name + "+" + idInHex() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** Whether these bytes are this key's signature under this text. */
    boolean verifies(String text, byte[] signature) {
        var message = text.getBytes(StandardCharsets.UTF_8);
        return switch (type) {
            case ED25519 -> ed25519(message, signature);
            case COSIGNATURE ->
                    Cosignature.read(signature)
                            .filter(it -> ed25519(it.message(text), it.signature()))
                            .isPresent();
            case OWN -> Sm2.verifies(material, message, signature);
            default -> false;
        };
    }

    private boolean ed25519(byte[] message, byte[] signature) {
        if (material.length != ED25519_LENGTH) {
            return false;
        }
        try {
            var verifier = new Ed25519Signer();
            verifier.init(false, new Ed25519PublicKeyParameters(material));
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(signature);
        } catch (IllegalArgumentException notAPoint) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey key && key.text().equals(text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
