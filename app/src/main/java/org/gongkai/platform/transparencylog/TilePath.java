package org.gongkai.platform.transparencylog;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a tile lies (瓦片路径), c2sp.org/tlog-tiles: {@code x001/x234/067}, and {@code
 * x001/x234/067.p/8} while it has only eight hashes.
 *
 * @param width how many hashes it holds, 1 to 256
 */
public record TilePath(long n, int width) {
    private static final Pattern WRITTEN =
            Pattern.compile("((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");
    private static final int GROUP = 1_000;

    /** The path of a tile. */
    public static String of(long n, int width) {
        var path = new StringBuilder("%03d".formatted(n % GROUP));
        for (var rest = n / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, "x%03d/".formatted(rest % GROUP));
        }
        return width == Tiles.WIDTH ? path.toString() : path + ".p/" + width;
    }

    /** Reads a path; empty if it is written otherwise than {@link #of} writes it. */
    public static Optional<TilePath> read(String path) {
        var parts = WRITTEN.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var n = Long.parseLong(parts.group(1).replaceAll("[x/]", ""));
        var width = parts.group(2) == null ? Tiles.WIDTH : Integer.parseInt(parts.group(2));
        return width <= Tiles.WIDTH && of(n, width).equals(path)
                ? Optional.of(new TilePath(n, width))
                : Optional.empty();
    }
}
