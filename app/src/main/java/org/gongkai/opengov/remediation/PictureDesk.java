package org.gongkai.opengov.remediation;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import org.gongkai.opengov.remediation.SitePicture.When;
import org.gongkai.opengov.remediation.Typed.Check;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.textcheck.TextCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pictures before and after (整治前后照片): each with words for those who do not see it, and without the
 * place and the device that the camera wrote into it. The picture as it came is not kept.
 */
@Service
@Transactional
public class PictureDesk {
    /** The most pictures of a project. */
    public static final int MOST = 40;

    private static final UploadLimits LIMITS =
            new UploadLimits(20L * 1024 * 1024, EnumSet.of(MediaKind.JPEG, MediaKind.PNG));

    private final ProjectChanges changes;
    private final FileStore files;
    private final TextCheck textCheck;

    PictureDesk(ProjectChanges changes, FileStore files, TextCheck textCheck) {
        this.changes = changes;
        this.files = files;
        this.textCheck = textCheck;
    }

    /**
     * Adds a picture.
     *
     * @param typed {@code when}, {@code place}, {@code takenOn}, {@code alt}
     */
    public SitePicture add(
            Actor by,
            long id,
            Typed typed,
            InputStream content,
            String fileName,
            @Nullable Long expected) {
        var project = changes.writable(by, id, expected);
        changes.refuseClassified(typed);
        var check = new Check(typed);
        var when = check.chosen("when", When.named(typed.of("when")));
        var place = check.text("place", Check.SHORT, true);
        var takenOn = check.past("takenOn", changes.today());
        var alt = check.text("alt", 200, true);
        if (fileName.isBlank()) {
            check.add("file", "remediation.problem.picture");
        }
        if (project.content().pictures().size() >= MOST) {
            check.add("file", "remediation.problem.pictures", MOST);
        }
        check.end();
        var shown = textCheck.withoutProperties(files.put(content, fileName, LIMITS));
        var picture =
                new SitePicture(
                        when.orElseThrow(),
                        place,
                        takenOn,
                        alt,
                        shown.sha256(),
                        shown.mediaType(),
                        shown.safeName());
        var after = new ArrayList<>(project.content().pictures());
        if (after.stream().anyMatch(it -> it.sha256().equals(picture.sha256()))) {
            throw Refusal.invalid("file", "remediation.problem.picture-twice");
        }
        after.add(picture);
        changes.write(by, project, "picture-added", it -> it.withPictures(after));
        return picture;
    }

    /** Takes a picture out; it stays in what was released before. */
    public void remove(Actor by, long id, String sha256, @Nullable Long expected) {
        var project = changes.writable(by, id, expected);
        picture(project.content(), sha256);
        var after =
                project.content().pictures().stream()
                        .filter(it -> !it.sha256().equals(sha256))
                        .toList();
        changes.write(by, project, "picture-removed", it -> it.withPictures(after));
    }

    /** A picture of the newest revision, for those who may read it. */
    @Transactional(readOnly = true)
    public StoredFile read(Actor by, long id, String sha256) {
        return file(picture(changes.seen(by, id).content(), sha256));
    }

    StoredFile file(SitePicture picture) {
        return files.find(picture.sha256(), picture.fileName()).orElseThrow(Refusal::notFound);
    }

    static SitePicture picture(ProjectContent content, String sha256) {
        return content.pictures().stream()
                .filter(it -> it.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
