package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.PublicWork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The registers that only some documents stand in, page and table alike. */
@DemoAgencyTest
@DisplayName("What stands in the registers of plans, normative documents and drafts for comment")
class RegisterVisibilityTests {
    /** A register, and what a document of its kind must say. */
    private enum Register {
        PLANS(
                "/plans",
                "plan",
                Map.of(
                        "formedOn", "2021-07-28",
                        "periodFrom", "2021-01-01",
                        "periodTo", "2025-12-31",
                        "planStage", "正式稿")),
        CONSULTATIONS(
                "/consultations",
                "notice",
                Map.of(
                        "formedOn", "2021-07-28",
                        "commentFrom", "2021-07-28",
                        "commentUntil", "2021-08-31",
                        "commentHow", "来信")),
        NORMATIVE_DOCUMENTS(
                "/normative-documents",
                "normative-document",
                Map.of(
                        "formedOn", "2021-07-28",
                        "printedOn", "2021-07-28",
                        "effectiveOn", "2021-08-01",
                        "issuer", "银川市生态环境局",
                        "topic", "生态环境",
                        "legalityReview", "已审核"));

        final String path;
        final String kind;
        final Map<String, String> fields;

        Register(String path, String kind, Map<String, String> fields) {
            this.path = path;
            this.kind = kind;
            this.fields = fields;
        }
    }

    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void isPublicNow(Register register) {
        var people = DemoPeople.at(port);
        var work = PublicWork.at(port).in("documents");
        people.submitted(input(register, "审核中的埋词文件"));
        var shown = work.publish(register.kind, "公开的埋词文件", "<p>一。</p>", fields(register, 901));
        var gone = work.publish(register.kind, "撤回的埋词文件", "<p>二。</p>", fields(register, 902));
        work.withdraw(gone, "内容有误", "《政府信息公开条例》第六条");

        for (var path : new String[] {register.path, register.path + ".csv"}) {
            assertThat(DeskClient.at(port).open(path).expect(200).body())
                    .as(path)
                    .contains("公开的埋词文件")
                    .contains(path.endsWith("csv") ? shown.indexNumber() : shown.path())
                    .doesNotContain("撤回的埋词文件")
                    .doesNotContain("审核中的埋词文件");
        }
    }

    private static Map<String, Object> input(Register register, String title) {
        var input = new LinkedHashMap<String, Object>(DemoPeople.notice(title, "<p>三。</p>"));
        input.put("kind", register.kind);
        input.put("fields", fields(register, 903));
        return input;
    }

    private static Map<String, String> fields(Register register, int serial) {
        var fields = new LinkedHashMap<>(register.fields);
        if (register == Register.NORMATIVE_DOCUMENTS) {
            fields.put("documentNumber", "银环规发〔2021〕" + serial + "号");
        }
        return fields;
    }
}
