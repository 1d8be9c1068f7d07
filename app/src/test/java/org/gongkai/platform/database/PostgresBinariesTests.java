package org.gongkai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Unpacking the database programs (解开数据库程序)")
class PostgresBinariesTests {

    @Test
    void byTwoProgramsAtOnceGivesBothTheSame(@TempDir Path folder) throws Exception {
        Callable<Path> unpacking = () -> PostgresBinaries.in(folder);
        try (var both = Executors.newFixedThreadPool(2)) {
            assertThat(both.invokeAll(List.of(unpacking, unpacking)))
                    .extracting(Future::get)
                    .containsOnly(folder.resolve("programs-18.6/bin"));
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("programs-18.6"));
        }
    }
}
