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
import org.gongkai.platform.files.ReadingPicture;
import org.gongkai.platform.files.ReadingSection;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.pages.FileLink;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.WideTables;
import org.gongkai.platform.pages.Wording;
import org.jsoup.Jsoup;
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
     * @param contents the worksheets of a book with more than one
     */
    record Reading(
            FileLink file,
            @Nullable String note,
            List<Chapter> contents,
            List<Section> sections,
            Pages pages,
            String address) {}

    /** A worksheet, and where it begins. */
    record Chapter(String name, String address) {}

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

    /** Where the first page of the attachment of this name is; null where it is not read. */
    static @Nullable String address(String path, List<AttachedFile> files, String name) {
        for (var it = 0; it < files.size(); it++) {
            if (files.get(it).name().equals(name) && isRead(files.get(it))) {
                return address(path, it + 1, 1);
            }
        }
        return null;
    }

    /** How many pages an attachment makes; none for a kind that is not read. */
    int pages(AttachedFile file) {
        return isRead(file)
                ? stored(file).map(it -> Math.max(1, readings.of(it).parts())).orElse(0)
                : 0;
    }

    /** The addresses of the pictures that the pages of an attachment show. */
    List<String> pictures(String path, int number, AttachedFile file) {
        return isRead(file)
                ? stored(file).stream()
                        .flatMap(it -> readings.pictures(it).stream())
                        .map(it -> path + "/attachments/" + number + "/" + it)
                        .toList()
                : List.of();
    }

    /** A picture of the n-th attachment, if there is one of this name. */
    Optional<ReadingPicture> picture(PublicDocument document, int number, String name) {
        var attached = document.content().attachments();
        if (number > attached.size() || !isRead(attached.get(number - 1))) {
            return Optional.empty();
        }
        return stored(attached.get(number - 1))
                .filter(it -> readings.of(it).parts() > 0)
                .flatMap(it -> readings.picture(it, Integer.parseInt(name.replaceAll("\\..*", ""))))
                .filter(it -> it.name().equals("pictures/" + name));
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
                        contents(file, path, number),
                        readings.part(file, page).stream()
                                .map(it -> section(it, path + "/attachments/" + number + "/"))
                                .toList(),
                        Pages.of(page, count, 1, it -> address(path, number, it)),
                        address(path, number, page)));
    }

    private List<Chapter> contents(StoredFile file, String path, int number) {
        var contents = readings.contents(file);
        return contents.size() < 2
                ? List.of()
                : contents.stream()
                        .map(
                                it ->
                                        new Chapter(
                                                it.name(),
                                                address(path, number, it.part())
                                                        + "#section-"
                                                        + it.place()))
                        .toList();
    }

    private Section section(ReadingSection section, String attachment) {
        return new Section(
                heading(section),
                section.html().isEmpty()
                        ? ""
                        : tables.boxed(withPictures(section.html(), attachment)));
    }

    /** Pictures at their whole address; those that the file does not describe say so. */
    private String withPictures(String html, String attachment) {
        if (!html.contains("<img")) {
            return html;
        }
        var page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        for (var image : page.body().select("img")) {
            image.attr("src", attachment + image.attr("src"));
            if (image.attr("alt").isBlank()) {
                image.attr("alt", wording.say("portal.reading.picture"));
            }
        }
        return page.body().html();
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
