package org.gongkai.platform.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gongkai.platform.files.persistence.StoredContents;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file store of its own for a test, without the rest of the program. */
public final class TestFiles {
    public final ContentFolder folder;
    public final StoredContents register;
    public final ParserGuard guard = new ParserGuard(Duration.ofSeconds(60));
    public final TestClock clock = new TestClock();
    public final FileStore store;
    public final DocxImport docxImport;

    public TestFiles(Path home, BeforeStorage... inspections) {
        folder = new ContentFolder(home);
        register = new StoredContents(JdbcClient.create(TestDatabase.fresh().app()));
        store = new FileStore(folder, register, guard, List.of(inspections), clock);
        docxImport = new DocxImport(folder, guard, store, List.of(inspections));
    }
}
