package org.gongkai.opengov.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.gongkai.opengov.disclosures.HarvestRegister;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.PublicWork;
import org.gongkai.testing.TestClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xml.sax.SAXException;

@DemoAgencyTest
@DisplayName("Harvesting (开放目录收割): OAI-PMH 2.0")
class OaiJourneyTests {
    private static final Map<String, String> FORMED = Map.of("formedOn", "2021-07-28");
    private static final String DC = "&metadataPrefix=oai_dc";

    @LocalServerPort int port;
    @Autowired TestClock clock;

    @Test
    void saysWhoItIs() {
        var answer = ask("verb=Identify");

        assertThat(answer.select("repositoryName").text()).isEqualTo("银川市生态环境局");
        assertThat(answer.select("baseURL").text()).isEqualTo("http://127.0.0.1:" + port + "/oai");
        assertThat(answer.select("deletedRecord").text()).isEqualTo("persistent");
        assertThat(answer.select("granularity").text()).isEqualTo("YYYY-MM-DDThh:mm:ssZ");
        assertThat(ask("verb=ListMetadataFormats").select("metadataPrefix").text())
                .isEqualTo("oai_dc");
        assertThat(ask("verb=ListSets").select("setSpec").eachText())
                .contains("statutory", "statutory:key-work");
    }

    @Test
    void givesARecordAndAfterItsWithdrawalOnlyItsHeader() {
        var work = PublicWork.at(port).in("penalties");
        var published = work.publish("notice", "关于收割的通知", "<p>收割正文。</p>", FORMED);
        var get = "verb=GetRecord&identifier=" + identifier(published) + DC;

        var record = ask(get);

        assertThat(record.select("dc|title").text()).isEqualTo("关于收割的通知");
        assertThat(record.select("dc|description").text()).contains("收割正文");
        assertThat(record.select("dc|identifier").eachText())
                .contains("http://127.0.0.1:" + port + published.path(), published.indexNumber());
        assertThat(record.select("setSpec").text()).isEqualTo("statutory:penalties");
        assertThat(record.select("header").attr("status")).isEmpty();

        work.withdraw(published, "信息有误", "《政府信息公开条例》第十五条");

        var gone = ask(get);
        assertThat(gone.select("header").attr("status")).isEqualTo("deleted");
        assertThat(gone.select("metadata")).isEmpty();
        assertThat(gone.outerHtml()).doesNotContain("关于收割的通知").doesNotContain("信息有误");
    }

    /** From and until are included, to the second. */
    @Test
    void givesWhatChangedInATimeAndASet() {
        clock.set("2027-03-04T10:00:05+08:00");
        var work = PublicWork.at(port);
        var one = work.in("emergency").publish("notice", "甲号通知", "<p>甲。</p>", FORMED);
        clock.set("2027-03-04T10:00:07+08:00");
        var two = work.in("licences").publish("notice", "乙号通知", "<p>乙。</p>", FORMED);

        assertThat(between("2027-03-04T02:00:05Z", "2027-03-04T02:00:07Z", ""))
                .containsExactly(identifier(one), identifier(two));
        assertThat(between("2027-03-04T02:00:05Z", "2027-03-04T02:00:06Z", ""))
                .containsExactly(identifier(one));
        assertThat(between("2027-03-04T02:00:06Z", "2027-03-04T02:00:07Z", ""))
                .containsExactly(identifier(two));
        assertThat(between("2027-03-04", "2027-03-04", "&set=statutory"))
                .containsExactly(identifier(one), identifier(two));
        assertThat(between("2027-03-04", "2027-03-04", "&set=statutory:emergency"))
                .containsExactly(identifier(one));
        assertThat(
                        error(
                                "verb=ListRecords&from=2027-03-04T02:00:06Z&until=2027-03-04T02:00:06Z"
                                        + DC))
                .isEqualTo("noRecordsMatch");
    }

