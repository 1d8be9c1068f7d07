package org.gongkai.platform.transparencylog;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.Suite;

/**
 * A content that a leaf binds without showing it (加盐承诺): {@code c = TH(tag, salt, CJ(content))}
 * with SHA-256. Whoever has salt and content can check it; once both are erased, nothing can be
 * guessed from the leaf.
 *
 * @param tag {@link #CONTENT} or {@link #CLOCK}
 * @param salt 32 random bytes
 * @param content what is bound, as canonical JSON has it
 */
public record SaltedContent(String tag, byte[] salt, Map<String, ?> content) {
    /** Of a document. */
    public static final String CONTENT = "govlog/1/content";

    /** Of an event of a request. */
    public static final String CLOCK = "govlog/1/clock";

    private static final int SALT = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Binds this content with a new salt. */
    public static SaltedContent of(String tag, Map<String, ?> content) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return new SaltedContent(tag, salt, content);
    }

    /** What stands in the leaf: 64 hexadecimal digits. */
    public String commitment() {
        return HexFormat.of()
                .formatHex(Suite.SHA256.tagged(tag, salt, CanonicalJson.write(content)));
    }

    /** What opens the commitment: {@code {"detail","salt"}} as canonical JSON. */
    byte[] opening() {
        return CanonicalJson.write(
                CanonicalJson.object("salt", HexFormat.of().formatHex(salt), "detail", content));
    }
}
