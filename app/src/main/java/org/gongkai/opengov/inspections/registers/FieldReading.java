package org.gongkai.opengov.inspections.registers;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.registers.RegisterField.Option;
import org.gongkai.platform.organization.RegionCode;
import org.gongkai.platform.organization.SocialCreditCode;
import org.gongkai.platform.refusals.FieldProblem;

/**
 * Reads what was typed or stands in a file (字段读取) into the one form that is kept: the same for the
 * form, the API and the import.
 */
final class FieldReading {
    private static final Pattern DAY =
            Pattern.compile(
                    "([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[ T]00:00(?::00)?)?");
    private static final Pattern EIGHT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern NUMBER = Pattern.compile("0{0,5}([1-9][0-9]{0,2})");
    private static final Pattern BETWEEN = Pattern.compile("[\\n\\r、，,；;|]+");

    private final Lookups lookups;

    FieldReading(Lookups lookups) {
        this.lookups = lookups;
    }

    /** The value to be kept; what is wrong goes to {@code problems} and gives an empty one. */
    String read(RegisterField field, String typed, Consumer<FieldProblem> problems) {
        var text =
                plain(typed, field.kind() == RegisterField.Kind.LONG_TEXT || field.kind().isList());
        if (text.isEmpty()) {
            if (field.required()) {
                problems.accept(FieldProblem.of(field.key(), "inspections.problem.required"));
            }
            return field.otherwise();
        }
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> kept(field, text, problems);
            case DAY -> or(field, day(text), "inspections.problem.day", text, problems);
            case NUMBER -> or(field, number(text), "inspections.problem.number", text, problems);
            case CHOICE -> orChosen(field, choice(field, text), problems);
            case CHOICES -> orChosen(field, choices(field, text), problems);
            case WORDS -> words(field, text, problems);
            case CREDIT_CODE ->
                    or(
                            field,
                            code(text, SocialCreditCode::isValid),
                            "inspections.problem.credit-code",
                            text,
                            problems);
            case REGION ->
                    or(
                            field,
                            code(text, RegionCode::isKnown),
                            "inspections.problem.region",
                            text,
                            problems);
            case INDUSTRY ->
                    or(field, industry(text), "inspections.problem.industry", text, problems);
            case INDUSTRIES ->
                    or(field, industries(text), "inspections.problem.industry", text, problems);
            case UNIT ->
                    found(
                            field,
                            text,
                            it -> lookups.unit(folded(it)),
                            "inspections.problem.unit",
                            problems);
            case OFFICER ->
                    found(field, text, lookups::officer, "inspections.problem.officer", problems);
            case PERSON ->
                    found(field, text, lookups::person, "inspections.problem.person", problems);
        };
    }

    private static String or(
            RegisterField field,
            Optional<String> read,
            String problem,
            String argument,
            Consumer<FieldProblem> problems) {
        if (read.isEmpty()) {
            problems.accept(FieldProblem.of(field.key(), problem, argument));
        }
        return read.orElse(field.otherwise());
    }

    private static String orChosen(
            RegisterField field, Optional<String> read, Consumer<FieldProblem> problems) {
        return read.isPresent()
                ? read.get()
                : or(field, read, "inspections.problem.choice", terms(field), problems);
    }

    private static String kept(RegisterField field, String text, Consumer<FieldProblem> problems) {
        if (text.length() > field.longest()) {
            problems.accept(
                    FieldProblem.of(field.key(), "inspections.problem.too-long", field.longest()));
        }
        return text;
    }

    private static String words(RegisterField field, String text, Consumer<FieldProblem> problems) {
        var parts = parts(text);
        if (parts.stream().anyMatch(it -> it.length() > field.longest())) {
            problems.accept(
                    FieldProblem.of(field.key(), "inspections.problem.too-long", field.longest()));
        }
        return String.join("\n", parts);
    }

    private static String found(
            RegisterField field,
            String text,
            Function<String, OptionalLong> finder,
            String problem,
            Consumer<FieldProblem> problems) {
        var found = finder.apply(text);
        if (found.isEmpty()) {
            problems.accept(FieldProblem.of(field.key(), problem, text));
            return "";
        }
        return Long.toString(found.getAsLong());
    }

    private static Optional<String> day(String text) {
        var match = DAY.matcher(text);
        var other = EIGHT.matcher(text);
        var read = match.matches() ? match : other.matches() ? other : null;
        if (read == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(
                                    Integer.parseInt(read.group(1)),
                                    Integer.parseInt(read.group(2)),
                                    Integer.parseInt(read.group(3)))
                            .toString());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> number(String text) {
        var match = NUMBER.matcher(text);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    private static Optional<String> choice(RegisterField field, String text) {
        for (var option : field.choices()) {
            if (isMeant(option, text)) {
                return Optional.of(option.name());
            }
        }
        return Optional.empty();
    }

    private static boolean isMeant(Option option, String text) {
        return option.term().equals(text)
                || option.slug().equals(text)
                || option.name().equals(text);
    }

    private static Optional<String> choices(RegisterField field, String text) {
        var parts = parts(text);
        if (!parts.stream().allMatch(part -> choice(field, part).isPresent())) {
            return Optional.empty();
        }
        return Optional.of(
                field.choices().stream()
                        .filter(it -> parts.stream().anyMatch(part -> isMeant(it, part)))
                        .map(Option::name)
                        .collect(Collectors.joining("\n")));
    }

    private static String terms(RegisterField field) {
        return field.choices().stream().map(Option::term).collect(Collectors.joining("、"));
    }

    private static Optional<String> code(String text, Predicate<String> isValid) {
        return Optional.of(folded(text)).filter(isValid);
    }

    private static Optional<String> industry(String text) {
        return Optional.of(IndustryCode.digits(folded(text))).filter(it -> !it.isEmpty());
    }

    private static Optional<String> industries(String text) {
        var read = parts(text).stream().map(it -> IndustryCode.digits(folded(it))).toList();
        return read.contains("")
                ? Optional.empty()
                : Optional.of(read.stream().sorted().distinct().collect(Collectors.joining("\n")));
    }

    private static List<String> parts(String text) {
        return Arrays.stream(BETWEEN.split(text))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    /** Full-width signs as plain ones, letters large: how codes are compared. */
    private static String folded(String text) {
        return isAscii(text)
                ? text.toUpperCase(Locale.ROOT)
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Without control signs and blanks around; composed, since draws need NFC. */
    private static String plain(String typed, boolean lines) {
        var text = (isClean(typed) ? typed : cleaned(typed, lines)).strip();
        return isComposed(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isClean(String typed) {
        for (var at = 0; at < typed.length(); at++) {
            if (Character.isISOControl(typed.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has only signs that are composed wherever they stand: letters of ASCII and 汉字. */
    private static boolean isComposed(String text) {
        for (var at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (sign >= 128 && (sign < '\u4E00' || sign > '\u9FFF')) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String typed, boolean lines) {
        var clean = new StringBuilder(typed.length());
        for (var at = 0; at < typed.length(); at++) {
            var sign = typed.charAt(at);
            if (!Character.isISOControl(sign) || lines && sign == '\n') {
                clean.append(sign);
            } else if (sign == '\t' || sign == '\n') {
                clean.append(' ');
            }
        }
        return clean.toString();
    }
}
