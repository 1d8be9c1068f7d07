package org.gongkai.opengov.inspections.draws;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.gongkai.platform.draw.DrawBundle;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.settings.Settings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that is needed to compute a draw again (公开数据包): of an open draw once it is drawn, of a sealed
 * one once it is revealed, of no other. A bundle is computed once for each stage and kept as a
 * file, since it never becomes another.
 */
@Service
public class Bundles {
    private final DrawStories stories;
    private final DrawComputing computing;
    private final Amendments amendments;
    private final Disclosures disclosures;
    private final FrozenLists lists;
    private final Path folder;
    private final ReentrantLock one = new ReentrantLock();

    Bundles(
            DrawStories stories,
            DrawComputing computing,
            Amendments amendments,
            Disclosures disclosures,
            FrozenLists lists,
            Settings settings) {
        this.stories = stories;
        this.computing = computing;
        this.amendments = amendments;
        this.disclosures = disclosures;
        this.lists = lists;
        folder = settings.home().resolve("draw-bundles");
    }

    /**
     * The file of the bundle.
     *
     * @throws Refusal if there is no such draw, or it is not open to all
     */
    @Transactional(readOnly = true)
    public Path of(String agencyKey, long seq) {
        var story = stories.of(agencyKey, seq);
        var draw = story.draw();
        if (!draw.isOpenToAll()) {
            throw Refusal.notFound();
        }
        var edition = story.amendments().size();
        var file =
                folder.resolve(
                        "%s-%d.json"
                                .formatted(Objects.requireNonNull(story.frozen()).hash(), edition));
        one.lock();
        try {
            if (!Files.exists(file)) {
                write(draw, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            one.unlock();
        }
        return file;
    }

    private void write(InspectionDraw draw, Path file) throws IOException {
        Files.createDirectories(folder);
        var bundle =
                DrawBundle.of(
                        computing.compute(draw),
                        disclosures.of(draw.id()),
                        lists.secret(draw.id()).orElse(null),
                        amendments.made(draw.id()));
        var unfinished = Files.createTempFile(folder, ".bundle-", "");
        try (var to = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
            bundle.write(to);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
