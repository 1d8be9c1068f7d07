package org.gongkai.opengov.mistakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a reader typed (找错表单内容).
 *
 * @param page address of the page
 * @param kind as {@code dead-link}
 * @param contact how to reach the reader; may be empty
 * @param website a field that people do not see and machines fill in
 */
public record MistakeEntry(
        @Nullable String page,
        @Nullable String kind,
        @Nullable String description,
        @Nullable String contact,
        @Nullable String website) {

    /** Longest address, description and contact, in characters. */
    public static final int PAGE = 300;

    static final int DESCRIPTION = 1_000;
    static final int CONTACT = 100;

    private static final int SHORTEST = 4;
    private static final int MOST_LINKS = 2;
    private static final Pattern LINK =
            Pattern.compile("https?://|www\\.", Pattern.CASE_INSENSITIVE);

    /** The form for a page, nothing typed yet. */
    public static MistakeEntry about(@Nullable String page) {
        var here = page != null && page.startsWith("/") && page.length() <= PAGE ? page : null;
        return new MistakeEntry(here, null, null, null, null);
    }

    record Checked(String page, MistakeKind kind, String description, Optional<String> contact) {}

    Checked check() {
        var problems = new ArrayList<FieldProblem>();
        if (!line(website).isEmpty()) {
            problems.add(FieldProblem.of("website", "mistakes.field.website"));
        }
        var where = line(page);
        required("page", where, PAGE, problems);
        var what = MistakeKind.named(line(kind));
        if (what.isEmpty()) {
            problems.add(FieldProblem.of("kind", "mistakes.field.kind"));
        }
        var told = text(description);
        required("description", told, DESCRIPTION, problems);
        if (!told.isEmpty() && told.length() < SHORTEST) {
            problems.add(FieldProblem.of("description", "mistakes.field.too-short"));
        }
        if (LINK.matcher(told).results().count() > MOST_LINKS) {
            problems.add(FieldProblem.of("description", "mistakes.field.links", MOST_LINKS));
        }
        var reach = line(contact);
        if (reach.length() > CONTACT) {
            problems.add(FieldProblem.of("contact", "mistakes.field.too-long", CONTACT));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(List.copyOf(problems));
        }
        return new Checked(
                where,
                what.orElseThrow(),
                told,
                reach.isEmpty() ? Optional.empty() : Optional.of(reach));
    }

    private static void required(
            String field, String text, int longest, List<FieldProblem> problems) {
        if (text.isEmpty()) {
            problems.add(FieldProblem.of(field, "mistakes.field.required." + field));
        }
        if (text.length() > longest) {
            problems.add(FieldProblem.of(field, "mistakes.field.too-long", longest));
        }
    }

    private static String line(@Nullable String typed) {
        return text(typed).replaceAll("\\s+", " ");
    }

    /** Without signs that are no text. */
    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "")
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }
}
