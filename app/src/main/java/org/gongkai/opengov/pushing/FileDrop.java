package org.gongkai.opengov.pushing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.gongkai.opengov.pushing.PushSettings.Destination;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.refusals.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform by files (文件摆渡), where no network leads to it: packages are laid into {@code out},
 * receipts fetched from {@code receipts}. A package appears whole under its name or not at all.
 * Layout: {@code docs/guides/push.md}.
 */
final class FileDrop implements CityPlatform {
    private static final Logger LOG = LoggerFactory.getLogger(FileDrop.class);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long LARGEST_RECEIPT = 64 * 1024;
    private static final String UNFINISHED = ".unfinished-";

    private final Path out;
    private final Path receipts;
    private final Path taken;
    private final Path unreadable;
    private final PushPackage packing;
    private final PlatformAnswer answers;

    FileDrop(Destination.Folder destination, FileStore files, JsonMapper json) {
        this.out = destination.folder().resolve("out");
        this.receipts = destination.folder().resolve("receipts");
        this.taken = receipts.resolve("taken");
        this.unreadable = receipts.resolve("unreadable");
        this.packing = new PushPackage(destination.secret(), files, json);
        this.answers = new PlatformAnswer(json);
    }

    @Override
    public Duration longest() {
        return LONGEST;
    }

    @Override
    public synchronized Delivery deliver(PushMessage message) {
        try {
            Files.createDirectories(out);
            removeEarlier(message);
            var unfinished = out.resolve(UNFINISHED + name(message));
            Files.deleteIfExists(unfinished);
            packing.write(message, unfinished);
            Files.move(
                    unfinished,
                    out.resolve(name(message)),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            PushPackage.force(out);
            return new Delivery.HandedOver();
        } catch (Refusal gone) {
            return Delivery.Failed.because("file-missing", null);
        } catch (IOException trouble) {
            LOG.warn("The package of {} could not be written", message.idempotencyKey(), trouble);
            return Delivery.Failed.because("folder", trouble.getClass().getSimpleName());
        }
    }

    /**
     * What nobody has fetched yet of the same document is out of date, and may not even be public
     * any more; so is what a stopped program left unfinished.
     */
    private void removeEarlier(PushMessage message) throws IOException {
        try (Stream<Path> lying = Files.list(out)) {
            for (var each : lying.toList()) {
                var name = each.getFileName().toString().replaceFirst("^" + UNFINISHED, "");
                if (name.startsWith(message.document() + "-") && !name.equals(name(message))) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private static String name(PushMessage message) {
        return "%s-%06d-%s.zip"
                .formatted(message.document(), message.sequence(), message.operation());
    }

    @Override
    public synchronized void fetchReceipts(BiConsumer<String, Delivery> found) {
        try {
            if (!Files.isDirectory(receipts)) {
                Files.createDirectories(receipts);
            }
            for (var file : waiting()) {
                fetch(file, found);
            }
        } catch (IOException trouble) {
            LOG.warn("The receipts in {} could not be read", receipts, trouble);
        }
    }

    /** Finished receipts by name; what begins with a dot is still being written. */
    private List<Path> waiting() throws IOException {
        try (Stream<Path> lying = Files.list(receipts)) {
            return lying.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS))
                    .filter(it -> it.getFileName().toString().matches("[^.].*\\.json"))
                    .sorted()
                    .toList();
        }
    }

    private void fetch(Path file, BiConsumer<String, Delivery> found) throws IOException {
        var said =
                Files.size(file) > LARGEST_RECEIPT
                        ? Optional.<PlatformAnswer.ByItself>empty()
                        : answers.byItself(Files.readAllBytes(file));
        if (said.isEmpty()) {
            LOG.warn("{} is no receipt", file);
            putAway(file, unreadable);
            return;
        }
        try {
            found.accept(said.get().key(), said.get().delivery());
            putAway(file, taken);
        } catch (Refusal notOurs) {
            LOG.warn("{} is a receipt of nothing that was pushed", file);
            putAway(file, unreadable);
        }
    }

    private static void putAway(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.move(
                file,
                folder.resolve(file.getFileName()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
