package org.gongkai.opengov.requests.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.platform.letters.OfficialPaper;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A letter ready to be set (文书): its words, as filled in from the case or as edited by the officer.
 *
 * @param number its number; null for what carries none, or while it has none yet
 * @param addressee to whom it is sent; null for what is sent to nobody
 * @param lines the body; a line that begins with {@code |} is a row of a table
 * @param enclosures what goes with it
 */
public record RequestLetter(
        LetterKind kind,
        String title,
        @Nullable LetterNumber number,
        @Nullable String addressee,
        List<String> lines,
        List<String> enclosures,
        String agency,
        LocalDate writtenOn) {
    private static final String CELL = "\\|";

    /** What is to be written by hand has room for two lines. */
    private static final String ROOM = "\u3000";

    public RequestLetter {
        lines = List.copyOf(lines);
        enclosures = List.copyOf(enclosures);
    }

    /**
     * Fills a template in.
     *
     * @throws Refusal naming each field that is missing
     */
    public static RequestLetter of(
            LetterKind kind,
            TemplateSet templates,
            LetterFacts facts,
            @Nullable LetterNumber number,
            List<String> enclosures,
            LocalDate writtenOn) {
        var template = templates.letter(kind);
        refuse(template.missing(facts));
        var agency = facts.find(LetterField.AGENCY);
        if (agency.isEmpty()) {
            refuse(List.of(LetterField.AGENCY));
        }
        return new RequestLetter(
                kind,
                template.title().isEmpty() ? kind.term() : template.title(),
                kind.numbered() ? number : null,
                template.addressee(facts).orElse(null),
                template.fill(facts),
                enclosures,
                agency.orElseThrow(),
                writtenOn);
    }

    static void refuse(List<LetterField> missing) {
        if (!missing.isEmpty()) {
            throw Refusal.invalid(
                    missing.stream()
                            .map(
                                    it ->
                                            FieldProblem.of(
                                                    "facts." + it.term(),
                                                    "requests.letter.missing",
                                                    it.term()))
                            .toList());
        }
    }

    /** As an official paper, GB/T 9704; what carries a number in the form of a letter. */
    public OfficialPaper paper() {
        return new OfficialPaper(
                kind.numbered()
                        ? OfficialPaper.Head.letter(
                                agency, number == null ? null : number.toString(), title, addressee)
                        : new OfficialPaper.Head(null, null, title, addressee),
                body(),
                enclosures,
                new OfficialPaper.Ending(agency, writtenOn, null, null));
    }

    /** Its words, line by line, as they are approved and compared. */
    public String text() {
        var text = new ArrayList<String>();
        text.add(title);
        if (number != null) {
            text.add(number.toString());
        }
        if (addressee != null) {
            text.add(addressee + "：");
        }
        text.addAll(lines);
        for (int i = 0; i < enclosures.size(); i++) {
            text.add("附件" + (i + 1) + "：" + enclosures.get(i));
        }
        text.add(agency);
        text.add(LetterFacts.written(writtenOn));
        return String.join("\n", text) + "\n";
    }

    private String body() {
        var body = new Element("div");
        Element table = null;
        for (var line : lines) {
            if (LetterTemplate.isRow(line)) {
                table = table == null ? body.appendElement("table") : table;
                row(table.appendElement("tr"), line);
            } else {
                table = null;
                body.appendElement("p").text(line);
            }
        }
        return body.html();
    }

    private static void row(Element row, String line) {
        var cells = Stream.of(line.split(CELL, -1)).skip(1).map(String::strip).toList();
        for (int i = 0; i < cells.size(); i++) {
            var cell = row.appendElement(i % 2 == 0 ? "th" : "td").text(cells.get(i));
            if (cells.get(i).isBlank()) {
                cell.text(ROOM).appendElement("br").after(ROOM);
            }
        }
    }
}
