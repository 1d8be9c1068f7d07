package org.gongkai.opengov.drinkingwater.open;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.gongkai.platform.files.CsvRows;

/**
 * Where districts lie to one another (区县示意图): boxes on a grid without borders, because a map that
 * is published has to be examined first (地图管理条例 art. 15) and a reader only looks for their own
 * district. Districts that no grid places stand below in the order of their codes.
 *
 * @param columns of the grid
 * @param rows of the grid
 */
public record DistrictSketch(int columns, int rows, List<Box> boxes) {
    /** Units of a box from left to right. */
    public static final int WIDE = 100;

    /** Units of a box from top to bottom. */
    public static final int HIGH = 56;

    private static final int USUAL_COLUMNS = 3;
    private static final Map<String, Cell> PLACES = places();

    public DistrictSketch {
        boxes = List.copyOf(boxes);
    }

    private record Cell(int column, int row) {}

    /** A district on the grid. */
    public record Box(String code, String name, int column, int row) {
        /** Units from the left. */
        public int x() {
            return column * WIDE;
        }

        /** Units from the top. */
        public int y() {
            return row * HIGH;
        }
    }

    /** The districts of these codes and names. */
    public static DistrictSketch of(SortedMap<String, String> districts) {
        var boxes = new ArrayList<Box>();
        var unplaced = new ArrayList<String>();
        districts.forEach(
                (code, name) -> {
                    var cell = PLACES.get(code);
                    if (cell == null) {
                        unplaced.add(code);
                    } else {
                        boxes.add(new Box(code, name, cell.column(), cell.row()));
                    }
                });
        var below = boxes.stream().mapToInt(it -> it.row() + 1).max().orElse(0);
        for (var at = 0; at < unplaced.size(); at++) {
            var code = unplaced.get(at);
            boxes.add(
                    new Box(
                            code,
                            districts.getOrDefault(code, code),
                            at % USUAL_COLUMNS,
                            below + at / USUAL_COLUMNS));
        }
        return new DistrictSketch(
                boxes.stream().mapToInt(it -> it.column() + 1).max().orElse(1),
                boxes.stream().mapToInt(it -> it.row() + 1).max().orElse(1),
                boxes);
    }

    /** Units of the whole from left to right. */
    public int width() {
        return columns * WIDE;
    }

    /** Units of the whole from top to bottom. */
    public int height() {
        return rows * HIGH;
    }

    private static Map<String, Cell> places() {
        var list =
                Objects.requireNonNull(
                        DistrictSketch.class.getResourceAsStream(
                                "/drinkingwater/district-sketch.csv"));
        try (var lines = new InputStreamReader(list, StandardCharsets.UTF_8)) {
            var rows = new CsvRows(lines);
            rows.next();
            var places = new HashMap<String, Cell>();
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                var cells = row.get();
                places.put(
                        cells.get(0),
                        new Cell(Integer.parseInt(cells.get(1)), Integer.parseInt(cells.get(2))));
            }
            return Map.copyOf(places);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
