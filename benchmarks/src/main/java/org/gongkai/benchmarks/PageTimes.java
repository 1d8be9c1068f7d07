package org.gongkai.benchmarks;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Each kind of page asked for in turn by one reader (逐页测量), with what it costs the processor. */
final class PageTimes {
    private static final int WARMING = 40;
    private static final Duration TO_WARM = Duration.ofSeconds(2);
    private static final int ANSWERS = 200;
    private static final Duration TIME = Duration.ofSeconds(5);

    private final Program program;
    private final Staff staff;

    PageTimes(Program program, Staff staff) {
        this.program = program;
        this.staff = staff;
    }

    void measure(Pages pages) throws SQLException {
        heading("One reader, in turn");
        try (var reader = Reader.anybody()) {
            row(reader, "document", pages.documents());
            row(reader, "normative document", pages.normativeDocuments());
            row(reader, "column, first page", pages.columns(""));
            row(reader, "column, one year and kind", pages.columns("?year=2021&kind=notice"));
            row(reader, "column, last page", pages.lastPages());
            row(reader, "all of 法定主动公开内容", pages.at("/c/statutory"));
            row(reader, "the same, page 2,500", pages.at("/c/statutory?page=2500"));
            row(reader, "home", pages.at("/"));
            row(reader, "all columns", pages.at("/columns"));
            row(reader, "withdrawals and corrections", pages.at("/register"));
            row(reader, "feed of a column", pages.columns("/feed.xml"));
            row(
                    reader,
                    "site map, 10,000 documents",
                    pages.at("/sitemap/2021.xml", "/sitemap/2022.xml"));
            row(reader, "search", pages.searches(""));
            row(reader, "search, newest first", pages.searches("&order=date"));
            row(
                    reader,
                    "search in a column and year",
                    pages.searches("&column=penalties&year=2021"));
            row(reader, "document as JSON", api(pages.documents()));
            row(reader, "API: list", pages.at("/api/v1/public/documents?limit=50"));
        }
        for (String who : List.of("office", "clerk")) {
            try (var desk = staff.atDesk(who)) {
                row(desk, "desk, " + who, pages.at("/desk"));
                row(desk, "desk list, " + who, pages.at("/desk/documents"));
                row(
                        desk,
                        "desk list, published, " + who,
                        pages.at("/desk/documents?state=published"));
                row(desk, "desk list, page 300, " + who, pages.at("/desk/documents?page=300"));
                row(
                        desk,
                        "desk list by title, " + who,
                        pages.at("/desk/documents?q=%E5%85%AC%E5%BC%80"));
            }
        }
        try (var desk = staff.atDesk("auditor")) {
            row(desk, "audit trail, auditor", pages.at("/desk/audit"));
        }
        try (var desk = staff.atDesk("office")) {
            row(desk, "document at the desk", pages.deskDocuments());
        }
    }

    private static List<URI> api(List<URI> documents) {
        return documents.stream()
                .map(
                        it ->
                                it.resolve(
                                        it.getPath()
                                                .replaceFirst("^/d/", "/api/v1/public/documents/")))
                .toList();
    }

    private void row(Reader reader, String name, List<URI> addresses) {
        reader.inTurn(addresses, WARMING, TO_WARM);
        print(name, program, () -> reader.inTurn(addresses, ANSWERS, TIME));
    }

    /** The head of a table of {@link #print}. */
    static void heading(String first) {
        System.out.printf(
                """

                | %s | answers | a second | p50 ms | p95 ms | p99 ms | max ms | program CPU ms | database CPU ms |
                |---|---|---|---|---|---|---|---|---|
                """,
                first);
    }

    /** A row: times, and processor time for each answer. */
    static Answers print(String name, Program program, Supplier<Answers> work) {
        Duration before = program.processor();
        Duration databaseBefore = program.databaseProcessor();
        Answers answers = work.get();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f |%s%n",
                name,
                answers.cells(),
                each(program.processor().minus(before), answers),
                each(program.databaseProcessor().minus(databaseBefore), answers),
                answers.failures() == 0 ? "" : " **" + answers.failures() + " failed**");
        return answers;
    }

    private static double each(Duration processor, Answers answers) {
        return processor.toMillis() / (double) Math.max(1, answers.nanos().length);
    }
}
