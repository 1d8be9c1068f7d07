package org.gongkai.platform.textcheck;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gongkai.platform.files.PlainText;
import org.gongkai.platform.textcheck.attachments.Hidden;
import org.gongkai.platform.textcheck.attachments.InspectedFile;
import org.gongkai.platform.textcheck.papers.DateDetector;
import org.gongkai.platform.textcheck.papers.DocumentFields;
import org.gongkai.platform.textcheck.papers.DocumentNumbers;
import org.gongkai.platform.textcheck.papers.Punctuation;
import org.gongkai.platform.textcheck.personal.BankCard;
import org.gongkai.platform.textcheck.personal.Emails;
import org.gongkai.platform.textcheck.personal.HomeAddress;
import org.gongkai.platform.textcheck.personal.IdCard;
import org.gongkai.platform.textcheck.personal.OtherNumbers;
import org.gongkai.platform.textcheck.personal.PersonName;
import org.gongkai.platform.textcheck.personal.Phones;
import org.gongkai.platform.textcheck.personal.Plates;
import org.gongkai.platform.textcheck.wording.WordingLists;

/**
 * One reading of one text (一次校对): a pure function of the text, the lists and the day. Detectors
 * come in order of certainty; a number that is an identity card is not also a bank card.
 */
final class TextReading {
    private final List<TextDetector> personal;
    private final List<TextDetector> everything;
    private final BodyChecks bodyChecks;
    private final FindingList findings;

    TextReading(
            WordingLists lists,
            LocalDate today,
            List<LinkTargets> targets,
            Predicate<String> knownFiles,
            FindingIds ids) {
        findings = new FindingList(ids);
        personal =
                List.of(
                        new IdCard(today),
                        new BankCard(),
                        new OtherNumbers(),
                        new Phones(lists.contacts()),
                        new Emails(lists.contacts()),
                        new Plates(),
                        new HomeAddress(),
                        new PersonName());
        var papers = List.of(new DocumentNumbers(), new DateDetector(), lists, new Punctuation());
        everything = java.util.stream.Stream.concat(personal.stream(), papers.stream()).toList();
        bodyChecks = new BodyChecks(targets, knownFiles);
    }

    void read(ReviewText text) {
        readWords("title", "", text.title(), everything);
        new TreeMap<>(text.fields()).forEach(this::readField);
        for (var wrong : DocumentFields.contradictions(text.fields())) {
            var quote = text.fields().getOrDefault(wrong.field(), "");
            findings.add(
                    wrong.code(),
                    Severity.WARNING,
                    new Where(wrong.field(), wrong.other(), 0, quote),
                    List.of(
                            wrong.field(),
                            wrong.other(),
                            quote,
                            text.fields().getOrDefault(wrong.other(), "")),
                    wrong.proposal());
        }
        var body = PlainText.of(text.bodyHtml());
        readWords("bodyHtml", "", body, everything);
        for (var unseen : BodyChecks.wordsBesideTheText(text.bodyHtml())) {
            readWords("bodyHtml", "", unseen, everything);
        }
        bodyChecks.check(text.bodyHtml(), body, findings);
    }

    private void readField(String field, String value) {
        if (!field.equals(DocumentFields.NUMBER) && !DocumentFields.DATES.contains(field)) {
            readWords(field, "", value, everything);
        }
    }

    void readFile(String name, String sha256, InspectedFile file) {
        var field = "attachment:" + name;
        readWords(field, "", name, personal);
        for (Hidden hidden : file.hidden()) {
            findings.add(
                    hidden.code(),
                    hidden.severity(),
                    new Where(field, hidden.part(), 0, hidden.quote()),
                    sha256,
                    List.of(name, hidden.part(), hidden.quote()),
                    Optional.empty());
        }
        for (var passage : file.passages()) {
            readWords(field, passage.part(), passage.text(), personal);
        }
    }

    private void readWords(String field, String part, String text, List<TextDetector> detectors) {
        ClassificationMark.find(text)
                .ifPresent(
                        it ->
                                findings.add(
                                        "classification.mark",
                                        Severity.BLOCKING,
                                        new Where(field, part, it.offset(), it.level()),
                                        List.of(it.level()),
                                        Optional.empty()));
        findings.addHits(field, part, text, detectors);
    }

    List<Finding> findings() {
        return findings.all();
    }
}
