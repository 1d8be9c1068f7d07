package org.gongkai.platform.letters;

import static java.util.stream.Collectors.joining;
import static org.gongkai.platform.letters.Words.word;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.platform.letters.SheetCell.Label;
import org.gongkai.platform.letters.SheetCell.Opinion;
import org.gongkai.platform.letters.SheetCell.Value;
import org.jspecify.annotations.Nullable;

/**
 * Sets out the review form (审核表) as rows of cells; see {@code docs/rules/letters.md} for sources.
 */
final class ReviewFormSheet {

    private static final String TICKED = "☑";
    private static final String BLANK = "□";
    private static final String GAP = "\u3000";
    private static final int NARROW = 4;
    private static final int HALF = 8;
    private static final int WIDE = Sheet.COLUMNS - NARROW;

    private final ReviewForm form;
    private final List<List<SheetCell>> rows = new ArrayList<>();

    private ReviewFormSheet(ReviewForm form) {
        this.form = form;
    }

    static Sheet of(ReviewForm form) {
        var head = form.head();
        return new Sheet(
                word("letters.review-form.title", head.agency()),
                word("letters.review-form.number", head.mark().documentId())
                        + GAP
                        + word("letters.review-form.version", head.version()),
                word("letters.review-form.printed", day(head.printedOn())),
                new ReviewFormSheet(form).build(),
                head.mark());
    }

    private List<List<SheetCell>> build() {
        aboutTheItem();
        aboutItsPublication();
        questions();
        drafting();
        form.levels().forEach(this::opinion);
        closing();
        return List.copyOf(rows);
    }

    private void aboutTheItem() {
        var item = form.item();
        pair(
                "letters.review-form.publisher",
                item.publisher(),
                "letters.review-form.section",
                item.section());
        wide("letters.review-form.item-title", List.of(item.title()));
        pair("letters.review-form.kind", item.kind(), "letters.review-form.column", item.column());
        var carriers = choices(Carrier.values(), "letters.carrier.", it -> it == item.carrier());
        pair(
                "letters.review-form.carrier",
                carriers,
                "letters.review-form.document-number",
                item.documentNumber());
    }

    private void aboutItsPublication() {
        var item = form.item();
        wide(
                "letters.review-form.channels",
                List.of(
                        choices(
                                PublicationChannel.values(),
                                "letters.channel.",
                                item.channels()::contains)));
        pair(
                "letters.review-form.source",
                source(item.repostedFrom()),
                "letters.review-form.publish-on",
                publishOn(item.publishOn()));
        wide(
                "letters.review-form.attribute",
                List.of(
                        choices(
                                PublicAttribute.values(),
                                "letters.attribute.",
                                it -> it == item.attribute()),
                        word("letters.review-form.ground", item.legalGround())));
    }

    private void questions() {
        var all = ReviewQuestion.values();
        for (var question : all) {
            var cells = new ArrayList<SheetCell>();
            if (question.ordinal() == 0) {
                cells.add(new Label(word("letters.review-form.questions"), NARROW, all.length));
            }
            cells.add(new Value(List.of(word("letters.review-form.question." + question)), 14));
            cells.add(new Value(List.of(yesOrNo(form.answers().get(question))), 6));
            rows.add(List.copyOf(cells));
        }
    }

    private void drafting() {
        var drafting = form.drafting();
        if (!drafting.screening().isEmpty()) {
            wide("letters.review-form.screening", List.of(drafting.screening()));
        }
        var draftedOn = drafting.draftedOn();
        rows.add(
                List.of(
                        label("letters.review-form.drafter"),
                        new Value(List.of(drafting.drafter()), 4),
                        new Label(word("letters.review-form.clerk"), 3, 1),
                        new Value(List.of(drafting.clerk()), 4),
                        label("letters.review-form.drafted-on"),
                        new Value(List.of(draftedOn == null ? "" : day(draftedOn)), 5)));
    }

