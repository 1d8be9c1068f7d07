package org.gongkai.opengov.inspections.draws;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.opengov.inspections.draws.Pseudonyms.Kind;
import org.gongkai.platform.commitments.Suite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Names for one draw alone (化名)")
class PseudonymsTests {
    private static final String FIRM = "91640104MA7XD00196/1";

    @ParameterizedTest
    @EnumSource(Suite.class)
    void openByTheirSaltAndMeanNobodyElse(Suite suite) {
        var names = new Pseudonyms(suite, "ycsthj/7", new byte[32]);
        var name = names.of(Kind.UNIT, FIRM);
        var salt = names.salt(Kind.UNIT, FIRM);

        assertThat(name).matches("[0-9a-f]{40}");
        assertThat(Pseudonyms.opens(suite, "ycsthj/7", Kind.UNIT, FIRM, salt, name)).isTrue();
        assertThat(Pseudonyms.opens(suite, "ycsthj/8", Kind.UNIT, FIRM, salt, name)).isFalse();
        assertThat(Pseudonyms.opens(suite, "ycsthj/7", Kind.OFFICER, FIRM, salt, name)).isFalse();
        assertThat(
                        Pseudonyms.opens(
                                suite, "ycsthj/7", Kind.UNIT, "91640104MA7XD00196/2", salt, name))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void areOthersInTheNextDraw(Suite suite) {
        var one = new Pseudonyms(suite, "ycsthj/7", new byte[32]).of(Kind.UNIT, FIRM);
        var other = new Pseudonyms(suite, "ycsthj/8", new byte[32]).of(Kind.UNIT, FIRM);

        assertThat(one).isNotEqualTo(other);
    }
}
