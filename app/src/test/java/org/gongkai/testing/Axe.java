package org.gongkai.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Accessibility findings of axe-core on a page (WCAG 2.2 AA and best practice). What axe leaves
 * open ("incomplete") counts as a finding until somebody has looked and settled it in {@code
 * axe/settled.tsv}.
 */
public final class Axe {
    private static final String SCRIPT = resource("/axe/axe.min.js");
    private static final String RUN =
            """
            async (only) => {
              const result = await axe.run(document, {
                runOnly: only,
                resultTypes: ["violations", "incomplete"],
              });
              const flat = (kind) => result[kind].flatMap((rule) => rule.nodes.map((node) => ({
                kind, rule: rule.id, target: node.target.flat().join(" "), summary: node.failureSummary || "",
                html: node.html.slice(0, 200) })));
              return [...flat("violations"), ...flat("incomplete")];
            }
            """;
    private static final List<String> EVERYTHING =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<Settled> SETTLED =
            resource("/axe/settled.tsv")
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Settled::of)
                    .toList();

    private Axe() {}

    /** What is wrong or open on this page. */
    public static List<String> findings(Page page) {
        return findings(page, EVERYTHING);
    }

    /**
     * Only whether everything can be read: for another colour scheme of a page already looked at.
     */
    public static List<String> contrast(Page page) {
        return findings(
                page,
                Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block")));
    }

    private static List<String> findings(Page page, Object only) {
        if (!Boolean.TRUE.equals(page.evaluate("Boolean(window.axe)"))) {
            page.evaluate(SCRIPT);
        }
        var found = (List<?>) Objects.requireNonNull(page.evaluate(RUN, only));
        var open = new ArrayList<String>();
        for (var it : found) {
            var finding = (Map<?, ?>) it;
            var rule = finding.get("rule").toString();
            var target = finding.get("target").toString();
            if (finding.get("kind").equals("violations")
                    || SETTLED.stream().noneMatch(settled -> settled.covers(rule, target))) {
                open.add(
                        "%s %s at %s: %s %s"
                                .formatted(
                                        finding.get("kind"),
                                        rule,
                                        target,
                                        finding.get("html"),
                                        finding.get("summary")));
            }
        }
        return open;
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(Axe.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something axe could not decide and a person has looked at; never a violation. */
    private record Settled(String rule, String selector, String reason) {
        static Settled of(String line) {
            var parts = line.split("\t");
            if (parts.length != 3 || parts[2].isBlank()) {
                throw new IllegalStateException("Rule, selector and reason are needed: " + line);
            }
            return new Settled(parts[0], parts[1], parts[2]);
        }

        boolean covers(String ruleFound, String target) {
            return rule.equals(ruleFound) && target.matches(selector);
        }
    }
}
