package org.gongkai.opengov.drinkingwater.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.drinkingwater.results.SampleEntry;
import org.gongkai.opengov.drinkingwater.results.Sampling;
import org.gongkai.opengov.drinkingwater.results.SamplingDesk;
import org.gongkai.opengov.drinkingwater.results.Samplings;
import org.gongkai.opengov.drinkingwater.sources.WaterSources;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.testing.OwnAgencyTest;
import org.gongkai.testing.SectionWork;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** From the results to the reader and back, with the demo agency's own people. */
@OwnAgencyTest
@DisplayName("A corrected report of a month (更正) is in every public place at once")
class CorrectedWaterTests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final YearMonth MONTH = YearMonth.of(2021, 6);
    private static final String NOTE = "实验室更正了东郊水源地的总硬度";

    @Autowired ApplicationContext program;
    @Autowired ReportDesk desk;
    @Autowired SamplingDesk results;
    @Autowired Samplings samplings;
    @Autowired WaterSources sources;
    @Autowired DraftingDesk drafting;
    @Autowired PublishingDesk publishing;
    @LocalServerPort int port;

    private SectionWork section;
    private Actor clerk;

    @Test
    void showsTheNewValueAndTheNoteOnPagesChartsFilesFeedWidgetAndCalls() {
        section = SectionWork.of(program, "water", "water-quality");
        clerk = section.holder(Role.CLERK);
        var east = east();
        var places = places(east);
        places.forEach(it -> assertThat(text(it)).doesNotContain(NOTE));
        var document = desk.draft(clerk, ReportPeriod.of(MONTH), ReportWords.NONE);
        drafting.submit(clerk, document);
        published(document);
        places.forEach(this::text);

        correctHardness(east);
        desk.correct(clerk, ReportPeriod.of(MONTH), ReportWords.NONE, NOTE);
        drafting.submit(clerk, document);
        places.forEach(
                it -> assertThat(text(it)).as(it).doesNotContain(NOTE).doesNotContain("499.5"));
        published(document);

        places.forEach(it -> assertThat(text(it)).as(it).contains(NOTE).contains("499.5"));
        for (var it : List.of("/water", "/water/months", "/water/widget", "/")) {
            assertThat(text(it)).as(it).contains("东郊水源地").contains("不达标");
        }
        for (var it : List.of("/water", "/water/months", "/water/widget")) {
            assertThat(text(it)).as(it).contains(NOTE);
        }
        assertThat(text("/water/sources/" + east + "/items/w01007"))
                .containsPattern("class=\"corrected\" d=\"M[^\"]+\"")
                .containsPattern("class=\"over\" d=\"M[^\"]+\"");
        assertThat(text("/water/items/w01007")).contains("东郊水源地").contains("499.5 mg/L");
    }

    /** Where value and note both stand. */
    private static List<String> places(long source) {
        var places =
                new ArrayList<>(
                        List.of(
                                "/water/months/" + MONTH,
                                "/water/sources/" + source,
                                "/water/sources/" + source + "/items/w01007",
                                "/water/feed.xml",
                                "/api/v1/public/water/data?source=" + source + "&item=w01007",
                                "/api/v1/public/water/months/" + MONTH));
        for (var form : List.of("csv", "json", "xlsx")) {
            places.add("/water/data." + form);
            places.add("/water/months/" + MONTH + "/data." + form);
            places.add("/water/sources/" + source + "/data." + form);
        }
        return places;
    }

    private void published(DocumentId document) {
        List.of(Role.SECTION_HEAD, Role.SECRECY_REVIEWER, Role.DEPUTY_LEADER)
                .forEach(it -> section.sign(section.holder(it), document));
        publishing.publish(section.holder(Role.DISCLOSURE_OFFICE), document);
    }

    private long east() {
        return sources.newest(clerk.agency()).stream()
                .filter(it -> it.facts().name().equals("东郊水源地"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void correctHardness(long source) {
        var now = samplings.find(clerk.agency(), source, MONTH).orElseThrow();
        var values = new ArrayList<SampleEntry.Typed>();
        for (var it : now.values()) {
            var is = it.item().startsWith("总硬度") ? "499.5" : it.value();
            values.add(new SampleEntry.Typed("values", it.item(), is, it.unit()));
        }
        results.keep(
                clerk,
                source,
                MONTH,
                new SampleEntry(
                        false, "", "", "", values, "实验室更正报告", Set.of("总硬度(以CaCO3计)|jump|499.5")),
                Sampling.Origin.HAND,
                null);
    }

    private String text(String path) {
        try {
            var answer =
                    HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            BodyHandlers.ofByteArray());
            return path.endsWith(".xlsx") && answer.statusCode() == 200
                    ? sheets(answer.body())
                    : new String(answer.body(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String sheets(byte[] book) throws IOException {
        var file = Files.createTempFile("water", ".xlsx");
        Files.write(file, book);
        try (var zip = new ZipFile(file.toFile())) {
            var text = new StringBuilder();
            for (var part : Collections.list(zip.entries())) {
                text.append(
                        new String(
                                zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
            return Parser.unescapeEntities(text.toString(), false);
        } finally {
            Files.delete(file);
        }
    }
}
