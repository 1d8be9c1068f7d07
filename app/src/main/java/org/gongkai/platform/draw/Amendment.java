package org.gongkai.platform.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Path;

/**
 * A change of a draw's result after the fact (调整), with its reason's code. It takes what the draw
 * itself says comes next; who makes it chooses nothing.
 */
public sealed interface Amendment {

    /** The code of its reason (调整事由). */
    String reason();

    /** What the log's leaf binds. */
    SortedMap<String, Object> toJson();

    /**
     * The entity cannot be visited, for instance because it closed: the next in reserve is (替换对象).
     */
    record ReplaceEntity(int t, String reason) implements Amendment {
        @Override
        public SortedMap<String, Object> toJson() {
            return CanonicalJson.object("op", "replace_entity", "t", t, "reason", reason);
        }
    }

    /** The officer on a seat cannot make this visit (替换人员); they are kept off it. */
    record ReplaceOfficer(int t, int j, String reason) implements Amendment {
        @Override
        public SortedMap<String, Object> toJson() {
            return CanonicalJson.object("op", "replace_officer", "t", t, "j", j, "reason", reason);
        }
    }

    /**
     * The officer cannot make any visit more (退出人员).
     *
     * @param done visits that were made, whose teams stay
     */
    record RemoveOfficer(String o, List<Integer> done, String reason) implements Amendment {
        public RemoveOfficer {
            done = List.copyOf(done);
        }

        @Override
        public SortedMap<String, Object> toJson() {
            return CanonicalJson.object(
                    "op", "remove_officer", "o", o, "done", done, "reason", reason);
        }
    }

    static Amendment of(Object value, Path path) {
        var any = Fields.any(value, path);
        return switch (any.text("op")) {
            case "replace_entity" -> {
                var fields = Fields.of(value, path, List.of("op", "t", "reason"));
                yield new ReplaceEntity(visit(fields, "t"), fields.id("reason"));
            }
            case "replace_officer" -> {
                var fields = Fields.of(value, path, List.of("op", "t", "j", "reason"));
                yield new ReplaceOfficer(
                        visit(fields, "t"), visit(fields, "j"), fields.id("reason"));
            }
            case "remove_officer" -> {
                var fields = Fields.of(value, path, List.of("op", "o", "done", "reason"));
                yield new RemoveOfficer(fields.text("o"), done(fields), fields.id("reason"));
            }
            default -> throw any.refused("op", CommitmentFault.NOT_ALLOWED);
        };
    }

    /** Amendments read from a bundle, in turn. */
    static List<Amendment> all(List<Object> values, Path path) {
        var all = new ArrayList<Amendment>();
        for (var each : values) {
            all.add(of(each, path.at(all.size())));
        }
        return all;
    }

    private static int visit(Fields fields, String key) {
        return (int) fields.number(key, 0, Integer.MAX_VALUE);
    }

    private static List<Integer> done(Fields fields) {
        var path = fields.path().at("done");
        return fields.list("done").stream()
                .map(it -> (int) Fields.asNumber(it, 0, Integer.MAX_VALUE, path))
                .toList();
    }
}
