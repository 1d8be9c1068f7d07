package org.gongkai.opengov.inspections.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.inspections.tasks.VisitTeam.Hindrance;
import org.gongkai.opengov.inspections.tasks.VisitTeam.Member;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The team of a visit (检查组) — 行政处罚法 arts. 42 and 43: never fewer than two")
class VisitTeamTests {
    private static final LocalDate DAY = LocalDate.of(2021, 7, 30);

    /**
     * f free, l on leave, e certificate ran out the day before, d its last day, n none, r recused.
     */
    @ParameterizedTest(name = "{0}: {1} free, short {2}")
    @CsvSource({
        "'',  0, true",
        "f,   1, true",
        "ff,  2, false",
        "fff, 3, false",
        "fl,  1, true",
        "fe,  1, true",
        "fd,  2, false",
        "fn,  1, true",
        "fr,  1, true",
        "rr,  0, true",
        "ffr, 2, false"
    })
    void isShortWithFewerThanTwoFreeOfficers(String signs, int free, boolean isShort) {
        var team = VisitTeam.of(members(signs), DAY);

        assertThat(team.free()).hasSize(free);
        assertThat(team.isShort()).isEqualTo(isShort);
    }

    @Test
    void saysWhoCannotGoAndWhy() {
        var team =
                VisitTeam.of(
                        List.of(
                                new Member(7, false, DAY.minusDays(1), true),
                                new Member(8, true, DAY, false)),
                        DAY);

        assertThat(team.hindered()).containsOnlyKeys(7L);
        assertThat(team.hindered().get(7L)).containsExactlyInAnyOrder(Hindrance.values());
    }

    @Test
    void countsAnOfficerNamedTwiceOnce() {
        var same = new Member(7, true, DAY, false);

        assertThat(VisitTeam.of(List.of(same, same), DAY).isShort()).isTrue();
    }

    private static List<Member> members(String signs) {
        var members = new ArrayList<Member>();
        for (var at = 0; at < signs.length(); at++) {
            var sign = signs.charAt(at);
            var validTo =
                    switch (sign) {
                        case 'e' -> DAY.minusDays(1);
                        case 'd' -> DAY;
                        case 'n' -> null;
                        default -> DAY.plusYears(1);
                    };
            members.add(new Member(at + 1L, sign != 'l', validTo, sign == 'r'));
        }
        return members;
    }
}
