package org.gongkai.opengov.siteimport;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.DocumentField;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a manifest may have (清单列), each under its English or its Chinese name. Those of
 * a kind's own fields stand under the key that the API uses, or the name given here.
 */
enum ManifestField {
    KEY("key", "原编号"),
    ADDRESS("address", "原网址"),
    TITLE("title", "标题"),
    KIND("kind", "种类"),
    COLUMN("column", "栏目"),
    SECTION("section", "责任科室"),
    ATTRIBUTE("attribute", "公开属性"),
    GROUND("legalGround", "公开依据"),
    ITEM("article20Item", "条例第二十条项目"),
    INDEX_NUMBER("indexNumber", "索引号"),
    PUBLISHED("publishedAt", "发布日期"),
    SOURCE("source", "来源"),
    SOURCE_URL("sourceUrl", "来源网址"),
    BODY_FILE("bodyFile", "正文文件"),
    BODY("body", "正文"),
    ATTACHMENTS("attachments", "附件"),
    DOCUMENT_NUMBER("documentNumber", "发文字号", true),
    FORMED("formedOn", "成文日期", true),
    ISSUER("issuer", "发文机关", true),
    PRINTED("printedOn", "印发日期", true),
    EFFECTIVE("effectiveOn", "施行日期", true),
    EXPIRES("expiresOn", "失效日期", true),
    TOPIC("topic", "主题分类", true),
    VALID_UNTIL("validUntil", "有效期至", true),
    COMMENT_FROM("commentFrom", "征求意见开始日期", true),
    COMMENT_UNTIL("commentUntil", "征求意见截止日期", true),
    COMMENT_HOW("commentHow", "提出意见的方式", true),
    AUTHOR("author", "作者", true),
    PERIOD_FROM("periodFrom", "期间起", true),
    PERIOD_TO("periodTo", "期间止", true),
    PLAN_STAGE("planStage", "阶段", true);

    private final String key;
    private final String term;
    private final boolean ofKind;

    ManifestField(String key, String term) {
        this(key, term, false);
    }

    ManifestField(String key, String term, boolean ofKind) {
        this.key = key;
        this.term = term;
        this.ofKind = ofKind;
    }

    /** The name under which a row holds it. */
    String key() {
        return key;
    }

    /** Whether it is a field that only some kinds of document have. */
    static boolean isOfKind(String key) {
        return Arrays.stream(values()).noneMatch(it -> it.key.equals(key) && !it.ofKind);
    }

    /** The key of a column by what its head says; empty when no manifest has such a column. */
    static Optional<String> keyOf(String head) {
        var name = head.strip();
        return Arrays.stream(values())
                .filter(it -> it.key.equals(name) || it.term.equals(name))
                .map(ManifestField::key)
                .findFirst()
                .or(() -> ownFields().filter(name::equals).findFirst());
    }

    /** The Chinese name of a key, for the reports. */
    static String termOf(@Nullable String field) {
        var key = field == null ? "" : field.replaceFirst("^fields\\.", "");
        var name = key.equals("bodyHtml") ? BODY.key : key;
        return Arrays.stream(values())
                .filter(it -> it.key.equals(name))
                .map(it -> it.term)
                .findFirst()
                .orElse(name);
    }

    private static Stream<String> ownFields() {
        return Arrays.stream(DocumentKind.values())
                .map(DocumentKind::fields)
                .flatMap(List::stream)
                .map(DocumentField::key)
                .distinct();
    }
}
