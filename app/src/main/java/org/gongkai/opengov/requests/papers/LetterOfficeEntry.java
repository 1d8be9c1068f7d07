package org.gongkai.opengov.requests.papers;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/** The particulars of an agency's letters as they were sent (文书信息录入). */
public record LetterOfficeEntry(
        @Nullable String series,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String postcode,
        @Nullable String government,
        @Nullable String upperDepartment,
        @Nullable String court,
        @Nullable String district,
        @Nullable String department,
        @Nullable String onlineReview,
        @Nullable String feeWay) {
    private static final int SERIES = 20;
    private static final int LINE = 200;

    /** What is kept, to be changed; nothing where there is nothing yet. */
    public static LetterOfficeEntry of(@Nullable LetterOffice it) {
        return it == null
                ? new LetterOfficeEntry(
                        null, null, null, null, null, null, null, null, null, null, null)
                : new LetterOfficeEntry(
                        it.series(),
                        it.phone(),
                        it.address(),
                        it.postcode(),
                        it.government(),
                        it.upperDepartment(),
                        it.court(),
                        it.district(),
                        it.department(),
                        it.onlineReview(),
                        it.feeWay());
    }

    /** Refuses with every field that has to be mended. */
    LetterOffice check() {
        var problems = new ArrayList<FieldProblem>();
        var checked =
                new LetterOffice(
                        needed("series", series, SERIES, problems),
                        needed("phone", phone, LINE, problems),
                        needed("address", address, LINE, problems),
                        needed("postcode", postcode, LINE, problems),
                        needed("government", government, LINE, problems),
                        needed("upperDepartment", upperDepartment, LINE, problems),
                        needed("court", court, LINE, problems),
                        line("district", district, LINE, problems),
                        line("department", department, LINE, problems),
                        line("onlineReview", onlineReview, LINE, problems),
                        needed("feeWay", feeWay, LINE, problems));
        if (!checked.postcode().isEmpty() && !checked.postcode().matches("[0-9]{6}")) {
            problems.add(FieldProblem.of("postcode", "requests.papers.office.postcode.wrong"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return checked;
    }

    private static String needed(
            String field, @Nullable String typed, int longest, List<FieldProblem> problems) {
        var line = line(field, typed, longest, problems);
        if (line == null) {
            problems.add(FieldProblem.of(field, "requests.papers.field.required"));
        }
        return line == null ? "" : line;
    }

    private static @Nullable String line(
            String field, @Nullable String typed, int longest, List<FieldProblem> problems) {
        var line = typed == null ? "" : typed.replaceAll("\\s+", " ").strip();
        if (line.length() > longest) {
            problems.add(FieldProblem.of(field, "requests.field.too-long", longest));
        }
        return line.isEmpty() ? null : line;
    }
}
