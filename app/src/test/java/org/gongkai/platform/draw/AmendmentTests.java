package org.gongkai.platform.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Fault;
import org.gongkai.platform.commitments.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Amendments (调整)")
class AmendmentTests {
    private final Draw draw = new DrawBuilder().draws(6).entities(10).officers(5).draw();

    @Test
    void replaceAClosedEntityByTheNextInReserveAndKeepItsTeam() {
        var reserve = draw.reserve().get("一般");

        var amended =
                draw.amended(
                        List.of(
                                new Amendment.ReplaceEntity(2, "closed"),
                                new Amendment.ReplaceEntity(4, "closed")));

        assertThat(amended.visits().get(2).entity().id()).isEqualTo(reserve.get(0));
        assertThat(amended.visits().get(4).entity().id()).isEqualTo(reserve.get(1));
        assertThat(amended.visits().get(2).team()).isEqualTo(draw.visits().get(2).team());
        assertThat(amended.visits().get(2).salt()).isNotEqualTo(draw.visits().get(2).salt());
        assertThat(amended.visits().get(3).toJson()).isEqualTo(draw.visits().get(3).toJson());
        assertThat(amended.roots()).hasSize(2).doesNotContain(draw.root()).doesNotHaveDuplicates();
    }

    @Test
    void sendSomebodyElseWhereTheNewEntityHasARecusal() {
        var builder = new DrawBuilder().draws(2).entities(4).officers(4);
        var before = builder.draw();
        var next = before.reserve().get("一般").getFirst();
        var officer = before.visits().getFirst().team().getFirst();
        var after = builder.recusal(next, officer).draw();
        // The new recusal changes the seed; look for a draw in which it matters.
        var round = 0;
        while (!after.reserve().get("一般").getFirst().equals(next)
                || !after.visits().getFirst().team().contains(officer)) {
            after = builder.numbers(++round).draw();
        }

        var team =
                after.amended(List.of(new Amendment.ReplaceEntity(0, "closed")))
                        .visits()
                        .getFirst()
                        .team();

        assertThat(team).doesNotContain(officer, Visit.NOBODY);
        var kept = new HashSet<>(after.visits().getFirst().team());
        kept.remove(officer);
        assertThat(team).containsAll(kept);
    }

    @Test
    void replaceAnOfficerAndKeepThemOffTheVisit() {
        var officer = draw.visits().get(1).team().get(0);

        var amended =
                draw.amended(
                        List.of(
                                new Amendment.ReplaceOfficer(1, 0, "ill"),
                                new Amendment.ReplaceOfficer(1, 0, "ill"),
                                new Amendment.ReplaceOfficer(1, 1, "ill")));

        assertThat(amended.visits().get(1).team()).doesNotContain(officer);
        assertThat(new HashSet<>(amended.visits().get(1).team())).hasSize(2);
    }

    @Test
    void leaveASeatEmptyWhenAllAreKeptOff() {
        var all =
                IntStream.range(0, 4)
                        .mapToObj(it -> (Amendment) new Amendment.ReplaceOfficer(0, 1, "ill"))
                        .toList();

        var amended = draw.amended(all);

        assertThat(amended.visits().getFirst().team().get(1)).isEqualTo(Visit.NOBODY);
        assertThat(amended.visits().getFirst().unfilled()).isEqualTo(1);
    }

    @Test
    void fillAnEmptySeatOnceTheEntityIsAnother() {
        var amendments =
                new ArrayList<Amendment>(
                        Collections.nCopies(4, new Amendment.ReplaceOfficer(0, 1, "ill")));
        amendments.add(new Amendment.ReplaceEntity(0, "closed"));

        var amended = draw.amended(amendments);

        assertThat(amended.visits().getFirst().team()).doesNotContain(Visit.NOBODY);
        assertThat(amended.visits().getFirst().team().getFirst())
                .isEqualTo(draw.visits().getFirst().team().getFirst());
    }

    @Test
    void takeAnOfficerOutAndLeaveVisitsThatWereMade() {
        var officer = draw.visits().getFirst().team().getFirst();

        var amended =
                draw.amended(List.of(new Amendment.RemoveOfficer(officer, List.of(0), "left")));

        assertThat(amended.visits().getFirst().team()).contains(officer);
        assertThat(amended.visits().subList(1, 6)).noneMatch(it -> it.team().contains(officer));
        assertThat(amended.visits()).allMatch(it -> it.unfilled() == 0);
    }

    @Test
    void moveNobodyElse() {
        var officer = draw.visits().getFirst().team().getFirst();

        var amended =
                draw.amended(List.of(new Amendment.RemoveOfficer(officer, List.of(), "left")));

        for (var t = 0; t < 6; t++) {
            var before = draw.visits().get(t).team();
            for (var j = 0; j < 2; j++) {
                if (!before.get(j).equals(officer)) {
                    assertThat(amended.visits().get(t).team().get(j)).isEqualTo(before.get(j));
                }
            }
        }
    }

    @Test
    void areRefusedWithoutAReason() {
        var silent = new Amendment.ReplaceEntity(0, "").toJson();
        silent.put("t", 0L);

        assertThatThrownBy(() -> Amendment.of(silent, Path.ROOT))
                .isInstanceOfSatisfying(
                        CommitmentRefused.class,
                        it -> {
                            assertThat(it.fault()).isEqualTo(CommitmentFault.NOT_AN_ID);
                            assertThat(it.path()).isEqualTo("/reason");
                        });
    }

    @Test
    void areRefusedWhereThereIsNothingToTake() {
        assertRefused(new Amendment.ReplaceEntity(6, "closed"), CommitmentFault.OUT_OF_RANGE);
        assertRefused(new Amendment.ReplaceOfficer(0, 2, "ill"), CommitmentFault.OUT_OF_RANGE);
        assertRefused(
                new Amendment.RemoveOfficer("无此人", List.of(), "left"), DrawFault.UNKNOWN_OFFICER);
        assertRefused(
                new Amendment.RemoveOfficer("人员000", List.of(6), "left"),
                CommitmentFault.OUT_OF_RANGE);
        var five = Collections.nCopies(5, new Amendment.ReplaceEntity(0, "closed"));
        assertThatThrownBy(() -> draw.amended(List.copyOf(five)))
                .isInstanceOfSatisfying(
                        CommitmentRefused.class,
                        it -> {
                            assertThat(it.fault()).isEqualTo(DrawFault.NO_RESERVE);
                            assertThat(it.path()).isEqualTo("/amendments/4");
                        });
    }

    @Test
    void leaveTheDrawItselfAsItWas() {
        var root = draw.root();

        draw.amended(List.of(new Amendment.ReplaceEntity(0, "closed")));

        assertThat(draw.visits().getFirst().entity().id())
                .isNotEqualTo(draw.reserve().get("一般").getFirst());
        assertThat(draw.root()).isEqualTo(root);
        assertThat(draw.amended(List.of()).visits()).isEqualTo(draw.visits());
    }

    private void assertRefused(Amendment amendment, Fault fault) {
        assertThatThrownBy(() -> draw.amended(List.of(amendment)))
                .isInstanceOfSatisfying(
                        CommitmentRefused.class, it -> assertThat(it.fault()).isEqualTo(fault));
    }
}
