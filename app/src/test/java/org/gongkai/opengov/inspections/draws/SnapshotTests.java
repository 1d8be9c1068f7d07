package org.gongkai.opengov.inspections.draws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.platform.commitments.Suite;
import org.gongkai.platform.draw.DrawMode;
import org.gongkai.platform.draw.NumbersSource;
import org.gongkai.platform.draw.Quota;
import org.gongkai.platform.draw.Stratum;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has an agency of its own, of which nothing but its registers is there. */
@DemoAgencyTest
@DisplayName("Who is in the lists of a draw (冻结时的名录快照)")
class SnapshotTests {
    private static final LocalDate FROM = LocalDate.of(2031, 8, 4);
    private static final LocalDate TO = LocalDate.of(2031, 8, 29);
    private static long agencies = 9_000;

    @Autowired Snapshot snapshot;
    @Autowired TestDatabase database;

    private JdbcClient owner;
    private long agency;

    @BeforeEach
    void anAgency() {
        owner = JdbcClient.create(database.owner());
        agency = ++agencies;
        owner.sql(
                        """
                        INSERT INTO inspection_item (agency_id, number, category, title, object_kind, importance,
                            methods, body, basis, industries, need, valid_from, created_at)
                        VALUES (?, '1', '监管', '日常监管', '单位', 'KEY', '{ON_SITE}', '局', '法', '{22}', '水',
                            '2020-01-01', now())
                        """)
                .param(agency)
                .update();
    }

    @Test
    void takesOperatingUnitsOfTheClassThatAnItemIsAbout() {
        var paper = unit("KEY", "2221", "OPERATING");
        unit("KEY", "3360", "OPERATING");
        unit("ORDINARY", "2221", "OPERATING");
        unit("KEY", "2221", "STOPPED");
        unit("KEY", "2221", "CLOSED");

        var taken = take(2);

        assertThat(units(taken)).containsExactly(paper);
        assertThat(taken.directories().entities().getFirst().need()).isEqualTo("水");
        assertThat(reasons(taken))
                .containsExactlyInAnyOrder(ExclusionReason.STOPPED, ExclusionReason.CLOSED);
        assertThat(snapshot.register(new AgencyId(agency), FROM, List.of("1"), strata(2)))
                .containsEntry("key", 3);
    }

    @Test
    void takesOfficersWhoCanGoOnEveryDayOfTheVisits() {
        var able = officer("ON_DUTY", TO);
        officer("ON_DUTY", TO.minusDays(1));
        officer("ON_LEAVE", TO);
        officer("SECONDED", TO);

        var taken = take(1);

        assertThat(officers(taken)).containsExactly(able);
        assertThat(reasons(taken))
                .containsExactlyInAnyOrder(
                        ExclusionReason.CERTIFICATE,
                        ExclusionReason.ON_LEAVE,
                        ExclusionReason.SECONDED);
    }

    @Test
    void keepsOfficersAwayWhoAreRecusedOnAnyDayOfTheVisits() {
        var unit = unit("KEY", "2221", "OPERATING");
        var officer = officer("ON_DUTY", TO);
        var other = officer("ON_DUTY", TO);
        recusal(unit, officer, FROM.minusYears(1), FROM);
        recusal(unit, other, FROM.minusYears(1), FROM.minusDays(1));

        assertThat(recusals(take(1))).containsExactly(unit + "-" + officer);
    }

    @Test
    void keepsThePairAwayThatCameLastTime() {
        var unit = unit("KEY", "2221", "OPERATING");
        var one = officer("ON_DUTY", TO);
        var two = officer("ON_DUTY", TO);
        officer("ON_DUTY", TO);
        drawn(1, LocalDate.of(2030, 5, 6), unit, one, two);

        assertThat(recusals(take(1))).containsExactlyInAnyOrder(unit + "-" + one, unit + "-" + two);
    }

    @Test
    void leavesThoseOutThatWereDrawnThisYearWhileOthersWait() {
        var before = unit("KEY", "2221", "OPERATING");
        var waiting = unit("KEY", "2221", "OPERATING");
        var one = officer("ON_DUTY", TO);
        drawn(1, LocalDate.of(2031, 5, 6), before, one, one);

        var first = take(1);
        assertThat(units(first)).containsExactly(waiting);
        assertThat(reasons(first)).containsExactly(ExclusionReason.DRAWN_THIS_YEAR);
        assertThat(first.strata()).containsExactly(new Stratum("key", new Quota.Count(1)));

        var all = take(2);
        assertThat(units(all)).containsExactlyInAnyOrder(before, waiting);
        assertThat(all.strata())
                .containsExactly(
                        new Stratum("key", new Quota.Count(2)),
                        new Stratum("key-again", new Quota.Count(1)));
        assertThat(officerLoads(all)).containsEntry(one, 2);
    }

    @Test
    void leavesAFirmOutThatHasHadItsVisitsOfTheYear() {
        var unit = unit("KEY", "2221", "OPERATING");
        var one = officer("ON_DUTY", TO);
        drawn(1, LocalDate.of(2031, 2, 3), unit, one, one);
        drawn(2, LocalDate.of(2031, 5, 6), unit, one, one);

        assertThat(reasons(take(1))).containsExactly(ExclusionReason.YEARLY_CAP);
    }

    private Snapshot.Taken take(int n) {
        var draw = draw(n);
        return snapshot.take(draw, new Pseudonyms(Suite.SM3, draw.name(), new byte[32]), null);
    }

    private static List<PlannedStratum> strata(int n) {
        return List.of(
                new PlannedStratum("key", Set.of(SupervisionClass.KEY), Set.of(), n, 0, false));
    }

