package org.gongkai.platform.search.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.platform.search.SearchableDocument;

/**
 * The archive of an invented bureau (档案), more than 2,000 documents of its statutory columns with
 * all the near doubles real archives have: made from {@code search/quality/archive.txt}, always the
 * same.
 */
public final class Archive {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate LAST_DAY = LocalDate.of(2021, 9, 30);
    private static final String QUARTERS = "一二三四";
    private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]*)\\]");
    private static final Pattern HOLE = Pattern.compile("\\{([^{}]+)\\}");
    private static final int NOISE = 3;

    private final Map<String, List<String[]>> lists = new HashMap<>();
    private final List<Family> families = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(711);
    private final List<Made> made = new ArrayList<>();

    private Archive() {}

    private static final class Family {
        private final String name;
        private final Map<String, String> settings = new HashMap<>();
        private final List<String> titles = new ArrayList<>();
        private final List<List<String>> paragraphs = new ArrayList<>();

        Family(String head) {
            String[] words = head.split(" ");
            name = words[0];
            for (int i = 1; i < words.length; i++) {
                String[] pair = words[i].split("=", 2);
                settings.put(pair[0], pair[1]);
            }
        }

        int number(String key, int otherwise) {
            return Integer.parseInt(settings.getOrDefault(key, Integer.toString(otherwise)));
        }
    }

    private record Made(
            Family family, String title, String body, LocalDate day, Map<String, String> facts) {}

    /** The whole archive, in the order of publication. */
    public static List<Paper> papers() {
        var archive = new Archive();
        archive.read();
        archive.families.forEach(archive::make);
        return archive.numbered();
    }

    private void read() {
        List<String[]> list = new ArrayList<>();
        boolean choice = false;
        for (String line : lines("archive.txt")) {
            boolean continues = line.startsWith("C ");
            if (line.startsWith("= ")) {
                list = new ArrayList<>();
                lists.put(line.substring(2), list);
            } else if (line.startsWith("# ") && line.contains("every=")) {
                families.add(new Family(line.substring(2)));
            } else if (line.startsWith("T ")) {
                families.getLast().titles.add(line.substring(2));
            } else if (line.startsWith("B ")) {
                families.getLast().paragraphs.add(List.of(line.substring(2)));
            } else if (continues) {
                List<List<String>> paragraphs = families.getLast().paragraphs;
                if (!choice) {
                    paragraphs.add(new ArrayList<>());
                }
                paragraphs.getLast().add(line.substring(2));
            } else if (line.startsWith("~ ")) {
                remarks.add(line.substring(2));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                list.add(line.split("\\|"));
            }
            choice = continues;
        }
    }

    private void make(Family family) {
        int from = family.number("from", 2017);
        int to = family.number("to", 2021);
        String every = family.settings.get("every");
        if (every.startsWith("times:")) {
            int times = Integer.parseInt(every.substring(6));
            for (int i = 0; i < times; i++) {
                // an edition of its own year each, where there are no more editions than years
                int year =
                        times <= to - from + 1
                                ? to - (times - 1 - i) * (to - from) / Math.max(1, times - 1)
                                : from + random.nextInt(to - from + 1);
                make(
                        family,
                        year,
                        times == 1 && from == to ? 1 + random.nextInt(8) : month(family));
            }
            return;
        }
        int step = every.equals("month") ? 1 : every.equals("quarter") ? 3 : 12;
        for (int year = from; year <= to; year++) {
            for (int month = step; month <= 12; month += step) {
                make(family, year, month);
            }
        }
    }

    private int month(Family family) {
        String months = family.settings.get("months");
        if (months == null) {
            return 1 + random.nextInt(12);
        }
        String[] among = months.split(",");
        return Integer.parseInt(among[random.nextInt(among.length)]);
    }

    private void make(Family family, int year, int month) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("family", family.name);
        facts.put("y", "y" + year);
        Map<String, String> values = new HashMap<>();
        values.put("y", Integer.toString(year));
        values.put("m", Integer.toString(month));
        values.put("qh", String.valueOf(QUARTERS.charAt((month - 1) / 3)));
        String every = family.settings.get("every");
        boolean yearly = every.equals("year");
        if (every.equals("month") || every.startsWith("times")) {
            facts.put("m", "m" + month);
        }
        if (!yearly) {
            facts.put("q", "q" + ((month - 1) / 3 + 1));
        }
        LocalDate day =
                yearly
                        ? LocalDate.of(
                                year + (family.settings.containsKey("next") ? 1 : 0),
                                family.number("next", 2),
                                1 + random.nextInt(26))
                        : every.startsWith("times")
                                ? LocalDate.of(year, month, 1 + random.nextInt(28))
                                : LocalDate.of(year, month, 1)
                                        .plusMonths(1)
                                        .plusDays(4 + random.nextInt(12));
        String tags = family.settings.getOrDefault("tags", "");
        facts.put("tags", tags);
        String title = filled(pick(family.titles), values, facts);
        var body = new StringBuilder();
        for (List<String> among : family.paragraphs) {
            body.append(filled(pick(among), values, facts)).append('\n');
        }
        for (int i = random.nextInt(NOISE + 1); i > 0; i--) {
            body.append(pick(remarks)).append('\n');
        }
        if (!day.isAfter(LAST_DAY)) {
            made.add(new Made(family, title, body.toString(), day, facts));
        }
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    private String filled(String template, Map<String, String> values, Map<String, String> facts) {
        Matcher holes = HOLE.matcher(template);
        var filled = new StringBuilder();
        while (holes.find()) {
            holes.appendReplacement(
                    filled, Matcher.quoteReplacement(value(holes.group(1), values, facts)));
        }
        holes.appendTail(filled);
        String text = filled.toString();
        for (Matcher choice = CHOICE.matcher(text); choice.find(); choice = CHOICE.matcher(text)) {
            String[] among = choice.group(1).split("/", -1);
            text =
                    text.substring(0, choice.start())
                            + among[random.nextInt(among.length)]
                            + text.substring(choice.end());
        }
        return text;
    }

    private String value(String hole, Map<String, String> values, Map<String, String> facts) {
        if (hole.matches("\\d+-\\d+")) {
            String[] bounds = hole.split("-");
            int from = Integer.parseInt(bounds[0]);
            return Integer.toString(from + random.nextInt(Integer.parseInt(bounds[1]) - from + 1));
        }
        String name = hole.contains(".") ? hole.substring(0, hole.indexOf('.')) : hole;
        if (!values.containsKey(name)) {
            String[] one = pick(Objects.requireNonNull(lists.get(name), name));
            values.put(name, one[0]);
            for (int i = 2; i < one.length; i++) {
                values.put(name + "." + (i - 1), one[i]);
            }
            facts.merge("tags", one[1], (old, more) -> old + "," + more);
        }
        return values.get(hole);
    }

    private List<Paper> numbered() {
        List<Made> inOrder = made.stream().sorted(Comparator.comparing(Made::day)).toList();
        Map<String, Integer> counters = new HashMap<>();
        Map<String, Integer> newest = new HashMap<>();
        List<Paper> papers = new ArrayList<>();
        for (Made it : inOrder) {
            int year = it.day.getYear();
            int serial = counters.merge("index " + year, 1, Integer::sum);
            String prefix = it.family.settings.get("number");
            String number = null;
            if (prefix != null) {
                String form = it.title.contains("报告书") ? "书" : "表";
                String name = prefix.replace("{eiaform}", form);
                number =
                        "%s〔%d〕%d号"
                                .formatted(
                                        name, year, counters.merge(name + year, 1, Integer::sum));
            }
            newest.put(it.family.name, papers.size());
            papers.add(paper(it, "d" + (papers.size() + 1), number, year, serial));
        }
        newest.values().forEach(at -> papers.set(at, papers.get(at).and("newest")));
        return papers;
    }

    private static Paper paper(Made it, String id, String number, int year, int serial) {
        var document =
                new SearchableDocument(
                        id,
                        it.title,
                        it.body,
                        number,
                        "640100-113/%d-%05d".formatted(year, serial),
                        it.family.settings.get("column"),
                        List.of("disclosure", it.family.settings.get("column")),
                        it.family.settings.get("kind"),
                        year,
                        it.family.settings.get("section"),
                        it.day.atTime(9, 0).atZone(CHINA).toInstant(),
                        List.of(),
                        Map.of());
        return new Paper(document, it.facts.values());
    }

    static List<String> lines(String file) {
        try (var stream = Archive.class.getResourceAsStream("/search/quality/" + file)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
