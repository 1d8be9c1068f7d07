package org.gongkai.benchmarks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.gongkai.opengov.disclosures.DocumentContent;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.Source;

/** Makes what a section would have entered out of a generated document (公开内容). */
final class Papers {
    /** Where documents of a subject are shown in the demo agency's tree. */
    private static final Map<String, String> COLUMNS =
            Map.ofEntries(
                    Map.entry("water", "water-quality"),
                    Map.entry("air", "remediation"),
                    Map.entry("soil", "remediation"),
                    Map.entry("waste", "key-work"),
                    Map.entry("radiation", "licences"),
                    Map.entry("licences", "licences"),
                    Map.entry("inspection", "double-random"),
                    Map.entry("penalties", "penalties"),
                    Map.entry("remediation", "key-projects"),
                    Map.entry("budgets", "budgets"),
                    Map.entry("planning", "plans"),
                    Map.entry("emergency", "emergency"),
                    Map.entry("interpretation", "interpretation"),
                    Map.entry("openness", "notices"),
                    Map.entry("monitoring", "documents"));

    private static final Map<String, DocumentKind> KINDS =
            Map.of(
                    "一般信息", DocumentKind.GENERAL,
                    "通知", DocumentKind.NOTICE,
                    "规划计划", DocumentKind.PLAN,
                    "新闻", DocumentKind.NEWS,
                    "报告", DocumentKind.REPORT,
                    "规范性文件", DocumentKind.NORMATIVE_DOCUMENT);

    private final List<AttachedFile> files;

    Papers(List<AttachedFile> files) {
        this.files = List.copyOf(files);
    }

    /** Key of the column in which documents of this subject are shown. */
    static String column(String topic) {
        return Objects.requireNonNull(COLUMNS.get(topic), topic);
    }

    /** The content that is signed; about three in a hundred have a file. */
    DocumentContent content(GeneratedDocument it, String section) {
        DocumentKind kind = Objects.requireNonNull(KINDS.get(it.kind()), it.kind());
        boolean attached = it.number() % 33 == 0 && !files.isEmpty();
        return new DocumentContent(
                kind,
                it.title(),
                section,
                it.bodyHtml(),
                "主动公开",
                "《政府信息公开条例》第二十条",
                1 + it.number() % 15,
                it.number() % 10 == 0
                        ? Source.reposted("宁夏回族自治区生态环境厅", "https://www.example.org/")
                        : Source.ours(),
                fields(kind, it),
                attached ? List.of(files.get(it.number() / 33 % files.size())) : List.of(),
                List.of(),
                null);
    }

    private static Map<String, String> fields(DocumentKind kind, GeneratedDocument it) {
        LocalDate formed = it.publishedOn().minusDays(5);
        String number =
                "银环%s发〔%d〕%d号"
                        .formatted(it.number() % 2 == 0 ? "" : "规", formed.getYear(), it.number());
        Map<String, String> fields = new HashMap<>(Map.of("formedOn", formed.toString()));
        if (kind == DocumentKind.NEWS) {
            return fields;
        }
        if (it.documentNumber() != null || kind == DocumentKind.NORMATIVE_DOCUMENT) {
            fields.put("documentNumber", number);
        }
        if (kind == DocumentKind.PLAN) {
            fields.put("periodFrom", formed.withDayOfYear(1).toString());
            fields.put("periodTo", formed.withDayOfYear(1).plusYears(1).toString());
            fields.put("planStage", "正式稿");
        }
        if (kind == DocumentKind.NORMATIVE_DOCUMENT) {
            fields.put("issuer", "银川市生态环境局");
            fields.put("printedOn", formed.toString());
            fields.put("effectiveOn", formed.plusDays(30).toString());
            fields.put("expiresOn", formed.plusDays(30).plusYears(5).toString());
            fields.put("topic", "城乡建设、环境保护");
            fields.put("legalityReview", "已审核");
            if (it.number() % 20 == 0) {
                fields.put(
                        "repeals", "银环规发〔%d〕%d号".formatted(formed.getYear() - 2, it.number() - 1));
            }
        }
        return fields;
    }
}
