package org.gongkai.verifier.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.json.Node;
import org.gongkai.verifier.testing.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The published draw — vdraw/1")
class DrawVerifierTests {

    @Test
    void isRecomputed() {
        VerifiedDraw draw = DrawVerifier.verify(Node.root(Vectors.example()));

        assertThat(draw)
                .isEqualTo(
                        new VerifiedDraw(
                                "demo/open-small/sha256",
                                1,
                                "de80dbdde47addb09921005e75cd13ac2df139741259f3579c3a14041a7448cb",
                                "3f76212d67aac320a6abb30c6233397414f055d41e14bbfa1ce54a1a80626f01",
                                4,
                                0,
                                0));
    }

    @TestFactory
    List<DynamicTest> isRefusedWithAnyOfItsValuesChanged() {
        Object example = Vectors.example();
        var tests = new ArrayList<DynamicTest>();
        for (String path : Vectors.leaves(Node.root(example))) {
            for (Object other : others(Vectors.at(example, path))) {
                tests.add(
                        DynamicTest.dynamicTest(
                                path + " = " + other,
                                () ->
                                        assertThat(refusal(Vectors.with(example, path, other)))
                                                .isNotNull()));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> isRefusedWithAnyOfItsValuesTakenOut() {
        Object example = Vectors.example();
        return Vectors.nodes(Node.root(example)).stream()
                .filter(it -> !it.isEmpty())
                .map(
                        path ->
                                DynamicTest.dynamicTest(
                                        path,
                                        () ->
                                                assertThat(
                                                                refusal(
                                                                        Vectors.with(
                                                                                example, path,
                                                                                null)))
                                                        .isNotNull()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/expect/result/2/team/0, ZF-01, /expect/result/2/team/0, DIFFERS, \"ZF-02\"",
        "/expect/reserve/一般/4, x, /expect/reserve/一般/4, DIFFERS, \"兴庆热电\"",
        "/expect/selected/重点/0, QY-001, /expect/selected/重点/0, DIFFERS, \"Ａ级站\"",
        "/entities/1/stratum, 重点, /manifest/entities/root, DIFFERS,",
        "/entities/1/stratum, 其他, /entities/1/stratum, MALFORMED,",
        "/entities/1/id, QY-000, /entities/1/id, MALFORMED,",
        "/recusals/0/o, ZF-77, /recusals/0/o, MALFORMED,",
        "/manifest/title, 另一次, /expect/manifest_hash, DIFFERS,",
        "/disclosures/p5/groups/0/4, 8, /expect/prk, DIFFERS,",
        "/disclosures/p5/groups/0/4, 10, /disclosures/p5/groups/0/4, MALFORMED,"
    })
    void namesWhatDiffersFirst(
            String path, String replacement, String place, Refusal.Kind kind, String computed) {
        Object other = replacement.matches("\\d+") ? Long.valueOf(replacement) : replacement;

        Refusal refusal = refusal(Vectors.with(Vectors.example(), path, other));

        assertThat(refusal.path()).isEqualTo(place);
        assertThat(refusal.kind()).isEqualTo(kind);
        if (computed != null) {
            assertThat(refusal.expected()).isEqualTo(computed);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', extra", "/manifest/strata/0/quota, n", "/entities/0, name", "/expect, hash"})
    void isRefusedWithAMemberNobodyAskedFor(String path, String name) {
        Object larger = Vectors.plus(Vectors.example(), path, name, "x");

        assertThat(refusal(larger).path()).isEqualTo(path + "/" + name);
    }

    private static List<Object> others(Object value) {
        if (value instanceof Long number) {
            return List.of(number + 1, number - 1, -1L, "x");
        }
        if (value instanceof Boolean truth) {
            return List.of(!truth);
        }
        String text = (String) value;
        var others = new ArrayList<Object>(List.of(text + "x", 7L));
        if (!text.isEmpty()) {
            others.add("");
            others.add((char) (text.charAt(0) ^ 1) + text.substring(1));
            others.add(
                    text.substring(0, text.length() - 1)
                            + (char) (text.charAt(text.length() - 1) ^ 1));
        }
        return others;
    }

    private static Refusal refusal(Object bundle) {
        return catchThrowableOfType(Refusal.class, () -> DrawVerifier.verify(Node.root(bundle)));
    }
}
