package org.gongkai.opengov.requests.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.requests.decisions.AnswerBlock;
import org.gongkai.opengov.requests.decisions.Article;
import org.gongkai.opengov.requests.decisions.Decision;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Proof;
import org.gongkai.opengov.requests.decisions.Told;
import org.gongkai.platform.refusals.Refusal;

/**
 * The middle of a reply (答复事项): one block for each matter asked, numbered where there are several.
 *
 * <p>《政府信息公开条例》 art. 36. A decision that lacks something makes no text.
 */
public final class AnswerText {
    private static final List<String> NUMERALS =
            List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

    private AnswerText() {}

    /**
     * The lines of all blocks.
     *
     * @param common what every block may name: how who asks is addressed
     * @throws Refusal naming what a block lacks
     */
    public static String of(Decision decision, TemplateSet templates, LetterFacts common) {
        var missing = decision.missing();
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
        var lines = new ArrayList<String>();
        var blocks = decision.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var template = templates.block(block.outcome());
            var facts = facts(block, common);
            RequestLetter.refuse(template.missing(facts));
            var text = template.fill(facts);
            lines.add((blocks.size() > 1 ? numeral(i) + "、" : "") + text.getFirst());
            lines.addAll(text.subList(1, text.size()));
        }
        return String.join("\n", lines);
    }

    /** The names of what goes to the applicant with the reply. */
    public static List<String> enclosures(Decision decision) {
        return decision.blocks().stream()
                .flatMap(it -> it.proofs().stream())
                .filter(Proof::enclosed)
                .distinct()
                .sorted()
                .map(it -> it == Proof.INFORMATION ? "所公开的政府信息" : "区分处理清单")
                .toList();
    }

    /** The articles of an outcome, as a sentence cites them. */
    public static String basis(Outcome outcome) {
        var articles = outcome.articles();
        return articles.isEmpty()
                ? ""
                : Stream.concat(
                                Stream.of(articles.getFirst().cited()),
                                articles.stream().skip(1).map(Article::term))
                        .collect(Collectors.joining("、"));
    }

    private static LetterFacts facts(AnswerBlock block, LetterFacts common) {
        var facts =
                LetterFacts.none()
                        .with(LetterField.YOU, common.find(LetterField.YOU).orElse(null))
                        .with(LetterField.MATTER, block.matter())
                        .with(LetterField.OUTCOME, block.outcome().term())
                        .with(LetterField.BASIS, basis(block.outcome()));
        for (var what : Told.values()) {
            facts = facts.with(MandatoryFields.field(what), block.told(what));
        }
        return facts;
    }

    private static String numeral(int index) {
        return index < NUMERALS.size() ? NUMERALS.get(index) : Integer.toString(index + 1);
    }
}
