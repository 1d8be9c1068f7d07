package org.gongkai.platform.commitments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** The hash function of a commitment (算法套件): SHA-256 for the world, SM3 (GB/T 32905) at home. */
public enum Suite {
    SHA256("sha256"),
    SM3("sm3");

    private final String slug;

    Suite(String slug) {
        this.slug = slug;
    }

    /** The name in a manifest. */
    public String slug() {
        return slug;
    }

    public static Suite of(Fields fields, String key) {
        var text = fields.text(key);
        return Arrays.stream(values())
                .filter(it -> it.slug.equals(text))
                .findFirst()
                .orElseThrow(() -> fields.refused(key, CommitmentFault.NOT_ALLOWED));
    }

    public MessageDigest digest() {
        try {
            return switch (this) {
                case SHA256 -> MessageDigest.getInstance("SHA-256");
                case SM3 -> new SM3.Digest();
            };
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] hash(byte[] message) {
        return digest().digest(message);
    }

    /**
     * TH: the hash of a tag and parts, each with its length before it, so that no two run together.
     */
    public byte[] tagged(String tag, byte[]... parts) {
        var framing = new Framing().part(tag);
        for (var part : parts) {
            framing.part(part);
        }
        return hash(framing.bytes());
    }

    public Hmac hmac(byte[] key) {
        return new Hmac(digest(), key);
    }
}
