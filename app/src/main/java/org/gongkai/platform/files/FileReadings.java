package org.gongkai.platform.files;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongkai.platform.files.FileReading.Outcome;
import org.gongkai.platform.files.persistence.KeptReadings;
import org.gongkai.platform.files.reading.PageReading;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.springframework.stereotype.Component;

/**
 * Makes pages of stored files (附件网页阅读), so that a telephone needs no office program: each file is
 * read once, within the limits of {@link ParserGuard}, and what was read is kept as long as the
 * bytes are.
 *
 * <p>Whether a reader may have the file is decided by whoever asks.
 */
@Component
public class FileReadings {
    /** What is read and how: a new number lets everything be read anew. */
    public static final int MAKER = 2;

    private static final Set<MediaKind> READ =
            EnumSet.of(MediaKind.DOCX, MediaKind.XLSX, MediaKind.PDF, MediaKind.TXT, MediaKind.CSV);

    private static final int LOCKS = 16;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final FileStore files;
    private final KeptReadings kept;

    /** Of its own, so that readers never keep an upload waiting. */
    private final ParserGuard guard = new ParserGuard(LONGEST);

    private final Clock clock;
    private final List<Object> locks =
            IntStream.range(0, LOCKS).mapToObj(it -> new Object()).toList();

    FileReadings(FileStore files, KeptReadings kept, Clock clock) {
        this.files = files;
        this.kept = kept;
        this.clock = clock;
    }

    /** Whether files of this kind are read at all. */
    public static boolean reads(MediaKind kind) {
        return READ.contains(kind);
    }

    /** What comes of this file; not found if its bytes are gone. */
    public FileReading of(StoredFile file) {
        // One reader makes it, others of the same file wait: ten pages asked at once are one work.
        synchronized (locks.get(Math.floorMod(file.sha256().hashCode(), LOCKS))) {
            return kept.find(file.sha256(), MAKER).orElseGet(() -> make(file));
        }
    }

    /** One page of a file that was read, in sections. */
    public List<ReadingSection> part(StoredFile file, int part) {
        return kept.part(file.sha256(), part);
    }

    /** The worksheets of a book that was read, in order; empty for other files. */
    public List<ReadingContents> contents(StoredFile file) {
        return kept.contents(file.sha256());
    }

    /** A picture of a file that was read. */
    public Optional<ReadingPicture> picture(StoredFile file, int number) {
        return kept.picture(file.sha256(), number);
    }

    /** All pictures of a file that was read, as its pages name them. */
    public List<String> pictures(StoredFile file) {
        return kept.pictures(file.sha256());
    }

    private FileReading make(StoredFile file) {
        var path = files.path(file.sha256());
        var made = read(file, path);
        var reading = new FileReading(made.outcome(), made.parts());
        kept.keep(file.sha256(), MAKER, reading, made, clock.instant());
        return reading;
    }

    private PageReading.Made read(StoredFile file, Path path) {
        try {
            return guard.read(file.safeName(), () -> PageReading.of(path, file.kind()));
        } catch (Refusal refused) {
            if (refused.kind() == RefusalKind.TOO_MANY) {
                throw refused;
            }
            return new PageReading.Made(outcomeOf(refused), List.of(), List.of());
        }
    }

    private static Outcome outcomeOf(Refusal refused) {
        return switch (refused.messageKey()) {
            case "files.refused.too-slow", "files.refused.too-complex" -> Outcome.TOO_LARGE;
            default -> Outcome.BROKEN;
        };
    }
}