    private void opinion(ReviewLevel level) {
        var name = new Label(word("letters.review-form.opinion", level.office()), NARROW, 1);
        var given = level.signature();
        var cell =
                given == null
                        ? new Opinion(
                                gates(new Gates(false, false, false)),
                                "",
                                word("letters.review-form.sign", GAP.repeat(5)),
                                word("letters.review-form.date-to-fill"),
                                WIDE)
                        : new Opinion(
                                gates(given.gates()),
                                given.opinion(),
                                word("letters.review-form.sign", signer(given)),
                                day(given.signedOn()),
                                WIDE);
        rows.add(List.of(name, cell));
    }

    private void closing() {
        var names = form.attachments();
        var numbered = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            numbered.add(names.size() == 1 ? names.get(i) : (i + 1) + ". " + names.get(i));
        }
        wide(
                "letters.review-form.attachments",
                numbered.isEmpty() ? List.of(word("letters.review-form.none")) : numbered);
        wide("letters.review-form.remarks", List.of(form.remarks()));
    }

    private void pair(String first, String firstValue, String second, String secondValue) {
        rows.add(
                List.of(
                        label(first), new Value(List.of(firstValue), HALF),
                        label(second), new Value(List.of(secondValue), HALF)));
    }

    private void wide(String key, List<String> lines) {
        rows.add(List.of(label(key), new Value(lines, WIDE)));
    }

    private static Label label(String key) {
        return new Label(word(key), NARROW, 1);
    }

    private static String gates(Gates gates) {
        return Stream.of(
                        box(gates.political()) + word("letters.review-form.gate.political"),
                        box(gates.secrecy()) + word("letters.review-form.gate.secrecy"),
                        box(gates.wording()) + word("letters.review-form.gate.wording"))
                .collect(joining(GAP));
    }

    private static String signer(LevelSignature signature) {
        var name =
                signature.actingFor() == null
                        ? signature.name()
                        : word(
                                "letters.review-form.acting-for",
                                signature.name(),
                                signature.actingFor());
        return signature.paperCheckedBy() == null
                ? name
                : name
                        + "（"
                        + word("letters.review-form.on-paper", signature.paperCheckedBy())
                        + "）";
    }

    private static String source(@Nullable String repostedFrom) {
        return repostedFrom == null
                ? TICKED
                        + word("letters.review-form.own")
                        + GAP
                        + BLANK
                        + word("letters.review-form.reposted")
                : BLANK
                        + word("letters.review-form.own")
                        + GAP
                        + TICKED
                        + word("letters.review-form.reposted-from", repostedFrom);
    }

    private static String publishOn(@Nullable LocalDateTime moment) {
        return moment == null
                ? word("letters.review-form.publish-at-once")
                : word(
                        "letters.date-time",
                        number(moment.getYear()),
                        moment.getMonthValue(),
                        moment.getDayOfMonth(),
                        two(moment.getHour()),
                        two(moment.getMinute()));
    }

    private static String yesOrNo(@Nullable Boolean answer) {
        return box(Boolean.TRUE.equals(answer))
                + word("letters.review-form.yes")
                + GAP
                + box(Boolean.FALSE.equals(answer))
                + word("letters.review-form.no");
    }

    private static <E extends Enum<E>> String choices(E[] all, String key, Predicate<E> chosen) {
        return Arrays.stream(all)
                .map(it -> box(chosen.test(it)) + word(key + it.name()))
                .collect(joining(GAP));
    }

    private static String box(boolean ticked) {
        return ticked ? TICKED : BLANK;
    }

    static String day(LocalDate day) {
        return word(
                "letters.date", number(day.getYear()), day.getMonthValue(), day.getDayOfMonth());
    }

    private static String number(int value) {
        return Integer.toString(value);
    }

    private static String two(int value) {
        return value < 10 ? "0" + value : Integer.toString(value);
    }
}
