package org.gongkai.opengov.inspections.draws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * A holder's public key (托管人公钥): RSA of at least 3072 bits, as {@code openssl} writes it. What is
 * closed with it only the holder opens, with {@code openssl pkeyutl} and nothing else (ADR 0241).
 *
 * @param pem as it was given
 * @param fingerprint SHA-256 of the key, hexadecimal: what the holder compares by telephone
 */
record EscrowKey(RSAPublicKey key, String pem, String fingerprint) {
    private static final int SHORTEST = 3072;
    private static final int LONGEST = 8192;
    private static final OAEPParameterSpec PADDING =
            new OAEPParameterSpec(
                    "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    /** The key in this text; empty if there is none that is strong enough. */
    static Optional<EscrowKey> read(String pem) {
        var base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        try {
            var encoded = Base64.getDecoder().decode(base64);
            var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
            if (!(key instanceof RSAPublicKey rsa)
                    || rsa.getModulus().bitLength() < SHORTEST
                    || rsa.getModulus().bitLength() > LONGEST) {
                return Optional.empty();
            }
            var hash = MessageDigest.getInstance("SHA-256").digest(encoded);
            return Optional.of(new EscrowKey(rsa, pem.strip(), HexFormat.of().formatHex(hash)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Closes a share for this holder. */
    byte[] close(String share) {
        try {
            var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, PADDING);
            return cipher.doFinal(share.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
