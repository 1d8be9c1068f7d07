package org.gongkai.platform.staticsite;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddressBook;
import org.jspecify.annotations.Nullable;

/**
 * Writes the whole public site as files (静态导出). What has not changed since the last export is taken
 * over without being rendered; what is rendered and found the same keeps its file.
 *
 * <p>Work at the desk goes on meanwhile: once everything is written, what has changed since is
 * written again, until nothing has. Only then the tree is served.
 */
final class SiteExport {
    /** May be large: fetched into a file and not into memory. */
    private static final String ATTACHMENTS = "/files/";

    private static final int MOST_PASSES = 20;
    private static final String NOWHERE = "/static-copy/nothing-is-here";

    private final PublicAddressBook book;
    private final Renderer renderer;
    private final String frame;
    private final @Nullable String live;
    private final Progress progress;
    private final BooleanSupplier stopped;
    private final Clock clock;

    private final List<Before> before = new ArrayList<>();
    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private final Set<String> leftOut = new ConcurrentSkipListSet<>();
    private final AtomicLong unchanged = new AtomicLong();
    private final AtomicInteger temporary = new AtomicInteger();

    /**
     * @param frame what every page shows beside its content; other than the last time, and every
     *     page is rendered again
     * @param live address of the running site, where what files cannot do leads to; null without
     *     one
     * @param stopped whether the operator has stopped it
     */
    SiteExport(
            PublicAddressBook book,
            Renderer renderer,
            String frame,
            @Nullable String live,
            Progress progress,
            BooleanSupplier stopped,
            Clock clock) {
        this.book = book;
        this.renderer = renderer;
        this.frame = frame;
        this.live = live;
        this.progress = progress;
        this.stopped = stopped;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param reload whether nginx has to read its configuration again
     * @param leftOut addresses that did not answer as they should
     */
    record Outcome(
            Path nginx,
            long addresses,
            long written,
            long unchanged,
            long removed,
            boolean reload,
            Set<String> leftOut) {}

    /** A tree of an earlier run, with what it holds. */
    private record Before(Tree tree, Manifest manifest) {}

    /** Exports into this folder. */
    Outcome into(Path target) throws IOException {
        try (var folder = ExportFolder.take(target)) {
            remember(folder);
            var tree = folder.begin(clock);
            try (var manifest = Manifest.begin(tree.folder(), frame)) {
                writeAll(tree, manifest);
                writeBeside(tree);
                var former = before.isEmpty() ? Manifest.none() : before.getFirst().manifest();
                var removed = Changes.write(tree.folder(), former, manifest);
                var nginx = new NginxFiles(target.resolve("current"), live, renderer, asked);
                nginx.write(tree.folder().resolve("nginx"), manifest);
                var reload =
                        !nginx.sameAs(before.stream().map(it -> it.tree().folder()).findFirst());
                folder.serve(tree);
                return new Outcome(
                        target.resolve("current/nginx/nginx.conf"),
                        manifest.size(),
                        progress.written(),
                        unchanged.get(),
                        removed,
                        reload,
                        Set.copyOf(leftOut));
            }
        }
    }

    private void remember(ExportFolder folder) throws IOException {
        var current = folder.current();
        if (current.isPresent()) {
            before.add(new Before(current.get(), Manifest.read(current.get().folder())));
        }
        for (var left : folder.leftBehind()) {
            before.add(new Before(left, Manifest.read(left.folder())));
        }
        progress.expect(current.isPresent() ? before.getFirst().manifest().size() : countAll());
    }

    private long countAll() {
        try (var all = book.all()) {
            return all.count();
        }
    }

    private void writeAll(Tree tree, Manifest manifest) throws IOException {
        pass(tree, manifest, it -> true);
        Predicate<PublicAddress> changed = it -> isChanged(it, manifest.get(it.address()));
        for (var number = 1; number < MOST_PASSES; number++) {
            if (pass(tree, manifest, changed) == 0) {
                return;
            }
            pass(tree, manifest, it -> it.stamp() == null);
        }
    }

    private static boolean isChanged(PublicAddress address, @Nullable Entry written) {
        return address.stamp() != null
                && (written == null
                        || written.kind() != address.kind()
                        || !address.stamp().equals(written.stamp()));
    }

    /**
     * Goes through all addresses, brings those that are wanted, and takes away what is not public
     * any more.
     *
     * @return how many were brought or taken away
     */
    private long pass(Tree tree, Manifest manifest, Predicate<PublicAddress> wanted)
            throws IOException {
        var named = new HashSet<String>();
        var count = new AtomicLong();
        leftOut.clear();
        try (var workers = new Workers(2 * Runtime.getRuntime().availableProcessors());
                var all = book.all()) {
            all.forEach(
                    it -> {
                        if (stopped.getAsBoolean()) {
                            workers.finish();
                            throw new ExportStopped();
                        }
                        if (it.kind() == Kind.ASKED) {
                            asked.add(it.address());
                        } else if (named.add(it.address()) && wanted.test(it)) {
                            workers.take(
                                    () -> {
                                        if (bring(it, tree, manifest)) {
                                            count.incrementAndGet();
                                        }
                                    });
                        }
                    });
            workers.finish();
        }
        return count.get() + removeOthers(tree, manifest, named);
    }

    private long removeOthers(Tree tree, Manifest manifest, Set<String> named) throws IOException {
        var others = new ArrayList<String>();
        manifest.forEach(
                (address, entry) -> {
                    if (!named.contains(address)) {
                        others.add(address);
                    }
                });
        for (var address : others) {
            var entry = Objects.requireNonNull(manifest.get(address));
            tree.remove(FileName.of(address, entry.kind(), entry.type()));
            manifest.remove(address);
        }
        return others.size();
    }

    /** Takes it over or renders it; whether it is there now. */
    private boolean bring(PublicAddress address, Tree tree, Manifest manifest) throws IOException {
        var there = takenOver(address, tree, manifest) || rendered(address, tree, manifest);
        progress.oneDone();
        return there;
    }

    private boolean takenOver(PublicAddress address, Tree tree, Manifest manifest)
            throws IOException {
        if (manifest.get(address.address()) != null) {
            return false;
        }
        for (var each : before) {
            var entry = each.manifest().get(address.address());
            if (entry != null
                    && address.stamp() != null
                    && each.manifest().frame().equals(frame)
                    && !isChanged(address, entry)
                    && linked(each, address, entry, tree)) {
                manifest.put(address.address(), entry);
                unchanged.incrementAndGet();
                return true;
            }
        }
        return false;
    }

    private static boolean linked(Before from, PublicAddress address, Entry entry, Tree tree)
            throws IOException {
        return tree.link(
                from.tree(), FileName.of(address.address(), entry.kind(), entry.type()), entry);
    }

    private boolean rendered(PublicAddress address, Tree tree, Manifest manifest)
            throws IOException {
        return address.address().startsWith(ATTACHMENTS)
                ? fetched(address, tree, manifest)
                : shown(address, tree, manifest);
    }

    private boolean shown(PublicAddress address, Tree tree, Manifest manifest) throws IOException {
        var answer = renderer.get(address.address());
        if (!asExpected(address, answer)) {
            return dropped(address, tree, manifest);
        }
        var body =
                address.kind() == Kind.MOVED
                        ? MovedPage.to(Renderer.header(answer.headers(), "location"))
                        : answer.body();
        var entry = entry(address, answer, body.length);
        var file = FileName.of(address.address(), entry.kind(), entry.type());
        replaceOther(address, file, tree, manifest);
        if (!same(address, file, entry, body, tree)) {
            tree.write(file, body, entry.compressible());
            progress.oneWritten();
        }
        manifest.put(address.address(), entry);
        return true;
    }

    /** An address that was withdrawn or restored meanwhile lies elsewhere now. */
    private static void replaceOther(
            PublicAddress address, String file, Tree tree, Manifest manifest) throws IOException {
        var written = manifest.get(address.address());
        if (written != null) {
            var former = FileName.of(address.address(), written.kind(), written.type());
            if (!former.equals(file)) {
                tree.remove(former);
            }
        }
    }

    private boolean same(PublicAddress address, String file, Entry entry, byte[] body, Tree tree)
            throws IOException {
        if (tree.holds(file, body)) {
            return true;
        }
        for (var each : before) {
            var former = each.manifest().get(address.address());
            if (former != null
                    && former.type().equals(entry.type())
                    && each.tree().holds(file, body)) {
                tree.remove(file);
                if (tree.link(each.tree(), file, entry)) {
                    unchanged.incrementAndGet();
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fetched(PublicAddress address, Tree tree, Manifest manifest)
            throws IOException {
        var part = tree.folder().resolve("fetched-" + temporary.incrementAndGet());
        try {
            var answer = renderer.get(address.address(), part);
            if (!asExpected(address, answer)) {
                return dropped(address, tree, manifest);
            }
            var entry = entry(address, answer, Files.size(part));
            var file = FileName.of(address.address(), entry.kind(), entry.type());
            tree.remove(file);
            if (entry.compressible()) {
                tree.write(file, Files.readAllBytes(part), true);
            } else {
                tree.move(part, file);
            }
            progress.oneWritten();
            manifest.put(address.address(), entry);
            return true;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Nothing may stand there any longer; the next pass knows why. Whether anything did. */
    private static boolean dropped(PublicAddress address, Tree tree, Manifest manifest)
            throws IOException {
        var written = manifest.get(address.address());
        if (written == null) {
            return false;
        }
        tree.remove(FileName.of(address.address(), written.kind(), written.type()));
        manifest.remove(address.address());
        return true;
    }

    /** What ceased to be public meanwhile is settled by the next pass. */
    private boolean asExpected(PublicAddress address, HttpResponse<?> answer) throws IOException {
        var status = answer.statusCode();
        var expected =
                switch (address.kind()) {
                    case GONE -> 410;
                    case MOVED -> 301;
                    default -> 200;
                };
        if (status >= 500) {
            throw new IOException(address.address() + ": " + status);
        }
        if (status != expected) {
            leftOut.add(address.address() + " (" + status + ")");
        }
        return status == expected;
    }

    private static Entry entry(PublicAddress address, HttpResponse<?> answer, long length) {
        var headers = answer.headers();
        var note =
                address.kind() == Kind.MOVED
                        ? Renderer.header(headers, "location")
                        : Renderer.header(headers, "content-disposition");
        return new Entry(
                address.kind(),
                Objects.requireNonNullElse(address.stamp(), ""),
                length,
                Renderer.header(headers, "content-type").intern(),
                note);
    }

    /** The pages for what is not there, and for what files cannot do. */
    private void writeBeside(Tree tree) throws IOException {
        tree.write(".static/not-found.html", renderer.get(NOWHERE).body(), true);
        tree.write(".static/asked.html", renderer.get("/static-copy").body(), true);
    }
}
