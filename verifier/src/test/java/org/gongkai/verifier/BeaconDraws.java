package org.gongkai.verifier;

import org.gongkai.verifier.draw.RandomDraws;
import org.gongkai.verifier.json.JsonObject;
import org.gongkai.verifier.json.Node;
import org.gongkai.verifier.testing.Vectors;

/** Draws with the real beacon values of the vectors as their source. */
public final class BeaconDraws {
    private BeaconDraws() {}

    /** A draw with the real NIST pulse. */
    public static JsonObject nist() {
        Node file = Vectors.json("nist-pulse-54610.json");
        var source = new JsonObject();
        source.add("id", "nist");
        source.add("kind", "nist");
        source.add("chain", 1L);
        source.add("pulse", 54610L);
        source.add("modulus", file.get("modulus").value());
        source.add("exponent", file.get("exponent").value());
        source.add("at", "2018-08-30T17:44:00Z");
        return RandomDraws.of(3, source, file.get("pulse").value());
    }

    /** A draw with a real drand round. */
    public static JsonObject drand() {
        Node chain = Vectors.json("drand-rounds.json").get("chains").get("quicknet");
        Node round = chain.get("rounds").items().get(0);
        var source = new JsonObject();
        source.add("id", "drand");
        source.add("kind", "drand");
        source.add("scheme", chain.get("scheme").value());
        source.add("public_key", chain.get("public_key").value());
        source.add("chain_hash", chain.get("chain_hash").value());
        source.add("genesis", chain.get("genesis_time").value());
        source.add("period", chain.get("period").value());
        source.add("round", round.get("round").value());
        var said = new JsonObject();
        said.add("signature", round.get("signature").value());
        return RandomDraws.of(4, source, said);
    }
}
