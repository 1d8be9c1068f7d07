package org.gongkai.verifier.beacon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.verifier.hash.Prf;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.Node;
import org.jspecify.annotations.Nullable;

/** The sources a draw has announced, and what they said (披露). All are used, none is left out. */
public final class Sources {
    private final Suite suite;
    private final String drawId;
    private final Map<String, Node> sources;

    /** The sources of a manifest in their order. */
    public Sources(Suite suite, String drawId, Map<String, Node> sources) {
        this.suite = suite;
        this.drawId = drawId;
        this.sources = sources;
    }

    /** IKM: the manifest's hash and what each source said, checked. */
    public byte[] keyingMaterial(byte[] manifestHash, Node disclosures) {
        disclosures.only(sources.keySet());
        List<byte[]> parts = new ArrayList<>();
        parts.add(Suite.utf8("vdraw/1/ikm"));
        parts.add(manifestHash);
        sources.forEach(
                (id, source) -> {
                    parts.add(Suite.utf8(id));
                    parts.add(said(id, source, disclosures.get(id)));
                });
        return Prf.prefixed(parts.toArray(byte[][]::new));
    }

    private byte[] said(String id, Node source, Node disclosure) {
        return switch (source.get("kind").text()) {
            case "drand" -> Drand.value(source, disclosure);
            case "nist" -> NistPulse.value(source, disclosure);
            case "numbers" -> PrintedNumbers.value(source, disclosure);
            default -> nonce(id, source, disclosure);
        };
    }

    private byte[] nonce(String id, Node source, Node disclosure) {
        byte[] promised = source.get("commit").hex(Suite.LENGTH);
        @Nullable Node absent = disclosure.only(Set.of("nonce", "absent")).find("absent");
        if (absent != null) {
            if (!absent.truth() || disclosure.find("nonce") != null) {
                throw absent.malformed("缺席只能写为 {\"absent\":true}", "absence is {\"absent\":true}");
            }
            return new byte[0];
        }
        Node node = disclosure.get("nonce");
        byte[] nonce = node.hex(Suite.LENGTH);
        byte[] commitment =
                suite.tagged("vdraw/1/nonce", Suite.utf8(drawId), Suite.utf8(id), nonce);
        if (!Arrays.equals(commitment, promised)) {
            throw source.get("commit")
                    .differs(
                            Canonical.show(HexFormat.of().formatHex(commitment)),
                            "见证随机数与冻结时的承诺不符",
                            "the nonce is not the one promised");
        }
        return nonce;
    }
}
