package org.gongkai.platform.draw;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.commitments.Suite;

/**
 * A witness's number (证人随机数): bound at the freeze, opened before the public sources come out. Who
 * does not open counts as absent before the dice fall, so that holding back gains nothing.
 *
 * @param commit what binds the nonce, 64 hexadecimal digits
 */
public record RevealSource(String id, String commit) implements Source {
    static final String KIND = "reveal";

    private static final int NONCE = 32;

    static RevealSource of(Object value, Path path) {
        var fields = Source.fields(value, path, "commit");
        fields.hex("commit", 32);
        return new RevealSource(fields.id("id"), fields.text("commit"));
    }

    /** What binds a nonce of 32 bytes to this draw and source. */
    public static byte[] commit(Suite suite, String drawId, String id, byte[] nonce) {
        return suite.tagged(
                "vdraw/1/nonce",
                drawId.getBytes(StandardCharsets.UTF_8),
                id.getBytes(StandardCharsets.UTF_8),
                nonce);
    }

    @Override
    public boolean isPublic() {
        return false;
    }

    @Override
    public Optional<Instant> comesOut() {
        return Optional.empty();
    }

    @Override
    public byte[] value(Object disclosure, DrawManifest manifest, Path path) {
        var given = Fields.of(disclosure, path, List.of("nonce", "absent"));
        if (given.has("absent")) {
            if (!given.truth("absent") || given.has("nonce")) {
                throw given.refused("absent", CommitmentFault.NOT_ALLOWED);
            }
            return new byte[0];
        }
        var nonce = given.hex("nonce", NONCE);
        var bound =
                HexFormat.of().formatHex(commit(manifest.suite(), manifest.drawId(), id, nonce));
        if (!bound.equals(commit)) {
            throw new CommitmentRefused(
                    DrawFault.BROKEN_COMMITMENT, path.at("nonce"), commit, bound);
        }
        return nonce;
    }

    @Override
    public SortedMap<String, Object> toJson() {
        return CanonicalJson.object("id", id, "kind", KIND, "commit", commit);
    }
}
