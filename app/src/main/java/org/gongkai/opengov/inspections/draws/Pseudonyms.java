package org.gongkai.opengov.inspections.draws;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.gongkai.platform.commitments.Framing;
import org.gongkai.platform.commitments.Hmac;
import org.gongkai.platform.commitments.Suite;

/**
 * Names for one draw alone (化名): a unit or officer is called by a hash of what it is and a salt of
 * its own. Nobody can guess whom a name means, and nobody can say afterwards that it means another:
 * the name binds, and the salt opens it (ADR 0240).
 *
 * <p>{@code name = hex(TH("gongkai/draw-name/1", draw, kind, subject, salt))[0..40]}; one object
 * serves one thread.
 */
public final class Pseudonyms {
    private static final String TAG = "gongkai/draw-name/1";
    private static final int BYTES = 20;

    private final Suite suite;
    private final byte[] draw;
    private final Hmac salts;

    Pseudonyms(Suite suite, String draw, byte[] key) {
        this.suite = suite;
        this.draw = draw.getBytes(StandardCharsets.UTF_8);
        salts = suite.hmac(key);
    }

    /** Who has a pseudonym. */
    public enum Kind {
        /** A unit, by its credit code and the number of its site: {@code 91640100MA75X0000A/1}. */
        UNIT,
        /** An officer, by the number of the certificate. */
        OFFICER;

        /** As it is hashed and published. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        byte[] bytes() {
            return slug().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The name of this one in the draw. */
    String of(Kind kind, String subject) {
        return name(suite, draw, kind, subject, salt(kind, subject));
    }

    /** What opens the name, hexadecimal. */
    String salt(Kind kind, String subject) {
        var message = new Framing().part(kind.bytes()).part(subject);
        return HexFormat.of().formatHex(salts.of(message.bytes()));
    }

    /** Whether this salt shows that the name means this one. */
    public static boolean opens(
            Suite suite, String draw, Kind kind, String subject, String salt, String name) {
        return name(suite, draw.getBytes(StandardCharsets.UTF_8), kind, subject, salt).equals(name);
    }

    private static String name(Suite suite, byte[] draw, Kind kind, String subject, String salt) {
        var hash =
                suite.tagged(
                        TAG,
                        draw,
                        kind.bytes(),
                        subject.getBytes(StandardCharsets.UTF_8),
                        HexFormat.of().parseHex(salt));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    }
}
