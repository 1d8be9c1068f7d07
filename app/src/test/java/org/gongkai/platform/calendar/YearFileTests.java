package org.gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.gongkai.platform.refusals.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Year file in the format of holiday-cn")
class YearFileTests {

    @Test
    void isReadWithTheDaysOfTheDecemberBefore() {
        var file =
                YearFile.read(
                        """
                        {"$schema":"x","year":2023,"papers":["https://www.gov.cn/a.htm","javascript:alert(1)"],
                         "days":[{"name":"元旦","date":"2022-12-31","isOffDay":true},
                                 {"name":"春节","date":"2023-01-28","isOffDay":false}]}
                        """);

        assertThat(file)
                .isEqualTo(
                        new YearFile(
                                2023,
                                List.of("https://www.gov.cn/a.htm"),
                                List.of(
                                        NoticesOf2019To2026.off("2022-12-31", "元旦"),
                                        NoticesOf2019To2026.work("2023-01-28", "春节"))));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "not json at all | not-json",
                "[] | not-a-year",
                "{\"year\":\"2027\",\"days\":[]} | not-a-year",
                "{\"year\":2027} | not-a-year",
                "{\"year\":2027,\"papers\":[],\"days\":[]} | empty",
                "{\"year\":2027,\"days\":[{\"name\":\"x\",\"date\":\"2027-02-30\",\"isOffDay\":true}]} | day",
                "{\"year\":2027,\"days\":[{\"name\":\" \",\"date\":\"2027-02-03\",\"isOffDay\":true}]} | day",
                "{\"year\":2027,\"days\":[{\"name\":\"x\",\"date\":\"2027-02-03\",\"isOffDay\":\"yes\"}]} | day",
                "{\"year\":2027,\"days\":[{\"name\":\"x\",\"date\":20270203,\"isOffDay\":true}]} | day",
                "{\"year\":2027,\"days\":[7]} | day"
            })
    void isRefusedWhenItIsNone(String text, String what) {
        var refusal = catchThrowableOfType(Refusal.class, () -> YearFile.read(text));

        assertThat(refusal.problems())
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.messageKey())
                                        .isEqualTo("calendar.import.problem." + what));
    }

    @Test
    void isRefusedWhenItIsTooLong() {
        var refusal = catchThrowableOfType(Refusal.class, () -> YearFile.read(" ".repeat(200_001)));

        assertThat(refusal.problems().getFirst().code()).isEqualTo("too-large");
    }
}
