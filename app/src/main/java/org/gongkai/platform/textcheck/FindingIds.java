package org.gongkai.platform.textcheck;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.platform.settings.Secrets;

/**
 * Makes the lasting ids of findings (问题编号): the same finding has the same id in every check, and
 * another number, name or file has another, so that what was let pass lets nothing else pass.
 *
 * <p>Keyed, because a telephone number is soon found by trying all of them.
 */
final class FindingIds {
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 8;

    private final SecretKeySpec key;

    FindingIds(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /** The ids of an installation. */
    static FindingIds of(Secrets secrets) {
        return new FindingIds(secrets.key("finding-id"));
    }

    /**
     * The id of the {@code occurrence}-th finding of this code and quote in its field.
     *
     * @param file SHA-256 of the file in which something hides, else empty
     */
    String id(String code, Where where, String file, int occurrence) {
        var subject =
                String.join(
                        "\u0000",
                        code,
                        where.field(),
                        where.part(),
                        where.quote(),
                        file,
                        Integer.toString(occurrence));
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of()
                    .formatHex(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
