package org.gongkai.opengov.disclosures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a paper says of itself (文面要素), where GB/T 9704-2012 puts it: the document number (发文字号,
 * 7.2.5) among the first lines, the date of forming (成文日期, 7.3.5) alone in one of the last.
 *
 * <p>Used to fill in what a clerk has not typed; the clerk sees it and reviewers sign it.
 */
record PaperFacts(Optional<String> documentNumber, Optional<LocalDate> formedOn) {
    private static final int HEAD = 8;
    private static final int FOOT = 8;
    private static final Pattern NUMBER =
            Pattern.compile("[一-龥]{2,10}〔(?:19|20)\\d{2}〕[1-9]\\d{0,4}号");
    private static final Pattern DAY =
            Pattern.compile("((?:19|20)\\d{2})年(1[0-2]|0?[1-9])月(3[01]|[12]\\d|0?[1-9])日");

    /** Reads the lines of a text, blank ones left out. */
    static PaperFacts in(List<String> lines) {
        var written = lines.stream().map(it -> it.replaceAll("\\s+", "")).toList();
        var filled = written.stream().filter(it -> !it.isEmpty()).toList();
        return new PaperFacts(number(filled), day(filled));
    }

    private static Optional<String> number(List<String> lines) {
        return lines.stream().limit(HEAD).filter(it -> NUMBER.matcher(it).matches()).findFirst();
    }

    private static Optional<LocalDate> day(List<String> lines) {
        var last = lines.size() - 1;
        return IntStream.rangeClosed(0, Math.min(last, FOOT))
                .mapToObj(it -> lines.get(last - it))
                .flatMap(it -> dayAlone(it).stream())
                .findFirst();
    }

    private static Optional<LocalDate> dayAlone(String line) {
        var match = DAY.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(match.group(1)),
                            Integer.parseInt(match.group(2)),
                            Integer.parseInt(match.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
