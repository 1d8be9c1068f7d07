package org.gongkai.opengov.siteimport;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/** An address of the old site as its path and query here (原网址), in one spelling. */
final class OldAddress {
    private OldAddress() {}

    /** The path with its query; empty when it is the home page or no address at all. */
    static Optional<String> pathOf(String address) {
        try {
            var uri =
                    URI.create(
                            UriUtils.encode(address.strip(), StandardCharsets.UTF_8)
                                    .replaceAll("%(25)([0-9A-Fa-f]{2})", "%$2")
                                    .replace("%3A", ":")
                                    .replace("%2F", "/")
                                    .replace("%3F", "?")
                                    .replace("%3D", "=")
                                    .replace("%26", "&")
                                    .replace("%23", "#"));
            var path = uri.normalize().getRawPath();
            if (path == null || !path.startsWith("/") || path.equals("/")) {
                return Optional.empty();
            }
            var query = uri.getRawQuery();
            return Optional.of(query == null ? path : path + "?" + query);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
