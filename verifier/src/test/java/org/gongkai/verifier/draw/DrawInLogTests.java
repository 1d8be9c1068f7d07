package org.gongkai.verifier.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.JsonObject;
import org.gongkai.verifier.json.Node;
import org.gongkai.verifier.log.Leaf;
import org.gongkai.verifier.testing.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A draw held against the log — vdraw/1 section 2.5, C1, C3, C5")
class DrawInLogTests {
    private static final Object EXAMPLE = Vectors.example();
    private static final String MANIFEST =
            "de80dbdde47addb09921005e75cd13ac2df139741259f3579c3a14041a7448cb";
    private static final String ROOT =
            "3f76212d67aac320a6abb30c6233397414f055d41e14bbfa1ce54a1a80626f01";

    // The first public source of the example came out at 21:15, the last at 21:25.
    private static final Leaf FREEZE = leaf("draw.freeze", "17:00:00", "mh", MANIFEST);
    private static final Leaf RESULT =
            leaf("draw.result", "21:30:00", "mh", MANIFEST, "n", 4L, "root", ROOT);

    @Test
    void isInOrderWhenFrozenWellAheadAndDrawnAfterTheSources() {
        assertThat(verify(leaf("log.genesis", "08:00:00"), FREEZE, RESULT)).isEqualTo(1);
        assertThat(verify(leaf("draw.freeze", "21:05:00", "mh", MANIFEST), RESULT)).isZero();
    }

    @Test
    void wasFrozenTooLate() {
        assertRefused("C1", leaf("draw.freeze", "21:05:01", "mh", MANIFEST), RESULT);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                DrawInLog.verify(
                                        Node.root(EXAMPLE),
                                        DrawVerifier.verify(Node.root(EXAMPLE)),
                                        List.of(FREEZE, RESULT),
                                        Optional.of(Instant.parse("2023-08-24T13:06:00Z"))))
                .withMessageContaining("C1");
    }

    @Test
    void hasAResultFromBeforeItsSources() {
        assertRefused(
                "C5",
                FREEZE,
                leaf("draw.result", "21:24:59", "mh", MANIFEST, "n", 4L, "root", ROOT));
    }

    @Test
    void hasANonceFromAfterTheSource() {
        Leaf late = leaf("draw.source", "21:15:00", "kind", "reveal", "mh", MANIFEST);

        assertRefused("C1", FREEZE, late, RESULT);
        assertThat(
                        verify(
                                FREEZE,
                                leaf("draw.source", "18:00:00", "kind", "reveal", "mh", MANIFEST),
                                RESULT))
                .isZero();
    }

    @Test
    void wasCalledOffOrPublishedTwiceOrNever() {
        assertRefused("C3", FREEZE, leaf("draw.void", "18:00:00", "mh", MANIFEST), RESULT);
        assertRefused("one draw.result", FREEZE, RESULT, RESULT);
        assertRefused("one draw.result", FREEZE);
        assertRefused("one draw.freeze", RESULT);
        assertRefused(
                "another root",
                FREEZE,
                leaf("draw.result", "21:30:00", "mh", MANIFEST, "n", 4L, "root", MANIFEST));
    }

    @Test
    void bindsAmendmentsWithTheirReasons() {
        Object bundle = amended();
        Node expect = Node.root(bundle).get("expect");
        String mh = expect.get("manifest_hash").text();
        List<Leaf> leaves = new ArrayList<>();
        leaves.add(leaf2021("draw.freeze", "17:00:00", "mh", mh));
        leaves.add(
                leaf2021(
                        "draw.result",
                        "21:31:00",
                        "mh",
                        mh,
                        "n",
                        (long) expect.get("result").items().size(),
                        "root",
                        expect.get("result_root").text()));
        List<Node> steps = Node.root(bundle).get("amendments").items();
        for (int i = 0; i < steps.size(); i++) {
            leaves.add(
                    leaf2021(
                            "draw.amend",
                            "21:32:00",
                            "amendment",
                            steps.get(i).value(),
                            "mh",
                            mh,
                            "root",
                            expect.get("amended_roots").items().get(i).text()));
        }

        assertThat(verify(bundle, leaves)).isZero();
        Object otherReason = Vectors.with(bundle, "/amendments/0/reason", "人员生病");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> verify(otherReason, leaves))
                .satisfies(it -> assertThat(it.path()).isEqualTo("/amendments/0"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> verify(bundle, leaves.subList(0, leaves.size() - 1)))
                .satisfies(it -> assertThat(it.path()).isEqualTo("/amendments"));
    }

    private static Object amended() {
        return LongStream.range(0, 1000)
                .mapToObj(RandomDraws::of)
                .filter(it -> it.get("amendments") != null)
                .findFirst()
                .orElseThrow();
    }

    private static int verify(Leaf... leaves) {
        return verify(EXAMPLE, List.of(leaves));
    }

    private static int verify(Object bundle, List<Leaf> leaves) {
        Node root = Node.root(bundle);
        return DrawInLog.verify(root, DrawVerifier.verify(root), leaves, Optional.empty());
    }

    private static void assertRefused(String why, Leaf... leaves) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> verify(leaves))
                .withMessageContaining(why);
    }

    private static Leaf leaf(String kind, String time, Object... members) {
        return made("2023-08-24T" + time, kind, members);
    }

    private static Leaf leaf2021(String kind, String time, Object... members) {
        return made("2021-07-30T" + time, kind, members);
    }

    private static Leaf made(String moment, String kind, Object[] members) {
        var leaf = new JsonObject();
        leaf.add("v", "govlog/1");
        leaf.add("k", kind);
        leaf.add("t", moment + "+08:00");
        for (int i = 0; i < members.length; i += 2) {
            leaf.add((String) members[i], members[i + 1]);
        }
        return Leaf.read(Canonical.bytes(leaf));
    }
}
