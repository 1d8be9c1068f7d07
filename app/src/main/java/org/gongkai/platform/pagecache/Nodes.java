package org.gongkai.platform.pagecache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How nodes tell each other (节点间通知): sender, then what changed, one to a line. */
@Component
class Nodes {
    /** The channel of PostgreSQL's {@code LISTEN}. */
    static final String CHANNEL = "gongkai_pages";

    private final String self = UUID.randomUUID().toString();

    List<String> messages(Set<String> changed, int longest) {
        var messages = new ArrayList<String>();
        var message = new StringBuilder(self);
        for (var it : changed) {
            if (message.length() + it.length() + 1 > longest && message.length() > self.length()) {
                messages.add(message.toString());
                message = new StringBuilder(self);
            }
            message.append('\n').append(it);
        }
        messages.add(message.toString());
        return messages;
    }

    /** What another node told; nothing for a message of our own. */
    Set<String> told(String message) {
        var lines = message.split("\n", -1);
        return lines[0].equals(self)
                ? Set.of()
                : Set.copyOf(Arrays.asList(lines).subList(1, lines.length));
    }
}
