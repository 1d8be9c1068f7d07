package org.gongkai.platform.draw;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.JsonReader;
import org.gongkai.platform.commitments.Path;
import org.jspecify.annotations.Nullable;

/**
 * How many of a stratum are drawn (抽取数). Fractions are rounded up, whole numbers only; never more
 * than there are.
 */
public sealed interface Quota {

    /** How many of {@code entities} are drawn when there are so many {@code officers}. */
    int of(int entities, int officers);

    SortedMap<String, Object> toJson();

    /** A number set beforehand (定数), counted from the register. */
    record Count(long n) implements Quota {
        @Override
        public int of(int entities, int officers) {
            return (int) Math.min(n, entities);
        }

        @Override
        public SortedMap<String, Object> toJson() {
            return CanonicalJson.object("kind", "count", "n", n);
        }
    }

    /** A part of the stratum (按比例): {@code num / den}, at least {@code min}. */
    record Ratio(long num, long den, @Nullable Long min) implements Quota {
        @Override
        public int of(int entities, int officers) {
            return part(entities, num, den, min, entities);
        }

        @Override
        public SortedMap<String, Object> toJson() {
            return share("ratio", num, den, min);
        }
    }

    /** By head of officers (按人员数): {@code num / den} for each, at least {@code min}. */
    record PerOfficer(long num, long den, @Nullable Long min) implements Quota {
        @Override
        public int of(int entities, int officers) {
            return part(officers, num, den, min, entities);
        }

        @Override
        public SortedMap<String, Object> toJson() {
            return share("per_officer", num, den, min);
        }
    }

    static Quota of(Object value, Path path) {
        var kind = Fields.any(value, path);
        return switch (kind.text("kind")) {
            case "count" ->
                    new Count(
                            Fields.of(value, path, List.of("kind", "n"))
                                    .number("n", 0, JsonReader.LARGEST));
            case "ratio" -> {
                var share = share(value, path);
                yield new Ratio(num(share), den(share), min(share));
            }
            case "per_officer" -> {
                var share = share(value, path);
                yield new PerOfficer(num(share), den(share), min(share));
            }
            default -> throw kind.refused("kind", CommitmentFault.NOT_ALLOWED);
        };
    }

    private static Fields share(Object value, Path path) {
        return Fields.of(value, path, List.of("kind", "num", "den", "min"));
    }

    private static long num(Fields share) {
        return share.number("num", 0, JsonReader.LARGEST);
    }

    private static long den(Fields share) {
        return share.number("den", 1, JsonReader.LARGEST);
    }

    private static @Nullable Long min(Fields share) {
        return share.has("min") ? (Long) share.number("min", 0, JsonReader.LARGEST) : null;
    }

    private static int part(int of, long num, long den, @Nullable Long min, int most) {
        var whole =
                BigInteger.valueOf(of)
                        .multiply(BigInteger.valueOf(num))
                        .add(BigInteger.valueOf(den - 1))
                        .divide(BigInteger.valueOf(den));
        return whole.max(BigInteger.valueOf(min == null ? 0 : min))
                .min(BigInteger.valueOf(most))
                .intValueExact();
    }

    private static SortedMap<String, Object> share(
            String kind, long num, long den, @Nullable Long min) {
        var json = CanonicalJson.object("kind", kind, "num", num, "den", den);
        if (min != null) {
            json.put("min", min);
        }
        return json;
    }
}
