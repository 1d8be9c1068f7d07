package org.gongkai.platform.draw;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.JsonReader;
import org.gongkai.platform.commitments.Path;

/**
 * Numbers drawn in public and printed (公开号码), such as a lottery's (双色球、快乐8) or dice thrown by
 * citizens.
 *
 * @param issue which drawing (期号)
 * @param at when it comes out
 */
public record NumbersSource(String id, String name, String issue, String at, List<Group> groups)
        implements Source {
    static final String KIND = "numbers";

    public NumbersSource {
        groups = List.copyOf(groups);
    }

    /**
     * Numbers that belong together, such as the six red balls.
     *
     * @param ordered whether their order counts; where it does not, each comes once
     */
    public record Group(long count, long min, long max, boolean ordered) {
        private static final List<String> FIELDS = List.of("count", "min", "max", "ordered");

        static Group of(Object value, Path path) {
            var fields = Fields.of(value, path, FIELDS);
            return new Group(
                    fields.number("count", 0, JsonReader.LARGEST),
                    fields.number("min", -JsonReader.LARGEST, JsonReader.LARGEST),
                    fields.number("max", -JsonReader.LARGEST, JsonReader.LARGEST),
                    fields.truth("ordered"));
        }

        /** Each number then a stop, the group then a stroke, as RFC 3797 writes them. */
        String text(List<Object> numbers, Path path) {
            if (numbers.size() != count) {
                throw new CommitmentRefused(
                        DrawFault.WRONG_NUMBERS,
                        path,
                        Long.toString(count),
                        Integer.toString(numbers.size()));
            }
            var values =
                    IntStream.range(0, numbers.size())
                            .mapToLong(
                                    it -> Fields.asNumber(numbers.get(it), min, max, path.at(it)))
                            .toArray();
            if (!ordered) {
                requireDifferent(values, path);
            }
            var text = new StringBuilder();
            var inTurn = LongStream.of(values);
            (ordered ? inTurn : inTurn.sorted()).forEach(it -> text.append(it).append('.'));
            return text.append('/').toString();
        }

        private static void requireDifferent(long[] values, Path path) {
            var seen = new HashSet<Long>();
            for (var at = 0; at < values.length; at++) {
                if (!seen.add(values[at])) {
                    throw CommitmentRefused.at(path.at(at), DrawFault.REPEATED, values[at]);
                }
            }
        }

        SortedMap<String, Object> toJson() {
            return CanonicalJson.object("count", count, "min", min, "max", max, "ordered", ordered);
        }
    }

    static NumbersSource of(Object value, Path path) {
        var fields = Source.fields(value, path, "name", "issue", "at", "groups");
        var groups = new ArrayList<Group>();
        for (var each : fields.list("groups")) {
            groups.add(Group.of(each, path.at("groups").at(groups.size())));
        }
        return new NumbersSource(
                fields.id("id"),
                fields.text("name"),
                fields.text("issue"),
                fields.text("at"),
                groups);
    }

    @Override
    public boolean isPublic() {
        return true;
    }

    /**
     * {@inheritDoc}
     *
     * @throws CommitmentRefused if the manifest says it in other words than a moment
     */
    @Override
    public Optional<Instant> comesOut() {
        return Optional.of(Source.moment(at, Path.ROOT.at("at")));
    }

    @Override
    public byte[] value(Object disclosure, DrawManifest manifest, Path path) {
        var given = Fields.of(disclosure, path, List.of("groups")).list("groups");
        var place = path.at("groups");
        if (given.size() != groups.size()) {
            throw new CommitmentRefused(
                    DrawFault.WRONG_NUMBERS,
                    place,
                    Integer.toString(groups.size()),
                    Integer.toString(given.size()));
        }
        var text = new StringBuilder();
        for (var at = 0; at < groups.size(); at++) {
            var numbers = Fields.asList(given.get(at), place.at(at));
            text.append(groups.get(at).text(numbers, place.at(at)));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public SortedMap<String, Object> toJson() {
        return CanonicalJson.object(
                "id", id,
                "kind", KIND,
                "name", name,
                "issue", issue,
                "at", at,
                "groups", groups.stream().map(Group::toJson).toList());
    }
}
