package org.gongkai.platform.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * How a stored file is handed out (文件下发): as what it is, under its name (RFC 6266, RFC 5987), never
 * sniffed, never run as a page of this site. Caching is added by whoever knows who may see it.
 */
public final class FileResponse {
    private static final String SANDBOX = "default-src 'none'; sandbox";

    private FileResponse() {}

    /** To be saved by the reader. */
    public static ResponseEntity<Resource> download(StoredFile file, Path content) {
        return response("attachment", file, content);
    }

    /** To be shown in place; only pictures are, everything else is saved. */
    public static ResponseEntity<Resource> shown(StoredFile file, Path content) {
        return response(file.kind().isImage() ? "inline" : "attachment", file, content);
    }

    private static ResponseEntity<Resource> response(String how, StoredFile file, Path content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .eTag('"' + file.sha256() + '"')
                .header("Content-Disposition", disposition(how, file.safeName()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", SANDBOX)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(new FileSystemResource(content));
    }

    /** The header, with a plain name for old programs and the true one beside it. */
    static String disposition(String how, String name) {
        var plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return how + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        var result = new StringBuilder();
        for (var each : name.getBytes(StandardCharsets.UTF_8)) {
            var sign = (char) (each & 0xFF);
            if (sign < 128
                    && (Character.isLetterOrDigit(sign) || "!#$&+-.^_`|~".indexOf(sign) >= 0)) {
                result.append(sign);
            } else {
                result.append('%').append(String.format("%02X", (int) sign));
            }
        }
        return result.toString();
    }
}
