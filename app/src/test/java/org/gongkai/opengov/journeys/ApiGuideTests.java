package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.gongkai.testing.DemoAgencyTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Runs the very text of {@code docs/guides/api.md} with bash and curl, as a reader would paste it.
 */
@DemoAgencyTest
@DisplayName("The guide to the API")
class ApiGuideTests {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path GUIDE = ROOT.resolve("docs/guides/api.md");

    /** A block of commands, and the block below it with what they print, where there is one. */
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^```bash\\n(.*?)^```\\n(?:```text\\n(.*?)^```\\n)?");

    private static final String AFTER_BLOCK = "\u001e";

    @LocalServerPort int port;
    @TempDir Path folder;

    /** A block of the guide; what it prints may have … for what differs each time. */
    private record Block(String commands, String prints) {
        boolean fits(String printed) {
            String pattern =
                    Arrays.stream(prints.strip().split("…", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*?"));
            return Pattern.compile(pattern, Pattern.DOTALL).matcher(printed.strip()).matches();
        }
    }

    @Test
    void printsWhatItSaysFromTheTokenToThePublicPage() throws Exception {
        var blocks = blocks();
        assertThat(blocks).hasSizeGreaterThan(10);

        var printed = run(blocks);

        var compared = new SoftAssertions();
        for (int at = 0; at < blocks.size(); at++) {
            var block = blocks.get(at);
            compared.assertThat(block.fits(printed.get(at)))
                    .as(
                            "%s%nprinted%n%s%nand not%n%s",
                            block.commands, printed.get(at), block.prints)
                    .isTrue();
        }
        compared.assertAll();
    }

    @Test
    void givesTheRealDocumentToPaste() throws IOException {
        var text = Files.readAllLines(ROOT.resolve("docs/guides/samples/key-points-2021.txt"));

        assertThat(text).containsExactlyElementsOf(KeyPoints.paragraphs());
    }

    private static List<Block> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .map(it -> new Block(it.group(1), it.group(2) == null ? "" : it.group(2)))
                .toList();
    }

    /** Pastes all blocks into one shell; what each printed. */
    private List<String> run(List<Block> blocks) throws Exception {
        var script =
                blocks.stream()
                        .map(Block::commands)
                        .collect(Collectors.joining("printf '" + AFTER_BLOCK + "'\n"));
        Path file = Files.writeString(folder.resolve("guide.sh"), script);
        Path output = folder.resolve("printed");
        var builder = new ProcessBuilder("bash", "-eu", file.toString()).directory(ROOT.toFile());
        builder.environment().put("GONGKAI", "http://127.0.0.1:" + port);
        builder.environment().put("LC_ALL", "C.UTF-8");
        var shell = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(shell.waitFor(2, TimeUnit.MINUTES))
                    .as("the guide comes to its end")
                    .isTrue();
        } finally {
            shell.destroyForcibly();
        }
        var all = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(shell.exitValue()).as(all).isZero();
        return new ArrayList<>(Arrays.asList(all.split(AFTER_BLOCK, -1)));
    }
}
