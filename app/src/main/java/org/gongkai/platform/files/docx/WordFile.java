package org.gongkai.platform.files.docx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.w3c.dom.Element;

/** The parts of a .docx that the reading needs (Word文件部件). */
final class WordFile implements AutoCloseable {
    private static final long LARGEST_PART = 40L * 1024 * 1024;

    private final ZipFile zip;
    private final String name;
    private final Map<String, Relation> relations = new HashMap<>();

    /** Where a relation leads. */
    record Relation(String target, boolean outside) {}

    WordFile(Path file, String name) throws IOException {
        this.zip = new ZipFile(file.toFile());
        this.name = name;
        var list = part("word/_rels/document.xml.rels");
        if (list.isPresent()) {
            for (var each : Xml.children(list.get(), "Relationship")) {
                var outside = Xml.attribute(each, "TargetMode").equals("External");
                relations.put(
                        Xml.attribute(each, "Id"),
                        new Relation(Xml.attribute(each, "Target"), outside));
            }
        }
    }

    /** A part as a tree. */
    Optional<Element> part(String path) throws IOException {
        var entry = zip.getEntry(path);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.getSize() > LARGEST_PART) {
            throw Refusal.of(RefusalKind.TOO_LARGE, "files.refused.too-complex", name);
        }
        try (var in = zip.getInputStream(entry)) {
            return Optional.of(Xml.parse(in));
        }
    }

    Element document() throws IOException {
        return part("word/document.xml")
                .orElseThrow(
                        () -> Refusal.of(RefusalKind.UNSUPPORTED, "files.refused.broken", name));
    }

    /** The web address of a relation that leads outside. */
    Optional<String> address(String relation) {
        return Optional.ofNullable(relations.get(relation))
                .filter(Relation::outside)
                .map(Relation::target);
    }

    /** The path within the package of a relation that leads inside. */
    Optional<String> inside(String relation) {
        return Optional.ofNullable(relations.get(relation))
                .filter(it -> !it.outside())
                .map(
                        it ->
                                it.target().startsWith("/")
                                        ? it.target().substring(1)
                                        : "word/" + it.target());
    }

    /** The bytes of a part. */
    byte[] bytes(String path) throws IOException {
        var entry = zip.getEntry(path);
        if (entry == null || entry.getSize() > LARGEST_PART) {
            return new byte[0];
        }
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
