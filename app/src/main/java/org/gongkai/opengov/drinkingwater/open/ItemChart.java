package org.gongkai.opengov.drinkingwater.open;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An item of a source over the months as a drawing (水质变化图), in units of its own: {@value #WIDTH} by
 * {@value #HEIGHT}. Months without a value are gaps in the line and never bridged. What is not
 * detected is drawn hollow at its detection limit, because no more is known than that it is below.
 */
public final class ItemChart {
    /** Units from the first month to the last. */
    public static final int WIDTH = 600;

    /** Units from the bottom to the top. */
    public static final int HEIGHT = 200;

    private static final int MARGIN = 12;
    private static final double AIR = 1.12;

    private final List<Plotted> points;
    private final List<BigDecimal> limits;
    private final double bottom;
    private final double top;

    /**
     * A drawing.
     *
     * @param points one for every month, in their order
     * @param limits the lines not to be crossed
     * @param fromZero whether the axis begins at nought; not for pH, whose limit is a range
     */
    public ItemChart(List<Plotted> points, List<BigDecimal> limits, boolean fromZero) {
        this.points = List.copyOf(points);
        this.limits = List.copyOf(limits);
        var all =
                Stream.concat(points.stream().flatMap(it -> it.value().stream()), limits.stream())
                        .mapToDouble(BigDecimal::doubleValue)
                        .summaryStatistics();
        var high = all.getCount() == 0 || all.getMax() <= 0 ? 1 : all.getMax();
        this.bottom = fromZero || all.getCount() == 0 ? 0 : Math.floor(all.getMin() - 0.5);
        this.top = fromZero ? high * AIR : Math.ceil(high + 0.5);
    }

    /** Whether there is anything to see. */
    public boolean isEmpty() {
        return points.stream().allMatch(it -> it.value().isEmpty());
    }

    /** Every month, in their order. */
    public List<Plotted> points() {
        return points;
    }

    /** What the top of the axis stands for. */
    public String topText() {
        return text(top);
    }

    /** What its bottom stands for. */
    public String bottomText() {
        return text(bottom);
    }

    /** Lines through months that follow one another, each with its own beginning. */
    public String line() {
        var path = new StringBuilder();
        var drawing = false;
        for (var at = 0; at < points.size(); at++) {
            var value = points.get(at).value();
            if (value.isEmpty()) {
                drawing = false;
                continue;
            }
            path.append(drawing ? "L" : "M").append(place(at, value.get()));
            drawing = true;
        }
        return path.toString();
    }

    /** Values as reported, within the limit. */
    public String measured() {
        return dots(it -> it.kind() == Plotted.Kind.MEASURED && !it.over());
    }

    /** Values over the limit. */
    public String over() {
        return dots(Plotted::over);
    }

    /** What was not detected. */
    public String notDetected() {
        return dots(it -> it.kind() == Plotted.Kind.NOT_DETECTED && !it.over());
    }

    /** Values that were corrected after their publication. */
    public String corrected() {
        return dots(Plotted::corrected);
    }

    /** The limits, from the first month to the last. */
    public String limitLines() {
        var path = new StringBuilder();
        limits.forEach(it -> path.append("M0 ").append(y(it)).append("H").append(WIDTH));
        return path.toString();
    }

    /** Months without anything, as areas. */
    public String gaps() {
        var half = step() / 2;
        var path = new StringBuilder();
        for (var at = 0; at < points.size(); at++) {
            if (points.get(at).kind() == Plotted.Kind.GAP) {
                var from = Math.max(0, x(at) - half);
                var to = Math.min(WIDTH, x(at) + half);
                path.append(
                        String.format(
                                Locale.ROOT, "M%.1f 0H%.1fV%dH%.1fZ", from, to, HEIGHT, from));
            }
        }
        return path.toString();
    }

    /** How many months are so. */
    public long count(Plotted.Kind kind) {
        return points.stream().filter(it -> it.kind() == kind).count();
    }

    /** How many months are over the limit. */
    public long countOver() {
        return points.stream().filter(Plotted::over).count();
    }

    private String dots(Predicate<Plotted> which) {
        var dots = new ArrayList<String>();
        for (var at = 0; at < points.size(); at++) {
            var point = points.get(at);
            if (which.test(point) && point.value().isPresent()) {
                dots.add("M" + place(at, point.value().get()) + "h0");
            }
        }
        return String.join("", dots);
    }

    private String place(int at, BigDecimal value) {
        return String.format(Locale.ROOT, "%.1f %s", x(at), y(value));
    }

    private double step() {
        return points.size() < 2
                ? WIDTH - 2.0 * MARGIN
                : (WIDTH - 2.0 * MARGIN) / (points.size() - 1);
    }

    private double x(int at) {
        return points.size() < 2 ? WIDTH / 2.0 : MARGIN + at * step();
    }

    private String y(BigDecimal value) {
        var share = (value.doubleValue() - bottom) / (top - bottom);
        return String.format(Locale.ROOT, "%.1f", HEIGHT - share * HEIGHT);
    }

    private static String text(double value) {
        return new BigDecimal(value)
                .round(new java.math.MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
    }
}
