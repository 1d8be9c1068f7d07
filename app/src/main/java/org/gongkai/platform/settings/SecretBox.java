package org.gongkai.platform.settings;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes what must not lie open in the database (加密保存): AES-256-GCM with a key of the installation.
 * Whoever copies the database without the data folder cannot read it.
 */
public final class SecretBox {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** A box closed with the installation's secret of this name. */
    public SecretBox(Secrets secrets, String name) {
        this.key = new SecretKeySpec(secrets.key(name), "AES");
    }

    /** Closes it; the place where it lies is bound in, so that it opens nowhere else. */
    public byte[] close(byte[] open, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, place, open);
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    /** Opens what was closed for this place. */
    public byte[] open(byte[] closed, String place) {
        var buffer = ByteBuffer.wrap(closed);
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, place, rest);
    }

    private byte[] run(int mode, byte[] nonce, String place, byte[] content) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key does not fit what was kept at " + place, e);
        }
    }
}
