package org.gongkai.opengov.portal;

import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.gongkai.opengov.disclosures.PublicDocument;
import org.gongkai.platform.files.FileReading;
import org.gongkai.platform.files.FileReading.Outcome;
import org.gongkai.platform.files.FileReadings;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.ReadingSection;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.pages.FileLink;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.WideTables;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Attachments as pages (附件网页阅读): {@code /d/{index number}/attachments/{n}/read}, further pages of
 * the same file below it. The n-th attachment is that of the present edition.
 */
@Component
class Readings {
    private final FileReadings readings;
    private final FileStore files;
    private final WideTables tables;
    private final Wording wording;

    Readings(FileReadings readings, FileStore files, WideTables tables, Wording wording) {
        this.readings = readings;
        this.files = files;
        this.tables = tables;
        this.wording = wording;
    }

    /**
     * One page of an attachment.
     *
     * @param note what readers should know of it: message key below {@code portal.reading}; null
     *     where all is there
     */
    record Reading(
            FileLink file,
            @Nullable String note,
            List<Section> sections,
            Pages pages,
            String address) {}

    /** A stretch of it, with its heading; empty markup for a page without words. */
    record Section(@Nullable String heading, String html) {}

    /** The n-th attachment of a document as a link, and where it is read. */
    static FileLink link(String path, int number, AttachedFile file) {
        return new FileLink(
                file.name(),
                FileKind.of(file),
                FileKind.size(file),
                FileKind.address(file),
                isRead(file) ? address(path, number, 1) : null);
    }

    /** Where a page of an attachment is. */
    static String address(String path, int number, int page) {
        var first = path + "/attachments/" + number + "/read";
        return page == 1 ? first : first + "/" + page;
    }

    /** How many pages an attachment makes; none for a kind that is not read. */
    int pages(AttachedFile file) {
        return isRead(file)
                ? stored(file).map(it -> Math.max(1, readings.of(it).parts())).orElse(0)
                : 0;
    }

    /** A page of the n-th attachment, if there is one. */
    Optional<Reading> of(PublicDocument document, int number, int page) {
        var attached = document.content().attachments();
        if (number < 1 || number > attached.size() || !isRead(attached.get(number - 1))) {
            return Optional.empty();
        }
        var path = document.listing().indexNumber().path();
        return stored(attached.get(number - 1))
                .flatMap(
                        it ->
                                read(
                                        link(path, number, attached.get(number - 1)),
                                        it,
                                        page,
                                        path,
                                        number));
    }

    private Optional<Reading> read(
            FileLink link, StoredFile file, int page, String path, int number) {
        FileReading reading = readings.of(file);
        int count = Math.max(1, reading.parts());
        if (page < 1 || page > count) {
            return Optional.empty();
        }
        return Optional.of(
                new Reading(
                        link,
                        reading.outcome() == Outcome.WHOLE
                                ? null
                                : "portal.reading." + reading.outcome().name(),
                        readings.part(file, page).stream().map(this::section).toList(),
                        Pages.of(page, count, 1, it -> address(path, number, it)),
                        address(path, number, page)));
    }

    private Section section(ReadingSection section) {
        return new Section(
                heading(section), section.html().isEmpty() ? "" : tables.boxed(section.html()));
    }

    private @Nullable String heading(ReadingSection section) {
        if (section.first() == 0) {
            return null;
        }
        if (section.name().isEmpty()) {
            return wording.say("portal.reading.page", section.first(), section.all());
        }
        return section.last() - section.first() + 1 >= section.all()
                ? wording.say("portal.reading.sheet", section.name())
                : wording.say(
                        "portal.reading.rows",
                        section.name(),
                        section.first(),
                        section.last(),
                        section.all());
    }

    private Optional<StoredFile> stored(AttachedFile file) {
        return files.find(file.sha256(), file.name());
    }

    private static boolean isRead(AttachedFile file) {
        return MediaKind.byMediaType(file.mediaType()).filter(FileReadings::reads).isPresent();
    }
}
