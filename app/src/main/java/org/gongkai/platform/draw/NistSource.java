package org.gongkai.platform.draw;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.JsonReader;
import org.gongkai.platform.commitments.Path;

/**
 * A pulse of NIST's beacon, or of one built like it (NIST 随机信标).
 *
 * @param chain the chain's number
 * @param pulse the pulse's number in it
 * @param modulus of the beacon's RSA key, hexadecimal
 * @param exponent of the beacon's RSA key
 * @param at when the pulse comes out; the pulse has to say the same
 */
public record NistSource(
        String id, long chain, long pulse, String modulus, long exponent, String at)
        implements Source {
    static final String KIND = "nist";

    static NistSource of(Object value, Path path) {
        var fields = Source.fields(value, path, "chain", "pulse", "modulus", "exponent", "at");
        if (fields.hex("modulus").length == 0) {
            throw fields.refused("modulus", CommitmentFault.NOT_HEX);
        }
        Source.moment(fields.text("at"), path.at("at"));
        return new NistSource(
                fields.id("id"),
                fields.number("chain", 0, JsonReader.LARGEST),
                fields.number("pulse", 0, JsonReader.LARGEST),
                fields.text("modulus"),
                fields.number("exponent", 1, JsonReader.LARGEST),
                fields.text("at"));
    }

    @Override
    public boolean isPublic() {
        return true;
    }

    @Override
    public Optional<Instant> comesOut() {
        return Optional.of(Source.moment(at, Path.ROOT.at("at")));
    }

    @Override
    public byte[] value(Object disclosure, DrawManifest manifest, Path path) {
        var given = NistPulse.of(disclosure, path);
        requireSame("chainIndex", chain, given.chain(), path);
        requireSame("pulseIndex", pulse, given.index(), path);
        var announced = Source.moment(at, path.at("timeStamp"));
        requireSame(
                "timeStamp", announced, Source.moment(given.time(), path.at("timeStamp")), path);
        return given.output(new BigInteger(modulus, 16), BigInteger.valueOf(exponent));
    }

    private static void requireSame(String key, Object announced, Object given, Path path) {
        if (!announced.equals(given)) {
            throw new CommitmentRefused(
                    DrawFault.OTHER_PULSE, path.at(key), announced.toString(), given.toString());
        }
    }

    @Override
    public SortedMap<String, Object> toJson() {
        return CanonicalJson.object(
                "id", id,
                "kind", KIND,
                "chain", chain,
                "pulse", pulse,
                "modulus", modulus,
                "exponent", exponent,
                "at", at);
    }
}
