package org.gongkai.platform.textcheck;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.platform.files.HtmlCleaner;
import org.gongkai.platform.files.SafeName;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.textcheck.wording.WordingLists;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Texts made to keep the machine busy (恶意长文本): what is read once needs a second or two for these,
 * what looks back from every place would need hours.
 */
@DisplayName("Machine reading — a long text costs no more than its length")
class HostileTextTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest(name = "{0}{1}… × {2} {3}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "前|□|400000|后",
                "前|□_|200000|后",
                "|1|400000|",
                "|1 |200000|",
                "|13812345678，|60000|",
                "|6222021234567890128，|30000|",
                "|投诉人：张三，|40000|",
                "|小区1|120000|",
                "|<p>秘密</p>|60000|",
                "|a@|200000|",
                "|（|400000|",
                "|〔2021|80000|",
                "|。|400000|",
                "|&nbsp;|60000|后",
                "|<br>|60000|后",
                "|<b>|60000|后",
            })
    void isReadInTime(String before, String repeated, int times, String after) {
        var start = Objects.requireNonNullElse(before, "");
        var end = Objects.requireNonNullElse(after, "");

        assertTimeoutPreemptively(PATIENCE, () -> read(start + seen(repeated).repeat(times) + end));
    }

    @Test
    void thatIsTheAlternativeOfAPictureIsReadInTime() {
        var picture =
                "<img src=\"/files/%s.png\" alt=\"%s后\">"
                        .formatted("0".repeat(64), "-".repeat(200_000));

        assertTimeoutPreemptively(PATIENCE, () -> read(picture));
    }

    @Test
    void thatIsAFileNameIsReadInTime() {
        var name = "附" + ".".repeat(400_000) + "件.txt";

        assertTimeoutPreemptively(PATIENCE, () -> SafeName.of(name));
    }

    /** □ is the full-width blank, _ the other one. */
    private static String seen(String written) {
        return written.replace('□', '\u3000').replace('_', ' ');
    }

    private static void read(String html) {
        try {
            var body = HtmlCleaner.clean(html).html();
            new TextReading(
                            new WordingLists(List.of()),
                            LocalDate.parse("2021-07-30"),
                            List.of(),
                            it -> true,
                            new FindingIds(new byte[32]))
                    .read(ReviewText.of("标题", body));
        } catch (Refusal tooStrange) {
            // Refusing it in time is an answer too.
        }
    }
}
