package org.gongkai.opengov.drinkingwater.reports;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.NotJudged;
import org.gongkai.opengov.drinkingwater.reports.Disagreement.Rule;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;

/**
 * What a report's sentence claims of a source (报告语句), read out of its words and worked out anew
 * from its own numbers and from the figures.
 */
final class SourceClaim {
    private static final String NUMBER = "([0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern MONITORED = Pattern.compile("监测([0-9]+)项");
    private static final Pattern JUDGED = Pattern.compile("评价([0-9]+)项");
    private static final Pattern REST = Pattern.compile("其余([0-9]+)项");
    private static final Pattern OVER =
            Pattern.compile(
                    "(?:，|；)([^，；]+?)为"
                            + NUMBER
                            + "[^，；]*，标准限值"
                            + NUMBER
                            + "[^，；]*，超标(<?)"
                            + NUMBER
                            + "倍");
    private static final Pattern OVER_WITHOUT =
            Pattern.compile("(?:，|；)([^，；]+?)为([^，；]+)，标准限值([^，；]+)，超出标准");
    private static final Pattern BACKGROUND =
            Pattern.compile("(?:，|；)([^，；]+?)为[^，；]+，标准限值[^，；]+，(?:超标<?[0-9.]+倍|超出标准)，属天然本底");
    private static final int DECIMALS = 2;

    private final SourceMonth source;
    private final String place;
    private final String text;
    private final List<Disagreement> found = new ArrayList<>();

    private SourceClaim(SourceMonth source, String text) {
        this.source = source;
        this.place = source.source().facts().name();
        this.text = text.replaceAll("[\\s\\u00a0\\u3000]+", "");
    }

    /** What of the sentence does not hold. */
    static List<Disagreement> check(SourceMonth source, String sentence) {
        var claim = new SourceClaim(source, sentence);
        if (source.monitored()) {
            claim.items();
            claim.multiples();
            claim.backgrounds();
            claim.rest();
            claim.standing();
        }
        return claim.found;
    }

    private void items() {
        var monitored =
                source.verdict().items().stream()
                        .filter(it -> !it.notJudged().equals(Optional.of(NotJudged.NOT_MONITORED)))
                        .count();
        number(MONITORED, monitored, Rule.ITEMS);
        number(JUDGED, source.judged(), Rule.ITEMS);
    }

    /** Of every item over its limit: value and limit as in the data, and the multiple they give. */
    private void multiples() {
        var over = new LinkedHashMap<String, ItemVerdict>();
        source.over().forEach(it -> over.put(plain(it.item().name()), it));
        var told = new LinkedHashMap<String, String>();
        OVER.matcher(text)
                .results()
                .forEach(
                        it -> {
                            told.put(it.group(1), it.group());
                            multiple(
                                    it.group(1),
                                    new BigDecimal(it.group(2)),
                                    new BigDecimal(it.group(3)),
                                    !it.group(4).isEmpty(),
                                    new BigDecimal(it.group(5)),
                                    over);
                        });
        OVER_WITHOUT
                .matcher(text)
                .results()
                .forEach(it -> told.putIfAbsent(it.group(1), it.group()));
        over.keySet().stream()
                .filter(it -> !told.containsKey(it))
                .forEach(it -> add(Rule.STANDING, "", it));
        told.keySet().stream()
                .filter(it -> !over.containsKey(it))
                .forEach(it -> add(Rule.STANDING, it, ""));
    }

    /** What is told to be so by nature is so in the data, and the other way round. */
    private void backgrounds() {
        var told = BACKGROUND.matcher(text).results().map(it -> it.group(1)).collect(toSet());
        var known =
                source.over().stream()
                        .filter(it -> it.background().isPresent())
                        .map(it -> plain(it.item().name()))
                        .collect(toSet());
        known.stream().filter(it -> !told.contains(it)).forEach(it -> add(Rule.BACKGROUND, "", it));
        told.stream().filter(it -> !known.contains(it)).forEach(it -> add(Rule.BACKGROUND, it, ""));
    }

    private void multiple(
            String item,
            BigDecimal value,
            BigDecimal limit,
            boolean below,
            BigDecimal printed,
            Map<String, ItemVerdict> over) {
        var given = limit.signum() == 0 ? null : multiple(value, limit);
        if (given != null && (below ? given.compareTo(printed) >= 0 : !same(given, printed))) {
            add(Rule.MULTIPLE, printed.toPlainString(), item + " " + given.toPlainString());
            return;
        }
        var verdict = over.get(item);
        var inData = verdict == null ? Optional.<BigDecimal>empty() : verdict.multiple();
        if (!below && inData.isPresent() && inData.get().compareTo(printed) != 0) {
            add(Rule.MULTIPLE, printed.toPlainString(), item + " " + inData.get().toPlainString());
        }
    }

    /** (C − S) / S; what would be told as 0.00 keeps its first digit. */
    private static BigDecimal multiple(BigDecimal value, BigDecimal limit) {
        var exact = value.subtract(limit).divide(limit, MathContext.DECIMAL64);
        var rounded = exact.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0
                ? exact.round(new MathContext(1, RoundingMode.HALF_EVEN))
                : rounded;
    }

    /** Trailing zeros are printed or not; 0.00 is never printed for what is over. */
    private static boolean same(BigDecimal given, BigDecimal printed) {
        return given.compareTo(printed) == 0 && printed.signum() > 0;
    }

    private void rest() {
        var over = source.over().size();
        if (over > 0 && source.judged() > over) {
            number(REST, source.judged() - over, Rule.REST);
        } else if (REST.matcher(text).find()) {
            add(Rule.REST, "其余", "");
        }
    }

    /** 达标 in the last clause has no item over, 未达标 has one. */
    private void standing() {
        var met = source.verdict().met();
        var last = text.substring(text.lastIndexOf('；') + 1);
        var saysOver = last.contains("未达标") || last.contains("不达标");
        var saysMet = !saysOver && last.contains("达标");
        if (saysMet && !met.equals(Optional.of(true))
                || saysOver && !met.equals(Optional.of(false))
                || met.isPresent() && !saysMet && !saysOver) {
            add(
                    Rule.STANDING,
                    saysOver ? "未达标" : saysMet ? "达标" : "",
                    met.map(it -> it ? "达标" : "未达标").orElse(""));
        }
    }

    private void number(Pattern pattern, long wanted, Rule rule) {
        var match = pattern.matcher(text);
        if (!match.find()) {
            add(rule, "", Long.toString(wanted));
        } else if (!match.group(1).equals(Long.toString(wanted))) {
            add(rule, match.group(1), Long.toString(wanted));
        }
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s\\u00a0\\u3000]+", "");
    }

    private void add(Rule rule, String has, String wants) {
        found.add(new Disagreement(rule, place, has, wants));
    }
}
