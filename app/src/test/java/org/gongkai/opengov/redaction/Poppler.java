package org.gongkai.opengov.redaction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Poppler's programs, which share no code with ours, looking at a PDF. */
final class Poppler {
    private final Path file;

    Poppler(Path file) {
        this.file = file;
    }

    /** All text, in the order of the page. */
    String text(String... options) {
        List<String> call = new ArrayList<>(List.of("pdftotext", "-enc", "UTF-8", "-q"));
        call.addAll(List.of(options));
        call.addAll(List.of(file.toString(), "-"));
        return run(call);
    }

    String information(String... options) {
        List<String> call = new ArrayList<>(List.of("pdfinfo"));
        call.addAll(List.of(options));
        call.add(file.toString());
        return run(call);
    }

    String attachments() {
        return run(List.of("pdfdetach", "-list", file.toString()));
    }

    List<BufferedImage> images() {
        try {
            var folder = Files.createTempDirectory("pdfimages");
            run(List.of("pdfimages", "-png", file.toString(), folder.resolve("i").toString()));
            try (var all = Files.list(folder)) {
                List<BufferedImage> images = new ArrayList<>();
                for (var each : all.sorted().toList()) {
                    images.add(ImageIO.read(each.toFile()));
                    Files.delete(each);
                }
                Files.delete(folder);
                return images;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(List<String> call) {
        try {
            var process = new ProcessBuilder(call).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(call + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
