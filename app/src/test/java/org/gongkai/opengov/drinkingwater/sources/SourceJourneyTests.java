package org.gongkai.opengov.drinkingwater.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.organization.Organization;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("The register of sources of drinking water (水源台账)")
class SourceJourneyTests {
    private static final String SOURCES = "/api/v1/water/sources";

    @Autowired WaterSources register;
    @Autowired WaterRights rights;
    @Autowired Organization organization;
    @LocalServerPort int port;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    @Test
    void holdsOneSurfaceAndFourGroundSourcesOfTheDemoAgency() {
        var agency = organization.agencyByKey("ycsthj").orElseThrow().id();
        var demo =
                register.on(agency, LocalDate.of(2021, 7, 1)).stream()
                        .filter(it -> it.by() == null)
                        .map(it -> it.facts().kind())
                        .toList();

        assertThat(demo)
                .containsExactly(
                        SourceKind.RESERVOIR,
                        SourceKind.GROUND,
                        SourceKind.GROUND,
                        SourceKind.GROUND,
                        SourceKind.GROUND);
    }

    @Test
    void changesFromADayOnAndForgetsNothing() {
        var other = entered("替代水源甲");
        var id = entered("被替代水源乙");
        var path = SOURCES + "/" + id;
        var change =
                Map.of(
                        "state",
                        "replaced",
                        "replacedBy",
                        other,
                        "from",
                        "2021-07-01",
                        "reason",
                        "西线供水通水");

        people.as("clerk2").with("If-Match", "\"1\"").put(path, change).expect(200);
        people.as("clerk2")
                .with("If-Match", "\"1\"")
                .put(path, Map.of("name", "晚了", "reason", "更名"))
                .expectProblem(412, "changed-meanwhile");
        people.as("clerk2").put(path, Map.of("target", "II")).expect(422);
        people.as("clerk2").put(path, Map.of("kind", "river", "reason", "改类型")).expect(422);
        assertThat(people.as("head2").put(path, Map.of("reason", "再想想")).expect(422).body())
                .contains("unchanged");
        assertThat(
                        people.as("head2")
                                .put(path, Map.of("from", "2021-06-30", "reason", "更早"))
                                .expect(422)
                                .body())
                .contains("before");

        var read = people.as("auditor").get(path).expect(200);
        assertThat(read.text("/source/state")).isEqualTo("replaced");
        assertThat(read.text("/versions/0/reason")).isEqualTo("西线供水通水");
        assertThat(read.text("/versions/1/state")).isEqualTo("in-use");
        var agency = organization.agencyByKey("ycsthj").orElseThrow().id();
        assertThat(register.on(agency, LocalDate.of(2021, 6, 30)))
                .anyMatch(it -> it.id() == id && it.facts().state() == SourceState.IN_USE);
        assertThat(register.on(agency, LocalDate.of(2021, 7, 1)))
                .anyMatch(it -> it.id() == id && it.facts().state() == SourceState.REPLACED);
        assertThat(register.on(agency, LocalDate.of(2019, 12, 31))).noneMatch(it -> it.id() == id);
    }

    @Test
    void refusesWhatIsMissingOrMeansAnotherSource() {
        var refused =
                people.as("clerk2")
                        .post(SOURCES, Map.of("intake", 0.00001, "district", "110101"))
                        .expect(422)
                        .body();
        assertThat(refused)
                .contains("\"name\"", "\"kind\"", "\"target\"", "\"district\"", "\"intake\"")
                .contains("\"state\"", "\"from\"");

        entered("同名水源丙");
        var twice = source("同名 水源丙");
        assertThat(people.as("clerk2").post(SOURCES, twice).expect(422).body()).contains("taken");
        var alias = source("异名水源丁");
        alias.put("alsoCalled", List.of("同名水源丙"));
        assertThat(people.as("clerk2").post(SOURCES, alias).expect(422).body())
                .contains("alsoCalled");
    }

    @Test
    void isKeptByTheSectionWhoseDutyItIs() {
        for (var who : List.of("leader", "office", "principal", "auditor")) {
            people.as(who).get(SOURCES + "?limit=1").expect(200);
            people.as(who).post(SOURCES, source("别人的水源")).expectProblem(403, "not-allowed");
        }
        for (var who : List.of("clerk", "keeper", "leader2", "operator")) {
            people.as(who).get(SOURCES).expectProblem(403, "not-allowed");
        }

        var monitoring = organization.personByKey("monitoring-clerk").orElseThrow();
        var actor = organization.actorOn(monitoring.id(), LocalDate.of(2021, 7, 30));
        assertThat(rights.enters(actor)).isTrue();
        assertThat(rights.keeps(actor)).isFalse();
    }

    @Test
    void isListedNarrowedAndGivenAsAFile() {
        entered("河流水源戊", "river");
        var rivers = people.as("clerk2").get(SOURCES + "?kind=river&words=水源戊").expect(200);
        assertThat(rivers.at("/items").size()).isEqualTo(1);
        assertThat(rivers.text("/items/0/standard")).isEqualTo("GB3838-2002");
        people.as("clerk2").get(SOURCES + "?kind=sea").expect(422);

        var clerk = DeskClient.at(port).signIn("clerk2", DemoPeople.PASSWORD);
        var csv =
                new String(
                        clerk.download("/desk/water/sources/export.csv?kind=river"),
                        StandardCharsets.UTF_8);
        assertThat(csv).contains("\"水源名称\",\"别名\"").contains("\"河流水源戊\"").doesNotContain("东郊");
    }

    @Test
    void keepsWhatWasTypedIntoAFormThatIsRefused() {
        var clerk = DeskClient.at(port).signIn("clerk2", DemoPeople.PASSWORD);

        clerk.open("/desk/water/sources/new")
                .send("/desk/water/sources", Map.of("name", "未写完的水源", "from", "2021-02-30"))
                .expect(422);

        assertThat(clerk.page().select("input[name=name]").val()).isEqualTo("未写完的水源");
        assertThat(clerk.page().select("input[name=from]").val()).isEqualTo("2021-02-30");
        assertThat(clerk.text()).contains("请从列出的各项中选择").contains("请填写日期");
    }

    private long entered(String name) {
        return entered(name, "ground");
    }

    private long entered(String name, String kind) {
        var source = source(name);
        source.put("kind", kind);
        return people.as("clerk2").post(SOURCES, source).expect(201).number("/source/id");
    }

    /** In reserve, or one day in use: no test of months counts them. */
    private static Map<String, Object> source(String name) {
        var source = new HashMap<String, Object>();
        source.put("name", name);
        source.put("kind", "ground");
        source.put("target", "III");
        source.put("district", "640181");
        source.put("state", "in-use");
        source.put("from", "2020-01-01");
        return source;
    }
}