    private InspectionDraw draw(int n) {
        var numbers =
                new NumbersSource(
                        "kl8-1",
                        "快乐8",
                        "2031201",
                        "2031-07-30T21:30:00+08:00",
                        PrintedGame.KL8.groups());
        var announcement =
                new Announcement(
                        "a" + agency + "/9",
                        9,
                        DrawMode.OPEN,
                        Suite.SM3,
                        "抽查",
                        List.of("1"),
                        strata(n),
                        List.of("", ""),
                        9,
                        List.of(new PlannedSource.Public(numbers)),
                        Instant.parse("2031-07-30T13:20:00Z"),
                        FROM,
                        TO,
                        TO,
                        null,
                        "专项检查");
        return new InspectionDraw(
                0,
                new AgencyId(agency),
                announcement,
                Instant.EPOCH,
                new PersonId(1),
                DrawState.ANNOUNCED,
                1);
    }

    private long unit(String of, String industry, String state) {
        var number = owner.sql("SELECT count(*) FROM inspection_unit").query(Long.class).single();
        var code = "91640104%d%06d".formatted(agency, number);
        return owner.sql(
                        """
                        INSERT INTO inspection_unit (agency_id, name, credit_code, address, region, industry,
                            permit_class, supervision_class, risk_class, credit, state, entered_on, created_at)
                        VALUES (?, '单位', ?, '路', '640104', ?, 'KEY', ?, 'B', 'NONE', ?, '2020-01-01', now())
                        RETURNING id
                        """)
                .params(agency, code, industry, of, state)
                .query(Long.class)
                .single();
    }

    private long officer(String state, LocalDate validTo) {
        var number =
                owner.sql("SELECT count(*) FROM inspection_officer").query(Long.class).single();
        return owner.sql(
                        """
                        INSERT INTO inspection_officer (agency_id, name, sex, unit, certificate,
                            certificate_valid_to, region, state, joined_on, created_at)
                        VALUES (?, '某', 'MALE', '队', ?, ?, '640104', ?, '2020-01-01', now()) RETURNING id
                        """)
                .params(agency, "证" + number, validTo, state)
                .query(Long.class)
                .single();
    }

    private void recusal(long unit, long officer, LocalDate since, LocalDate until) {
        owner.sql(
                        """
                        INSERT INTO inspection_recusal (agency_id, unit_id, officer_id, reason, since, until,
                            created_at)
                        VALUES (?, ?, ?, 'DECLARED', ?, ?, now())
                        """)
                .params(agency, unit, officer, since, until)
                .update();
    }

    /** A visit of an earlier draw. */
    private void drawn(int seq, LocalDate from, long unit, long one, long two) {
        var announcement = draw(1).announcement().text();
        long draw =
                owner.sql(
                                """
                                INSERT INTO inspection_draw (agency_id, seq, name, title, mode, announcement,
                                    first_source_at, last_source_at, nonces_until, check_from, check_to,
                                    reveal_by, announced_at, announced_by, state)
                                VALUES (?, ?, ?, '抽查', 'open', ?, now(), now(), now() - interval '1 minute',
                                    ?, ?, ?, now(), 1, 'DRAWN') RETURNING id
                                """)
                        .params(
                                agency,
                                seq,
                                "a" + agency + "/" + seq,
                                announcement,
                                from,
                                from,
                                from)
                        .query(Long.class)
                        .single();
        owner.sql(
                        """
                        INSERT INTO inspection_draw_subject (draw_id, id, kind, subject_id, subject, name)
                        SELECT ?, 'u', 'UNIT', id, credit_code || '/1', name FROM inspection_unit WHERE id = ?
                        UNION ALL SELECT ?, 'o' || id, 'OFFICER', id, certificate, name
                        FROM inspection_officer WHERE id IN (?, ?)
                        """)
                .params(draw, unit, draw, one, two)
                .update();
        owner.sql(
                        """
                        INSERT INTO inspection_draw_visit (draw_id, edition, t, e, s, k, team, salt)
                        VALUES (?, 0, 0, 'u', 'key', '', ARRAY['o' || ?, 'o' || ?], '')
                        """)
                .params(draw, Long.toString(one), Long.toString(two))
                .update();
    }

    private static List<Long> units(Snapshot.Taken taken) {
        return subjects(taken, Pseudonyms.Kind.UNIT);
    }

    private static List<Long> officers(Snapshot.Taken taken) {
        return subjects(taken, Pseudonyms.Kind.OFFICER);
    }

    private static List<Long> subjects(Snapshot.Taken taken, Pseudonyms.Kind kind) {
        return taken.subjects().stream()
                .filter(it -> it.kind() == kind)
                .map(FrozenLists.Subject::subjectId)
                .toList();
    }

    private static Map<String, Long> byName(Snapshot.Taken taken) {
        return taken.subjects().stream()
                .collect(Collectors.toMap(FrozenLists.Subject::id, FrozenLists.Subject::subjectId));
    }

    private static List<String> recusals(Snapshot.Taken taken) {
        var names = byName(taken);
        return taken.directories().recusals().stream()
                .map(it -> names.get(it.e()) + "-" + names.get(it.o()))
                .toList();
    }

    private static Map<Long, Integer> officerLoads(Snapshot.Taken taken) {
        var names = byName(taken);
        return taken.directories().officers().stream()
                .filter(it -> it.load0() != null)
                .collect(Collectors.toMap(it -> names.get(it.id()), it -> it.load0()));
    }

    private static List<ExclusionReason> reasons(Snapshot.Taken taken) {
        return taken.exclusions().stream().map(FrozenLists.Exclusion::reason).toList();
    }
}
