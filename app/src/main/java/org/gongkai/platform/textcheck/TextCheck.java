package org.gongkai.platform.textcheck;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.PlainText;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.textcheck.attachments.InspectedFile;
import org.gongkai.platform.textcheck.persistence.WordingRules;
import org.gongkai.platform.textcheck.wording.WordingLists;
import org.springframework.stereotype.Component;

/**
 * Reads a text before people read it (机器校对): what is wrong, where, why, and how to mend it.
 *
 * <p>The machine decides nothing: a blocking finding is mended, or overridden by the secrecy
 * reviewer with a reason (《政府信息公开条例》 art. 17).
 */
@Component
public class TextCheck {
    private final WordingRules rules;
    private final Attachments attachments;
    private final List<LinkTargets> targets;
    private final FileStore files;
    private final Clock clock;
    private final FindingIds ids;

    TextCheck(
            WordingRules rules,
            Attachments attachments,
            List<LinkTargets> targets,
            FileStore files,
            Clock clock,
            Secrets secrets) {
        this.rules = rules;
        this.attachments = attachments;
        this.targets = List.copyOf(targets);
        this.files = files;
        this.clock = clock;
        this.ids = FindingIds.of(secrets);
    }

    /** Everything found in the text and its attachments, blocking findings first. */
    public List<Finding> check(ReviewText text) {
        var lists = text.agency().map(rules::listsOf).orElseGet(rules::shippedLists);
        var reading = reading(lists);
        reading.read(text);
        for (var attachment : text.attachments()) {
            var file = attachment.file();
            var content = files.path(file.sha256());
            reading.readFile(
                    attachment.name(),
                    file.sha256(),
                    attachments.read(file.sha256(), content, file.kind(), attachment.name()));
        }
        return reading.findings();
    }

    /** Refuses a text that carries a classification mark; called before anything is stored. */
    public void refuseClassified(ReviewText text) {
        ClassificationMark.refuseIn("title", text.title());
        ClassificationMark.refuseIn("bodyHtml", PlainText.of(text.bodyHtml()));
        text.fields().forEach(ClassificationMark::refuseIn);
    }

    /**
     * Stores a copy of a file without author, company, place and other properties (清除文件属性); empty
     * where that cannot be done safely: signed files, and kinds that we do not write.
     */
    public Optional<StoredFile> cleanCopy(StoredFile file) {
        var content = files.path(file.sha256());
        return attachments
                .cleanCopy(content, file)
                .map(
                        it ->
                                files.put(
                                        new ByteArrayInputStream(it),
                                        file.safeName(),
                                        UploadLimits.ATTACHMENT));
    }

    /**
     * The picture as it may be shown: a copy without place, author and device where its metadata
     * tell them, else the picture itself.
     */
    public StoredFile withoutProperties(StoredFile picture) {
        var content = files.path(picture.sha256());
        var hidden =
                attachments
                        .read(picture.sha256(), content, picture.kind(), picture.safeName())
                        .hidden();
        return hidden.isEmpty() ? picture : cleanCopy(picture).orElse(picture);
    }

    /** The words of a kept file (附件文字), for search. */
    public String wordsOf(StoredFile file) {
        var content = files.path(file.sha256());
        return attachments
                .read(file.sha256(), content, file.kind(), file.safeName())
                .passages()
                .stream()
                .map(InspectedFile.Passage::text)
                .collect(Collectors.joining("\n"));
    }

    private TextReading reading(WordingLists lists) {
        return new TextReading(
                lists,
                LocalDate.now(clock),
                targets,
                it -> files.find(it, "file").isPresent(),
                ids);
    }
}
