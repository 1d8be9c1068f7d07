package org.gongkai.opengov.siteimport;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.disclosures.DocumentInput.AttachmentInput;
import org.gongkai.platform.files.FileAddress;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A text of the old site with its pictures and files (旧站正文): what it shows from the folder is kept
 * and shown from here, links within the old site become paths that lead on from here.
 */
final class OldText {
    private static final String OFFICE_FILE =
            "(?i).*\\.(pdf|ofd|docx?|xlsx?|pptx?|wps|et|txt|csv|zip|rar)";

    private final ImportFolder folder;
    private final ImportSettings settings;
    private final FileStore files;
    private final List<FieldProblem> problems;
    private final Map<String, AttachmentInput> attached = new LinkedHashMap<>();

    OldText(
            ImportFolder folder,
            ImportSettings settings,
            FileStore files,
            List<FieldProblem> problems) {
        this.folder = folder;
        this.settings = settings;
        this.files = files;
        this.problems = problems;
    }

    /** The files that belong to the document, those linked in its text among them. */
    List<AttachmentInput> attachments() {
        return List.copyOf(attached.values());
    }

    /** Files listed in the manifest: {@code path|name shown; path}. */
    void attach(String listed) {
        for (var each : listed.split("[;；\\n]")) {
            var parts = each.strip().split("\\|", 2);
            if (parts[0].isBlank()) {
                continue;
            }
            var file = folder.file(parts[0].strip());
            if (file.isEmpty()) {
                wrong("attachments", "siteimport.row.no-attachment", parts[0].strip());
            } else {
                var shown = parts.length > 1 && !parts[1].isBlank() ? parts[1].strip() : "";
                keep(file.get(), withEnding(shown, file.get()), "attachments", false);
            }
        }
    }

    /** The text in a file of the folder; empty when there is none. */
    String inFile(String name, @Nullable String oldAddress) {
        var file = folder.file(name);
        if (file.isEmpty()) {
            wrong("bodyFile", "siteimport.row.no-body-file", name);
            return "";
        }
        try (InputStream in = Files.newInputStream(file.get())) {
            var page = Jsoup.parse(in, null, "");
            var selector = settings.bodySelector();
            var part = selector == null ? page.body() : page.selectFirst(selector);
            if (part == null) {
                wrong("bodyFile", "siteimport.row.no-body-part", name, String.valueOf(selector));
                return "";
            }
            return withFiles(part, parent(file.get()), "bodyFile", oldAddress);
        } catch (IOException unreadable) {
            wrong("bodyFile", "siteimport.row.no-body-file", name);
            return "";
        }
    }

    /** The text as it stands in the manifest. */
    String inline(String html, @Nullable String oldAddress) {
        return withFiles(Jsoup.parseBodyFragment(html).body(), folder.root(), "body", oldAddress);
    }

    private String withFiles(Element text, Path base, String field, @Nullable String oldAddress) {
        for (var picture : text.select("img[src]")) {
            var source = picture.attr("src").strip();
            if (isHere(source)) {
                local(base, source)
                        .ifPresentOrElse(
                                it -> show(picture, it, field),
                                () -> wrong(field, "siteimport.row.no-picture", source));
            }
        }
        for (var link : text.select("a[href]")) {
            var target = link.attr("href").strip();
            if (isHere(target) && !target.startsWith("#")) {
                local(base, target)
                        .ifPresentOrElse(
                                it -> linked(link, it, field),
                                () -> elsewhere(link, target, field, oldAddress));
            }
        }
        return text.html();
    }

    private void show(Element picture, Path file, String field) {
        keep(file, nameOf(file), field, true)
                .ifPresent(it -> picture.attr("src", FileAddress.of(it.sha256(), it.kind())));
    }

    private void linked(Element link, Path file, String field) {
        keep(file, withEnding(link.text().strip(), file), field, false)
                .ifPresent(it -> link.attr("href", FileAddress.of(it.sha256(), it.kind())));
    }

    /** A page of the old site: its path leads on from here once it is imported, too. */
    private void elsewhere(Element link, String target, String field, @Nullable String oldAddress) {
        if (target.split("[?#]", 2)[0].matches(OFFICE_FILE)) {
            wrong(field, "siteimport.row.no-attachment", target);
            return;
        }
        try {
            var whole =
                    URI.create(oldAddress == null ? settings.siteAddress() + "/" : oldAddress)
                            .resolve(target);
            link.attr("href", OldAddress.pathOf(whole.toString()).orElse(whole.toString()));
        } catch (IllegalArgumentException noAddress) {
            link.removeAttr("href");
        }
    }

    /** Whether it lies in the folder or at the old site, not anywhere else. */
    private boolean isHere(String address) {
        return !address.matches("(?i)[a-z][a-z0-9+.-]*:.*") && !address.startsWith("//")
                || address.startsWith(site());
    }

    private String site() {
        return settings.siteAddress().replaceAll("/$", "") + "/";
    }

    private Optional<Path> local(Path base, String address) {
        var path = address.startsWith(site()) ? address.substring(site().length()) : address;
        var plain = decoded(path.split("[?#]", 2)[0]);
        return plain.isBlank()
                ? Optional.empty()
                : folder.fileBeside(base, plain.startsWith("/") ? plain.substring(1) : plain);
    }

    private Optional<StoredFile> keep(Path file, String name, String field, boolean picture) {
        try (InputStream in = Files.newInputStream(file)) {
            var stored =
                    files.put(in, name, picture ? UploadLimits.IMAGE : UploadLimits.ATTACHMENT);
            if (!picture) {
                attached.putIfAbsent(
                        stored.sha256(), new AttachmentInput(stored.sha256(), stored.safeName()));
            }
            return Optional.of(stored);
        } catch (Refusal refused) {
            problems.add(new FieldProblem(field, refused.messageKey(), refused.arguments()));
        } catch (IOException unreadable) {
            wrong(field, "siteimport.row.no-attachment", nameOf(file));
        }
        return Optional.empty();
    }

    private void wrong(String field, String messageKey, Object... arguments) {
        problems.add(FieldProblem.of(field, messageKey, arguments));
    }

    /** The name readers see has the ending of the file. */
    private static String withEnding(String shown, Path file) {
        var name = nameOf(file);
        int dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot);
        if (shown.isBlank()) {
            return name;
        }
        return shown.endsWith(ending) ? shown : shown + ending;
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path parent(Path file) {
        return file.resolveSibling(".").normalize();
    }
}