    /** More than one part: every record once, whatever is published meanwhile. */
    @Test
    void goesOnWithATokenUntilAllIsGiven() {
        for (var it = 0; it < 3; it++) {
            PublicWork.at(port)
                    .in("budgets")
                    .publish("notice", "第" + it + "号", "<p>文。</p>", FORMED);
        }
        var all = new ArrayList<String>();
        var answer = ask("verb=ListIdentifiers" + DC);
        all.addAll(answer.select("identifier").eachText());
        while (!answer.select("resumptionToken").text().isEmpty()) {
            assertThat(answer.select("header")).hasSize(100);
            answer =
                    ask(
                            "verb=ListIdentifiers&resumptionToken="
                                    + answer.select("resumptionToken").text());
            all.addAll(answer.select("identifier").eachText());
        }

        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
    }

    /** A token of our own making, after the first of two records. */
    @Test
    void goesOnAfterThePlaceThatATokenNames() {
        clock.set("2027-05-06T10:00:00+08:00");
        var work = PublicWork.at(port).in("rules");
        work.publish("notice", "丙号通知", "<p>丙。</p>", FORMED);
        clock.set("2027-05-06T10:01:00+08:00");
        var second = work.publish("notice", "丁号通知", "<p>丁。</p>", FORMED);
        var token =
                new OaiSelection(
                                Instant.parse("2027-05-06T00:00:00Z"),
                                Instant.parse("2027-05-07T00:00:00Z"),
                                "rules",
                                new HarvestRegister.Place(
                                        Instant.parse("2027-05-06T02:00:30Z"), new UUID(0, 0)),
                                100)
                        .token();

        var answer = ask("verb=ListRecords&resumptionToken=" + token);

        assertThat(answer.select("header > identifier").eachText())
                .containsExactly(identifier(second));
        assertThat(answer.select("resumptionToken").attr("cursor")).isEqualTo("100");
        assertThat(answer.select("resumptionToken").text()).isEmpty();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "'', badVerb",
        "verb=Burn, badVerb",
        "verb=Identify&verb=Identify, badVerb",
        "verb=Identify&set=x, badArgument",
        "verb=GetRecord&identifier=oai:127.0.0.1:x, badArgument",
        "verb=ListRecords, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2021, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2021-02-30, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2021-07-30T09:00:00%2B08:00, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2021-07-30&until=2021-07-30T09:00:00Z, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2021-07-31&until=2021-07-30, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x, badArgument",
        "verb=ListRecords&resumptionToken=x, badResumptionToken",
        "verb=ListSets&resumptionToken=x, badResumptionToken",
        "verb=ListRecords&metadataPrefix=marc21, cannotDisseminateFormat",
        "verb=GetRecord&identifier=oai:127.0.0.1:640100-113/2021-00001&metadataPrefix=marc21, cannotDisseminateFormat",
        "verb=GetRecord&identifier=oai:127.0.0.1:640100-113/1999-00001&metadataPrefix=oai_dc, idDoesNotExist",
        "verb=GetRecord&identifier=nonsense&metadataPrefix=oai_dc, idDoesNotExist",
        "verb=ListMetadataFormats&identifier=nonsense, idDoesNotExist",
        "verb=ListRecords&metadataPrefix=oai_dc&set=nowhere, noRecordsMatch",
        "verb=ListRecords&metadataPrefix=oai_dc&until=1999-01-01, noRecordsMatch"
    })
    void saysWhatIsWrongInTheWordsOfTheProtocol(String asked, String code) {
        assertThat(error(asked)).isEqualTo(code);
    }

    private List<String> between(String from, String until, String more) {
        return ask("verb=ListIdentifiers&from=" + from + "&until=" + until + more + DC)
                .select("header > identifier")
                .eachText();
    }

    private String error(String asked) {
        var answer = ask(asked);
        assertThat(answer.select("error")).hasSize(1);
        return answer.select("error").attr("code");
    }

    private String identifier(PublicWork.Published published) {
        return "oai:127.0.0.1:" + published.indexNumber();
    }

    /** Every answer is held to the schema. */
    private Document ask(String query) {
        var body = DeskClient.at(port).open("/oai?" + query).expect(200).body();
        try {
            validator().validate(new StreamSource(new StringReader(body)));
        } catch (SAXException | IOException e) {
            throw new AssertionError(query + ": " + e.getMessage() + "\n" + body, e);
        }
        return Jsoup.parse(body, "", Parser.xmlParser());
    }

    private static Validator validator() throws SAXException {
        var schema = OaiJourneyTests.class.getResource("oai-pmh.xsd");
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(schema))
                .newValidator();
    }
}
