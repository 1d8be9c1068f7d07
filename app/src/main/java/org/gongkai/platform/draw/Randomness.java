package org.gongkai.platform.draw;

import java.util.HexFormat;
import java.util.Map;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Framing;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.commitments.Suite;
import org.jspecify.annotations.Nullable;

/**
 * What everything of a draw is computed from (随机种子, PRK): all sources hashed together with the
 * manifest, and with the secret where there is one. HKDF-Extract of RFC 5869.
 */
record Randomness(Suite suite, byte[] prk) {
    private static final int SECRET = 32;

    /**
     * The seed of this draw.
     *
     * @param disclosures what each source disclosed, by its id
     * @param secret in sealed mode the secret, else null
     */
    static Randomness of(
            DrawManifest manifest, Map<String, Object> disclosures, @Nullable String secret) {
        var salt = salt(manifest, secret);
        var path = Path.ROOT.at("disclosures");
        requireAnnounced(manifest, disclosures, path);
        var material = new Framing().part("vdraw/1/ikm").part(manifest.hash());
        for (var source : manifest.sources()) {
            var place = path.at(source.id());
            var disclosure = disclosures.get(source.id());
            if (disclosure == null) {
                throw CommitmentRefused.at(place, CommitmentFault.MISSING);
            }
            material.part(source.id()).part(source.value(disclosure, manifest, place));
        }
        return new Randomness(manifest.suite(), manifest.suite().hmac(salt).of(material.bytes()));
    }

    /** The tickets of a kind, for one thread. */
    Tickets tickets(String label) {
        return new Tickets(suite.hmac(prk), label);
    }

    private static byte[] salt(DrawManifest manifest, @Nullable String secret) {
        var path = Path.ROOT.at("secret");
        var bound = manifest.secretCommit();
        if (bound == null) {
            if (secret != null) {
                throw CommitmentRefused.at(path, CommitmentFault.UNKNOWN_KEY);
            }
            return new byte[SECRET];
        }
        if (secret == null) {
            throw CommitmentRefused.at(path, CommitmentFault.MISSING);
        }
        var opened =
                new Fields(CanonicalJson.object("secret", secret), Path.ROOT).hex("secret", SECRET);
        var hash = DrawManifest.commitSecret(manifest.suite(), manifest.drawId(), opened);
        var commitment = HexFormat.of().formatHex(hash);
        if (!commitment.equals(bound)) {
            throw new CommitmentRefused(DrawFault.BROKEN_COMMITMENT, path, bound, commitment);
        }
        return opened;
    }

    private static void requireAnnounced(
            DrawManifest manifest, Map<String, Object> disclosures, Path path) {
        for (var id : disclosures.keySet()) {
            if (manifest.sources().stream().noneMatch(it -> it.id().equals(id))) {
                throw CommitmentRefused.at(path.at(id), DrawFault.UNKNOWN_SOURCE, id);
            }
        }
    }
}
