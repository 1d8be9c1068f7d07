package org.gongkai.opengov.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.TreeSet;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DemoAgencyTest
@DisplayName("Data catalogue (数据目录): DCAT-AP")
class DataCatalogueJourneyTests {
    @LocalServerPort int port;

    /** DCAT-AP: a catalogue has title, description, publisher; a data set title and description. */
    @Test
    void saysOfEachDataSetWhatItIsAndHowToTakeIt() {
        var catalogue = read();

        assertThat(words(catalogue, "dct:title")).isEqualTo("银川市生态环境局数据目录");
        assertThat(catalogue.at("/dct:publisher/0/foaf:name/0/@value").asString())
                .isEqualTo("银川市生态环境局");
        assertThat(catalogue.at("/dct:license/0/dct:title/0/@value").asString()).contains("著作权法");
        var names = new ArrayList<String>();
        for (var it : catalogue.at("/dcat:dataset")) {
            names.add(words(it, "dct:title"));
            assertThat(words(it, "dct:description")).as(names.toString()).isNotBlank();
            assertThat(it.at("/dct:accrualPeriodicity/0/@id").asString()).contains("/frequency/");
            assertThat(it.at("/dct:publisher/0/foaf:name")).isNotEmpty();
            assertThat(it.at("/dcat:distribution")).isNotEmpty();
            for (var way : it.at("/dcat:distribution")) {
                assertThat(way.at("/dct:license")).isNotEmpty();
            }
        }
        assertThat(names).contains("主动公开信息目录", "规范性文件目录", "重点工作").doesNotHaveDuplicates();
    }

    @Test
    void namesOnlyWaysThatAnswerInTheFormTheyPromise() {
        var reader = DeskClient.at(port);
        var asked = new TreeSet<String>();
        for (var way : read().findParents("dcat:downloadURL")) {
            var address = way.at("/dcat:downloadURL/0/@id").asString();
            var type = way.at("/dcat:mediaType/0/@id").asString();
            var path = address.substring(("http://127.0.0.1:" + port).length());
            if (asked.add(path)) {
                reader.open(path).expect(200);

                assertThat(reader.response().headers().firstValue("content-type").orElse(""))
                        .as(path)
                        .startsWith(type.replaceAll("^.*/media-types/", ""));
            }
        }
        assertThat(asked).hasSizeGreaterThan(20);
    }

    @Test
    void saysTheSameInEveryWayOfWriting() {
        var reader = DeskClient.at(port);
        var datasets = read().at("/dcat:dataset").size();
        var distributions = read().findParents("dcat:downloadURL").size();

        var xml = reader.open("/catalog.rdf").expect(200).body();
        var turtle = reader.open("/catalog.ttl").expect(200).body();

        assertThat(xml.split("<dcat:Dataset ", -1)).hasSize(datasets + 1);
        assertThat(xml.split("<dcat:Distribution>", -1)).hasSize(distributions + 1);
        assertThat(turtle.split(" a dcat:Dataset ", -1)).hasSize(datasets + 1);
        assertThat(turtle.split(" a dcat:Distribution ", -1)).hasSize(distributions + 1);
        assertThat(turtle).startsWith("@prefix dcat: <http://www.w3.org/ns/dcat#> .");
        assertThat(turtle.chars().filter(it -> it == '[').count())
                .isEqualTo(turtle.chars().filter(it -> it == ']').count());
    }

    @ParameterizedTest
    @CsvSource({
        "1, DAILY",
        "7, WEEKLY",
        "8, BIWEEKLY",
        "31, MONTHLY",
        "180, ANNUAL_2",
        "366, ANNUAL",
        "367, IRREG"
    })
    void tellsTheRuleOfAColumnInTheWordsOfTheFrequencyList(int days, String word) {
        assertThat(DataCatalogue.frequency(days)).isEqualTo(word);
    }

    private JsonNode read() {
        return new JsonMapper()
                .readTree(DeskClient.at(port).open("/catalog.jsonld").expect(200).body());
    }

    private static String words(JsonNode thing, String property) {
        return thing.at("/" + property + "/0/@value").asString();
    }
}
