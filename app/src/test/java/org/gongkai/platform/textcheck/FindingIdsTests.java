package org.gongkai.platform.textcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.textcheck.attachments.Hidden;
import org.gongkai.platform.textcheck.attachments.InspectedFile;
import org.gongkai.platform.textcheck.wording.WordingLists;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the secrecy reviewer let pass lets nothing else pass. */
@DisplayName("Ids of findings — one for each thing found")
class FindingIdsTests {
    private static final byte[] KEY = new byte[32];

    @ParameterizedTest
    @CsvSource({
        "联系电话13912345678, 联系电话13700000078",
        "投诉人张三来电, 投诉人张四来电",
        "身份证640102199003074514, 身份证640103198811094514",
        "邮箱：zhangsan@163.com, 邮箱：zhaoliu9@163.com"
    })
    void differForWhatDiffers(String one, String other) {
        assertThat(ids(one)).isNotEmpty().doesNotContainAnyElementsOf(ids(other));
    }

    @Test
    void differForTwoNumbersOfOneText() {
        assertThat(ids("<p>甲13912345678</p><p>乙13700000078</p><p>丙13912345678</p>"))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void areTheSameWhateverElseChanges() {
        assertThat(ids("联系电话13912345678")).isEqualTo(ids("<p>前文。</p><p>联系电话13912345678。</p>"));
    }

    /** Somebody who has the id cannot find the number by trying all of them. */
    @Test
    void areOfTheInstallationAlone() {
        var otherKey = new byte[32];
        otherKey[0] = 1;

        assertThat(ids("联系电话13912345678"))
                .doesNotContainAnyElementsOf(ids("联系电话13912345678", otherKey));
    }

    /** A hidden thing has no more than a shortened quote: it is the bytes that were looked at. */
    @Test
    void differForAnotherFileOfTheSameName() {
        assertThat(idsOfFile("a".repeat(64)))
                .isNotEmpty()
                .isEqualTo(idsOfFile("a".repeat(64)))
                .doesNotContainAnyElementsOf(idsOfFile("b".repeat(64)));
    }

    private static List<String> ids(String body) {
        return ids(body, KEY);
    }

    private static List<String> ids(String body, byte[] key) {
        var reading = reading(key);
        reading.read(ReviewText.of("标题", body));
        return personal(reading);
    }

    private static List<String> idsOfFile(String sha256) {
        var reading = reading(KEY);
        reading.readFile("名单.pdf", sha256, withScript());
        return reading.findings().stream().map(Finding::id).toList();
    }

    private static InspectedFile withScript() {
        return new InspectedFile(
                List.of(new Hidden("hidden.script", Severity.BLOCKING, "", "")), List.of());
    }

    private static TextReading reading(byte[] key) {
        return new TextReading(
                new WordingLists(List.of()),
                LocalDate.parse("2021-07-30"),
                List.of(),
                it -> true,
                new FindingIds(key));
    }

    private static List<String> personal(TextReading reading) {
        return reading.findings().stream()
                .filter(it -> it.code().startsWith("personal."))
                .map(Finding::id)
                .toList();
    }
}
