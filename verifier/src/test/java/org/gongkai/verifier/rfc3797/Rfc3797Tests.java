package org.gongkai.verifier.rfc3797;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.json.JsonReader;
import org.gongkai.verifier.json.Node;
import org.gongkai.verifier.testing.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Selections after RFC 3797")
class Rfc3797Tests {

    /** RFC 3797, section 6. */
    @Test
    void areThoseOfTheRfc() {
        assertThat(Rfc3797.recompute(Vectors.json("rfc3797.json")))
                .containsExactly(List.of(17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4));
    }

    @Test
    void areThoseOfTheNominatingCommitteeOf2022() {
        assertThat(Rfc3797.recompute(Vectors.json("rfc3797-nomcom2022.json")))
                .containsExactly(List.of(171, 245, 68, 190, 70, 126, 110, 128, 138, 173));
    }

    @Test
    void areComputedFromAKeyOrFromValues() {
        List<Integer> byKey =
                recompute("{\"n\":25,\"k\":3,\"key\":\"9319./2.5.8.10.12./9.18.26.34.41.45./\"}");
        List<Integer> byValues =
                recompute("{\"n\":25,\"k\":3,\"values\":[9319,[2,5,12,8,10],[9,18,26,34,41,45]]}");

        assertThat(byKey).isEqualTo(byValues).containsExactly(17, 7, 2);
    }

    @Test
    void areRefusedWithAnyOfTheirValuesChanged() {
        Object nomcom = Vectors.json("rfc3797-nomcom2022.json").value();

        for (String path : Vectors.leaves(Node.root(nomcom))) {
            Object value = Vectors.at(nomcom, path);
            if (!path.equals("/cases/0/name")) {
                Object other = value instanceof Long number ? (Object) (number + 1) : "x" + value;
                assertThatExceptionOfType(Refusal.class)
                        .as(path)
                        .isThrownBy(
                                () ->
                                        Rfc3797.recompute(
                                                Node.root(Vectors.with(nomcom, path, other))));
            }
        }
    }

    private static List<Integer> recompute(String text) {
        return Rfc3797.recompute(JsonReader.read(text.getBytes(StandardCharsets.UTF_8))).get(0);
    }
}
