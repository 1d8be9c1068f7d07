package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("The record of a document over the API")
class DocumentRecordApiTests {
    @LocalServerPort int port;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    @Test
    void tellsEveryStepByWhomAndWhy() {
        var id = people.submitted(DemoPeople.notice("办理记录接口测试", "<p>记录</p>"));
        people.step("head", id, "return", Map.of("reason", "请补充依据", "passages", List.of()))
                .expect(200);

        var steps = people.as("auditor").get(address(id, "steps")).expect(200);

        assertThat(steps.at("/items").findValuesAsString("to"))
                .containsExactly("draft", "in-review", "returned");
        assertThat(steps.text("/items/2/person")).isEqualTo("周文博");
        assertThat(steps.text("/items/2/note")).isEqualTo("请补充依据");
    }

    @Test
    void tellsWhichSignaturesCountAndWhichBecameVoid() {
        var notice = DemoPeople.notice("审签经过接口测试", "<p>初稿</p>");
        var id = people.submitted(notice);
        people.sign("head", id).expect(200);
        notice.put("bodyHtml", "<p>改稿</p>");
        var read = people.as("clerk").get("/api/v1/documents/" + id).expect(200);
        people.as("clerk")
                .with("If-Match", read.etag())
                .put("/api/v1/documents/" + id, notice)
                .expect(200);
        people.step("clerk", id, "submit", Map.of()).expect(200);
        people.sign("head", id).expect(200);

        var review = people.as("clerk").get(address(id, "review")).expect(200);

        assertThat(review.at("/revisions").findValuesAsString("revision"))
                .containsExactly("2", "1");
        assertThat(review.at("/signatures").findValuesAsString("revision"))
                .containsExactly("1", "2");
        assertThat(review.at("/signatures").findValuesAsString("valid"))
                .containsExactly("false", "true");
    }

    @Test
    void tellsWhatWasPublishedAndPrintsTheForm() {
        var id = people.published(DemoPeople.notice("历次版本接口测试", "<p>正文</p>"));

        var editions = people.as("office").get(address(id, "editions")).expect(200);
        assertThat(editions.text("/items/0/publishedBy")).isEqualTo("苏雅琴");
        assertThat(editions.text("/items/0/sha256")).isEqualTo(people.sha256(id));
        assertThat(people.as("clerk").get(address(id, "review-form.pdf")).expect(200).body())
                .startsWith("%PDF-");
        people.as("clerk").get(address(id, "review-form.docx")).expect(200);
    }

    @Test
    void hasNoFormBeforeSomethingWasSentForReview() {
        var id = people.draft(DemoPeople.notice("尚未送审的文件", "<p>正文</p>"));

        people.as("clerk").get(address(id, "review-form.pdf")).expect(404);
    }

    @Test
    void isNothingToOtherSections() {
        var id = people.submitted(DemoPeople.notice("其他科室不可见", "<p>正文</p>"));

        for (var what : List.of("steps", "review", "editions", "review-form.pdf")) {
            people.as("clerk2").get(address(id, what)).expect(404);
            people.reader().get(address(id, what)).expect(401);
        }
    }

    private static String address(String id, String what) {
        return "/api/v1/documents/" + id + "/" + what;
    }
}
