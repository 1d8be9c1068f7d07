package org.gongkai.platform.textcheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects findings and gives each its lasting id (问题清单). */
final class FindingList {
    /** More than anybody reads: what stands behind comes up once these are settled. */
    static final int MOST = 1_000;

    private final List<Finding> findings = new ArrayList<>();
    private final FindingIds ids;
    private final Map<String, Integer> seen = new HashMap<>();

    FindingList(FindingIds ids) {
        this.ids = ids;
    }

    /** Adds a finding whose sentence is {@code textcheck.<code>}. */
    void add(
            String code,
            Severity severity,
            Where where,
            List<Object> arguments,
            Optional<String> proposal) {
        add(code, severity, where, "", arguments, proposal);
    }

    /**
     * The same for what hides in a file: letting it pass counts for these bytes alone.
     *
     * @param file SHA-256 of the file
     */
    void add(
            String code,
            Severity severity,
            Where where,
            String file,
            List<Object> arguments,
            Optional<String> proposal) {
        var same =
                code
                        + "\u0000"
                        + where.field()
                        + "\u0000"
                        + where.part()
                        + "\u0000"
                        + where.quote();
        var occurrence = seen.merge(same, 1, Integer::sum);
        findings.add(
                new Finding(
                        ids.id(code, where, file, occurrence),
                        code,
                        severity,
                        where,
                        "textcheck." + code,
                        arguments,
                        proposal));
    }

    /** Adds what detectors found in one text; of overlapping hits the first detector's counts. */
    void addHits(String field, String part, String text, List<TextDetector> detectors) {
        var folded = FoldedText.of(text);
        for (var detector : detectors) {
            for (var hit : detector.find(folded)) {
                if (folded.claim(hit.start(), hit.end())) {
                    var quote = folded.quote(hit.start(), hit.end());
                    var where = new Where(field, part, folded.originalOffset(hit.start()), quote);
                    add(hit.code(), hit.severity(), where, hit.arguments(), hit.proposal());
                }
            }
        }
    }

    /** The first thousand, blocking ones first, else in the order of the text. */
    List<Finding> all() {
        return findings.stream()
                .sorted(
                        java.util.Comparator.comparing(Finding::severity)
                                .thenComparing(it -> order(it.where().field()))
                                .thenComparing(it -> it.where().field())
                                .thenComparing(it -> it.where().offset()))
                .limit(MOST)
                .toList();
    }

    private static int order(String field) {
        return switch (field) {
            case "title" -> 0;
            case "bodyHtml" -> 2;
            default -> field.startsWith("attachment:") ? 3 : 1;
        };
    }
}
