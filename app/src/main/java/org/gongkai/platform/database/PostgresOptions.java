package org.gongkai.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the embedded database is set (数据库参数): durable, on loopback only, and with a log that holds no
 * personal data (个人信息保护法 art. 51).
 */
record PostgresOptions(int port, List<String> extra) {
    private static final String FILE = "gongkai.conf";

    private static final List<String> ALWAYS =
            List.of(
                    "listen_addresses = '127.0.0.1'",
                    "unix_socket_directories = ''",
                    "fsync = on",
                    "synchronous_commit = on",
                    "full_page_writes = on",
                    "password_encryption = 'scram-sha-256'",
                    "max_connections = 60",
                    "timezone = 'UTC'",
                    "log_timezone = 'Asia/Shanghai'",
                    "log_min_messages = warning",
                    // Statements, their parameters and the rows of a violated rule stay out of it.
                    "log_statement = 'none'",
                    "log_min_error_statement = panic",
                    "log_parameter_max_length_on_error = 0",
                    "log_error_verbosity = terse");

    /** Writes them beside the server's own file and has that include them. */
    void writeTo(Path cluster) throws IOException {
        var lines = new ArrayList<String>(ALWAYS);
        lines.add("port = " + port);
        lines.addAll(extra);
        Files.write(cluster.resolve(FILE), lines);
        Path main = cluster.resolve("postgresql.conf");
        String include = "include '" + FILE + "'";
        if (!Files.readAllLines(main).contains(include)) {
            Files.writeString(main, Files.readString(main) + "\n" + include + "\n");
        }
    }
}
