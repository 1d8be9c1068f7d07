package org.gongkai.platform.draw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Fault;
import org.gongkai.platform.commitments.FaultNamed;
import org.gongkai.platform.commitments.JsonReader;
import org.gongkai.platform.commitments.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Quota (抽取数) — 环办〔2015〕88号: by ratio of the class, by head of officers")
class QuotaTests {

    @ParameterizedTest(name = "{0} of {1} by {2} officers: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"ratio\",\"num\":5,\"den\":100}                   | 56      | 8 | 3",
                "{\"kind\":\"ratio\",\"num\":25,\"den\":100}                  | 56      | 8 | 14",
                "{\"kind\":\"ratio\",\"num\":25,\"den\":100}                  | 57      | 8 | 15",
                "{\"kind\":\"ratio\",\"num\":1,\"den\":3}                     | 3       | 8 | 1",
                "{\"kind\":\"ratio\",\"num\":1,\"den\":3}                     | 4       | 8 | 2",
                "{\"kind\":\"ratio\",\"num\":1,\"den\":1}                     | 7       | 8 | 7",
                "{\"kind\":\"ratio\",\"num\":3,\"den\":1}                     | 7       | 8 | 7",
                "{\"kind\":\"ratio\",\"num\":0,\"den\":9}                     | 7       | 8 | 0",
                "{\"kind\":\"ratio\",\"num\":1,\"den\":100,\"min\":5}         | 50      | 8 | 5",
                "{\"kind\":\"ratio\",\"num\":1,\"den\":100,\"min\":5}         | 4       | 8 | 4",
                "{\"kind\":\"ratio\",\"num\":1,\"den\":100,\"min\":5}         | 0       | 8 | 0",
                "{\"kind\":\"ratio\",\"num\":9007199254740991,\"den\":9007199254740991} | 2000000 | 8 | 2000000",
                "{\"kind\":\"per_officer\",\"num\":5,\"den\":4}               | 11259   | 8 | 10",
                "{\"kind\":\"per_officer\",\"num\":5,\"den\":4}               | 11259   | 9 | 12",
                "{\"kind\":\"per_officer\",\"num\":5,\"den\":1}               | 39      | 8 | 39",
                "{\"kind\":\"per_officer\",\"num\":5,\"den\":1,\"min\":1}     | 39      | 0 | 1",
                "{\"kind\":\"count\",\"n\":10}                                | 11      | 0 | 10",
                "{\"kind\":\"count\",\"n\":10}                                | 9       | 0 | 9",
                "{\"kind\":\"count\",\"n\":9007199254740991}                  | 9       | 0 | 9",
                "{\"kind\":\"count\",\"n\":0}                                 | 9       | 0 | 0"
            })
    void isRoundedUpAndNeverMoreThanThereAre(String quota, int entities, int officers, int drawn) {
        var read = Quota.of(json(quota), Path.ROOT);

        assertThat(read.of(entities, officers)).isEqualTo(drawn);
        assertThat(CanonicalJson.read(CanonicalJson.write(read.toJson()))).isEqualTo(json(quota));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"ratio\",\"num\":1,\"den\":0}           | OUT_OF_RANGE",
                "{\"kind\":\"ratio\",\"num\":-1,\"den\":2}          | OUT_OF_RANGE",
                "{\"kind\":\"ratio\",\"num\":1}                     | MISSING",
                "{\"kind\":\"ratio\",\"num\":1,\"den\":2,\"max\":3} | UNKNOWN_KEY",
                "{\"kind\":\"count\",\"n\":-1}                      | OUT_OF_RANGE",
                "{\"kind\":\"count\",\"n\":\"1\"}                   | WRONG_TYPE",
                "{\"kind\":\"all\"}                                 | NOT_ALLOWED",
                "[]                                                 | WRONG_TYPE"
            })
    void isRefusedWhereItSaysNothing(String quota, @ConvertWith(FaultNamed.class) Fault fault) {
        assertThatThrownBy(() -> Quota.of(json(quota), Path.ROOT))
                .isInstanceOfSatisfying(
                        CommitmentRefused.class, it -> assertThat(it.fault()).isEqualTo(fault));
    }

    private static Object json(String text) {
        return JsonReader.read(text.getBytes(UTF_8));
    }
}
