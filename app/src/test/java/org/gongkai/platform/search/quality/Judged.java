package org.gongkai.platform.search.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A question as people ask it, and which documents answer it how well (检索用例与评分): from {@code
 * search/quality/questions.txt}, where the criteria are written down.
 *
 * @param heldOut not looked at while the engine was tuned
 */
record Judged(String text, List<Rule> rules, boolean heldOut) {

    private static final int HELD_OUT = 5;
    private static final int CUT = 10;

    /** The first rule that holds gives the grade. */
    record Rule(int grade, List<String> facts) {}

    static List<Judged> all() {
        List<Judged> all = new ArrayList<>();
        for (String line : Archive.lines("questions.txt")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] halves = line.split(" \\| ", 2);
                all.add(
                        new Judged(
                                halves[0].strip(),
                                rules(halves[1]),
                                (all.size() + 1) % HELD_OUT == 0));
            }
        }
        return all;
    }

    private static List<Rule> rules(String text) {
        return Arrays.stream(text.strip().split(";"))
                .map(String::strip)
                .map(
                        it ->
                                new Rule(
                                        Integer.parseInt(it.substring(0, 1)),
                                        List.of(it.substring(2).strip().split("\\+"))))
                .toList();
    }

    int grade(Paper paper) {
        return rules.stream()
                .filter(it -> paper.has(it.facts))
                .findFirst()
                .map(Rule::grade)
                .orElse(0);
    }

    /** nDCG@10 of papers in this order, against the best order of the whole archive. */
    double gain(List<Paper> found, List<Paper> archive) {
        List<Integer> best =
                archive.stream().map(this::grade).sorted(Comparator.reverseOrder()).toList();
        return dcg(found.stream().map(this::grade).toList()) / dcg(best);
    }

    /** One divided by the place of the first that answers (grade 2 or better), 0 if none of ten. */
    double reciprocalRank(List<Paper> found) {
        for (int i = 0; i < Math.min(CUT, found.size()); i++) {
            if (grade(found.get(i)) >= 2) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static double dcg(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < Math.min(CUT, grades.size()); i++) {
            sum += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }
}
