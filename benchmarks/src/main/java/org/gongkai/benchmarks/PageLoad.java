package org.gongkai.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Many readers at once (并发访问): at the pace the design promises, and as fast as they can. */
final class PageLoad {
    private static final int PACE = 50;
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final int READERS = 16;

    private final Program program;

    PageLoad(Program program) {
        this.program = program;
    }

    void measure(Pages pages) throws SQLException, IOException, InterruptedException {
        PageTimes.heading("50 requests a second; hold for documents: p99 50 ms");
        try (var reader = Reader.anybody()) {
            List<URI> documents = pages.documents();
            List<URI> mixed = mixed(pages);
            reader.hurried(documents, READERS, Integer.MAX_VALUE, Duration.ofSeconds(5));
            PageTimes.print("documents", program, () -> reader.paced(documents, PACE, TIME));
            PageTimes.print(
                    "documents, lists, home, search",
                    program,
                    () -> reader.paced(mixed, PACE, TIME));
            PageTimes.heading("16 readers, as fast as they are answered");
            row(reader, "documents", documents);
            row(reader, "column lists", pages.columns(""));
            row(reader, "searches", pages.searches(""));
            staticPeer(reader, documents.getFirst());
        }
    }

    private void row(Reader reader, String name, List<URI> addresses) {
        PageTimes.print(
                name, program, () -> reader.hurried(addresses, READERS, Integer.MAX_VALUE, SHORT));
    }

    /** Of twenty requests twelve ask for documents, four for lists, one for home, three search. */
    private static List<URI> mixed(Pages pages) throws SQLException {
        List<URI> documents = pages.documents();
        List<URI> columns = pages.columns("");
        List<URI> searches = pages.searches("");
        List<URI> mixed = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            mixed.add(
                    switch (i % 20) {
                        case 3, 8, 13, 18 -> columns.get(i / 5 % columns.size());
                        case 5 -> pages.at("/").getFirst();
                        case 7, 11, 17 -> searches.get(i / 7 % searches.size());
                        default -> documents.get(i);
                    });
        }
        return mixed;
    }

    /** The same bytes from a file through nginx, where it is installed. */
    private void staticPeer(Reader reader, URI page) throws IOException, InterruptedException {
        Optional<Nginx> peer = Nginx.serving(reader.text(page));
        if (peer.isEmpty()) {
            System.out.println("| (nginx is not installed here) | | | | | | | | |");
            return;
        }
        try (Nginx nginx = peer.get()) {
            Duration before = nginx.processor();
            Answers answers =
                    reader.hurried(List.of(nginx.address()), READERS, Integer.MAX_VALUE, SHORT);
            System.out.printf(
                    Locale.ROOT,
                    "| one document as a file, nginx | %s | %.2f | |%n",
                    answers.cells(),
                    nginx.processor().minus(before).toMillis() / (double) answers.nanos().length);
        }
    }
}
