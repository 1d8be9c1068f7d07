package org.gongkai.platform.draw;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Framing;
import org.gongkai.platform.commitments.JsonReader;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.commitments.Suite;

/**
 * A round of a drand chain (drand 信标): signed together by many operators, none of whom knows it
 * before.
 *
 * @param scheme how the chain signs
 * @param publicKey the chain's key, a compressed point
 * @param chainHash the chain's name
 * @param genesis when round 1 came out, seconds since 1970
 * @param period seconds between rounds
 * @param round the one announced: {@code ceil((t - genesis) / period) + 1}, never "latest"
 */
public record DrandSource(
        String id,
        String scheme,
        String publicKey,
        String chainHash,
        long genesis,
        long period,
        long round)
        implements Source {
    static final String KIND = "drand";

    static DrandSource of(Object value, Path path) {
        var fields =
                Source.fields(
                        value,
                        path,
                        "scheme",
                        "public_key",
                        "chain_hash",
                        "genesis",
                        "period",
                        "round");
        var scheme =
                DrandScheme.named(fields.text("scheme"))
                        .orElseThrow(() -> fields.refused("scheme", CommitmentFault.NOT_ALLOWED));
        scheme.requireKey(fields.hex("public_key"), path.at("public_key"));
        fields.hex("chain_hash", 32);
        return new DrandSource(
                fields.id("id"),
                scheme.slug(),
                fields.text("public_key"),
                fields.text("chain_hash"),
                fields.number("genesis", 0, JsonReader.LARGEST),
                fields.number("period", 1, JsonReader.LARGEST),
                fields.number("round", 1, JsonReader.LARGEST));
    }

    @Override
    public boolean isPublic() {
        return true;
    }

    /** The first round that does not come out before this moment. */
    public static long roundAt(Instant moment, long genesis, long period) {
        return Math.max(1, Math.ceilDiv(moment.getEpochSecond() - genesis, period) + 1);
    }

    @Override
    public Optional<Instant> comesOut() {
        return Optional.of(Instant.ofEpochSecond(genesis + (round - 1) * period));
    }

    @Override
    public byte[] value(Object disclosure, DrawManifest manifest, Path path) {
        var scheme = DrandScheme.named(scheme()).orElseThrow();
        var given =
                Fields.of(
                        disclosure,
                        path,
                        scheme.isChained()
                                ? List.of("signature", "previous")
                                : List.of("signature"));
        var message = new Framing();
        if (scheme.isChained()) {
            message.raw(given.hex("previous"));
        }
        message.wide(round);
        var signature = given.hex("signature");
        scheme.requireSigned(
                HexFormat.of().parseHex(publicKey),
                Suite.SHA256.hash(message.bytes()),
                signature,
                path,
                path.at("signature"));
        return Suite.SHA256.hash(signature);
    }

    @Override
    public SortedMap<String, Object> toJson() {
        return CanonicalJson.object(
                "id", id,
                "kind", KIND,
                "scheme", scheme,
                "public_key", publicKey,
                "chain_hash", chainHash,
                "genesis", genesis,
                "period", period,
                "round", round);
    }
}
