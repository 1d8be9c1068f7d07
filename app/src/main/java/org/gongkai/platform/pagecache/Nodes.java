package org.gongkai.platform.pagecache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How nodes tell each other (节点间通知): sender, then how, then what changed, one to a line. */
@Component
class Nodes {
    /** The channel of PostgreSQL's {@code LISTEN}. */
    static final String CHANNEL = "gongkai_pages";

    private static final String ADDED = "added";
    private static final String CHANGED = "changed";

    private final String self = UUID.randomUUID().toString();

    List<String> messages(Change change, int longest) {
        var messages = new ArrayList<String>();
        var head = self + '\n' + (change.added() ? ADDED : CHANGED);
        var message = new StringBuilder(head);
        for (var it : change.names()) {
            if (message.length() + it.length() + 1 > longest && message.length() > head.length()) {
                messages.add(message.toString());
                message = new StringBuilder(head);
            }
            message.append('\n').append(it);
        }
        messages.add(message.toString());
        return messages;
    }

    /** What another node told; nothing for a message of our own. */
    Change told(String message) {
        var lines = Arrays.asList(message.split("\n", -1));
        return lines.getFirst().equals(self)
                ? new Change(Set.of(), false)
                : new Change(
                        Set.copyOf(lines.subList(2, lines.size())), lines.get(1).equals(ADDED));
    }
}
