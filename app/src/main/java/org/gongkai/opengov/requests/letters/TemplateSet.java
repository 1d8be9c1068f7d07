package org.gongkai.opengov.requests.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Paper;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;

/**
 * A named set of templates (文书模板集), one text: {@code 名称：} in the first line, then a part for each
 * letter ({@code == reply 标题}, {@code 主送：}, lines) and for each outcome ({@code ==
 * block/disclosed}). The agency replaces it as a whole; each loading is a version.
 *
 * @param templates by the name after {@code ==}
 */
public record TemplateSet(String name, Map<String, LetterTemplate> templates) {
    private static final String OWN = "own-templates.txt";
    private static final String NAME = "名称：";

    /** With this begins the head of a part. */
    public static final String PART = "== ";

    private static final String ADDRESSEE = "主送：";
    static final String BLOCK = "block/";
    private static final int LONGEST = 200_000;

    public TemplateSet {
        templates = Map.copyOf(templates);
    }

    /** The text of our own, in force until the agency loads another. */
    public static String ownText() {
        try (var stream = Objects.requireNonNull(TemplateSet.class.getResourceAsStream(OWN), OWN)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a set.
     *
     * @throws Refusal if a part is missing, stands twice, or names a field that does not exist
     */
    public static TemplateSet read(String text) {
        var set = parsed(text);
        var problems = new ArrayList<FieldProblem>();
        if (text.length() > LONGEST) {
            problems.add(problem("too-long", LONGEST));
        }
        if (set.name.isBlank()) {
            problems.add(problem("no-name"));
        }
        for (var key : keys()) {
            var template = set.templates.get(key);
            if (template == null || template.lines().isEmpty()) {
                problems.add(problem("no-part", label(key)));
            }
        }
        set.templates.forEach(
                (key, template) -> {
                    if (!keys().contains(key)) {
                        problems.add(problem("unknown-part", key));
                    }
                    template.unknownFields()
                            .forEach(it -> problems.add(problem("unknown-field", label(key), it)));
                    if (!template.lines().isEmpty()) {
                        require(key, template, problems);
                    }
                });
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return set;
    }

    /**
     * Reads a set that was read once before; parts that did not exist then are those of our own.
     */
    public static TemplateSet kept(String text) {
        var set = parsed(text);
        var all = new HashMap<>(read(ownText()).templates);
        all.putAll(set.templates);
        return new TemplateSet(set.name, all);
    }

    /** A letter says what it has to, and not who asked where that may not be learnt. */
    private static void require(String key, LetterTemplate template, List<FieldProblem> problems) {
        var named = template.names();
        MandatoryFields.of(key).stream()
                .filter(it -> !named.contains(it))
                .forEach(it -> problems.add(problem("no-field", label(key), it.term())));
        MandatoryFields.forbidden(key).stream()
                .filter(named::contains)
                .forEach(it -> problems.add(problem("forbidden-field", label(key), it.term())));
    }

    /** The fields that a part has to name. */
    public static Set<LetterField> mandatory(String key) {
        return MandatoryFields.of(key);
    }

    /** The same under another name. */
    public TemplateSet named(String other) {
        return new TemplateSet(other.strip(), templates);
    }

    /** The same with another template for one part. */
    public TemplateSet with(String key, LetterTemplate template) {
        var others = new HashMap<>(templates);
        others.put(key, template);
        return new TemplateSet(name, others);
    }

    /** The template of a part. */
    public Optional<LetterTemplate> part(String key) {
        return Optional.ofNullable(templates.get(key));
    }

    /** The whole set as one text, which reads as this set again. */
    public String text() {
        var text = new StringBuilder(NAME).append(name).append("\n");
        for (var key : keys()) {
            part(key).ifPresent(it -> append(key, it, text));
        }
        return text.toString();
    }

    private static void append(String key, LetterTemplate template, StringBuilder text) {
        text.append("\n").append(PART).append((key + " " + template.title()).strip()).append("\n");
        if (!template.addressee().isEmpty()) {
            text.append(ADDRESSEE).append(template.addressee()).append("\n");
        }
        template.lines().forEach(it -> text.append(it).append("\n"));
    }

    /** The template of a letter. */
    public LetterTemplate letter(LetterKind kind) {
        return Objects.requireNonNull(templates.get(kind.slug()), kind.slug());
    }

    /** The template of the answer to one matter. */
    public LetterTemplate block(Outcome outcome) {
        return Objects.requireNonNull(templates.get(BLOCK + outcome.slug()), outcome.slug());
    }

    /** The names of all parts a set must have. */
    public static List<String> keys() {
        var keys = new ArrayList<String>();
        Arrays.stream(LetterKind.values()).map(LetterKind::slug).forEach(keys::add);
        Arrays.stream(Outcome.values())
                .filter(it -> it.paper() != Paper.FILE_NOTE)
                .map(it -> BLOCK + it.slug())
                .forEach(keys::add);
        return keys;
    }

    private static TemplateSet parsed(String text) {
        var name = "";
        var parts = new LinkedHashMap<String, LetterTemplate>();
        LetterTemplate open = null;
        var key = "";
        for (var line : text.replace("\uFEFF", "").lines().map(String::strip).toList()) {
            if (line.startsWith(PART)) {
                var head = line.substring(PART.length()).split("\\s+", 2);
                key = head[0];
                open = new LetterTemplate(head.length > 1 ? head[1] : "", "", List.of());
                if (parts.put(key, open) != null) {
                    throw Refusal.invalid(List.of(problem("twice", key)));
                }
            } else if (open == null) {
                name = line.startsWith(NAME) ? line.substring(NAME.length()) : name;
            } else if (line.startsWith(ADDRESSEE)) {
                open =
                        new LetterTemplate(
                                open.title(), line.substring(ADDRESSEE.length()), open.lines());
                parts.put(key, open);
            } else if (!line.isEmpty()) {
                var lines = new ArrayList<>(open.lines());
                lines.add(line);
                open = new LetterTemplate(open.title(), open.addressee(), lines);
                parts.put(key, open);
            }
        }
        return new TemplateSet(name.strip(), parts);
    }

    /** What a part is called, with its name in the text. */
    public static String label(String key) {
        return LetterKind.named(key)
                .map(LetterKind::term)
                .or(() -> MandatoryFields.outcome(key).map(Outcome::term))
                .map(it -> it + "（" + key + "）")
                .orElse(key);
    }

    private static FieldProblem problem(String code, Object... arguments) {
        return FieldProblem.of("text", "requests.templates." + code, arguments);
    }
}
