package org.gongkai.opengov.pushing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.platform.files.FileStore;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message with its files as one archive (推送包): the message as it goes over HTTP, each file by its
 * hash, and a manifest that names every part with size and SHA-256, signed where there is a secret.
 */
final class PushPackage {
    private static final String MESSAGE = "message.json";
    private static final String MANIFEST = "manifest.json";

    private final Optional<String> secret;
    private final FileStore files;
    private final JsonMapper json;

    PushPackage(Optional<String> secret, FileStore files, JsonMapper json) {
        this.secret = secret;
        this.files = files;
        this.json = json;
    }

    /** What the archive holds. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Manifest(String protocol, String idempotencyKey, List<Part> files) {}

    /** One part of the archive. */
    record Part(String path, long size, String sha256) {}

    /** Writes it, and returns once it is on disk. */
    void write(PushMessage message, Path to) throws IOException {
        byte[] text = json.writeValueAsBytes(message);
        var parts = new ArrayList<Part>();
        parts.add(new Part(MESSAGE, text.length, PushSignature.sha256(text)));
        var contents = contents(message);
        contents.forEach((path, file) -> parts.add(new Part(path, file.size(), file.sha256())));
        byte[] manifest =
                json.writeValueAsBytes(
                        new Manifest(PushMessage.PROTOCOL, message.idempotencyKey(), parts));
        try (var channel =
                FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var zip = new ZipOutputStream(Channels.newOutputStream(channel));
            entry(zip, MANIFEST, it -> it.write(manifest));
            if (secret.isPresent()) {
                var signature =
                        PushSignature.of(secret.get(), "", message.idempotencyKey(), manifest);
                entry(
                        zip,
                        "manifest.hmac",
                        it -> it.write(signature.getBytes(StandardCharsets.US_ASCII)));
            }
            entry(zip, MESSAGE, it -> it.write(text));
            for (var each : contents.entrySet()) {
                var content = files.path(each.getValue().sha256());
                entry(zip, each.getKey(), it -> Files.copy(content, it));
            }
            zip.finish();
            channel.force(true);
        }
    }

    private static Map<String, PushMessage.File> contents(PushMessage message) {
        var contents = new LinkedHashMap<String, PushMessage.File>();
        message.files().forEach(it -> contents.put("files/" + it.sha256(), it));
        return contents;
    }

    /** Makes names in a folder durable. */
    static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private interface Writing {
        void to(OutputStream stream) throws IOException;
    }

    private static void entry(ZipOutputStream zip, String name, Writing writing)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        writing.to(zip);
        zip.closeEntry();
    }
}
