package org.gongkai.verifier.beacon;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.JsonReader;
import org.gongkai.verifier.json.Node;

/** Numbers that a newspaper prints, of a lottery or of dice (公开数字). */
final class PrintedNumbers {
    private PrintedNumbers() {}

    /** The numbers as text: each ends with a point, each group with a stroke. */
    static byte[] value(Node source, Node disclosure) {
        source.get("name").text();
        source.get("issue").text();
        source.get("at").text();
        List<Node> rules = source.get("groups").items();
        Node groupsNode = disclosure.only(Set.of("groups")).get("groups");
        List<Node> groups = groupsNode.items();
        if (groups.size() != rules.size()) {
            throw groupsNode.malformed("组数与公告不符", "not as many groups as announced");
        }
        var text = new StringBuilder();
        for (int i = 0; i < rules.size(); i++) {
            numbers(rules.get(i), groups.get(i)).forEach(it -> text.append(it).append('.'));
            text.append('/');
        }
        return Suite.utf8(text.toString());
    }

    private static List<Long> numbers(Node rule, Node group) {
        rule.only(Set.of("count", "min", "max", "ordered"));
        long count = rule.get("count").integer(0, JsonReader.LARGEST);
        long least = rule.get("min").integer(-JsonReader.LARGEST, JsonReader.LARGEST);
        long most = rule.get("max").integer(least, JsonReader.LARGEST);
        boolean ordered = rule.get("ordered").truth();
        List<Node> items = group.items();
        if (items.size() != count) {
            throw group.malformed("应有 " + count + " 个数", count + " numbers are wanted");
        }
        List<Long> numbers = items.stream().map(it -> it.integer(least, most)).toList();
        if (ordered) {
            return numbers;
        }
        var seen = new HashSet<Long>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(numbers.get(i))) {
                throw items.get(i).malformed("同组号码不应重复", "a number twice in a group");
            }
        }
        return numbers.stream().sorted().toList();
    }
}
