package org.gongkai.platform.draw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Fault;
import org.gongkai.platform.commitments.FaultNamed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Lists as files (名录文件)")
class RecordLinesTests {

    @Test
    void areReadAsTheyWereWritten() throws IOException {
        var lists = Vectors.example().directories();

        assertThat(RecordLines.entities(lines(lists.entities()))).isEqualTo(lists.entities());
        assertThat(RecordLines.officers(lines(lists.officers()))).isEqualTo(lists.officers());
        assertThat(RecordLines.recusals(lines(lists.recusals()))).isEqualTo(lists.recusals());
        assertThat(RecordLines.entities(text(""))).isEmpty();
        assertThat(RecordLines.recusals(text("{\"e\":\"a\",\"o\":\"b\"}"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"stratum\":\"s\",\"id\":\"b\"}         | NOT_CANONICAL | /1",
                "{\"id\":\"b\", \"stratum\":\"s\"}        | NOT_CANONICAL | /1",
                "{\"id\":\"b\",\"stratum\":\"s\",\"w\":0} | OUT_OF_RANGE  | /1/w",
                "{\"id\":\"b\"}                           | MISSING       | /1/stratum",
                "{\"id\":\"b\"                            | NOT_JSON      | /1",
                "``                                       | NOT_JSON      | /1"
            })
    void areRefusedByTheLine(String line, @ConvertWith(FaultNamed.class) Fault fault, String path) {
        var lines = text("{\"id\":\"a\",\"stratum\":\"s\"}\n" + line + "\n");

        assertThatThrownBy(() -> RecordLines.entities(lines))
                .isInstanceOfSatisfying(
                        CommitmentRefused.class,
                        it -> {
                            assertThat(it.fault()).isEqualTo(fault);
                            assertThat(it.path()).isEqualTo(path);
                        });
    }

    @Test
    void includeTheManifest() {
        var manifest = Vectors.example().manifest();

        assertThat(DrawManifest.read(CanonicalJson.write(manifest.toJson()))).isEqualTo(manifest);
    }

    private static InputStream lines(List<? extends DrawRecord> records) throws IOException {
        var lines = new ByteArrayOutputStream();
        RecordLines.write(records, lines);
        return new ByteArrayInputStream(lines.toByteArray());
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
