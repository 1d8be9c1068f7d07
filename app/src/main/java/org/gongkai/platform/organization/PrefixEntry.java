package org.gongkai.platform.organization;

import org.jspecify.annotations.Nullable;

/** What is entered about a publisher's prefix (索引号前缀登记内容), as typed. */
public record PrefixEntry(@Nullable String prefix, @Nullable String from, @Nullable String to) {

    record Checked(PublisherPrefix prefix, Validity on) {}

    Checked check(Checking input) {
        var written = input.text("prefix", prefix, Checking.LINE);
        var read = PublisherPrefix.parse(written);
        if (read.isEmpty() && !written.isEmpty()) {
            input.problem("prefix", "not-a-prefix");
        }
        var on = input.days(from, to);
        input.finish();
        return new Checked(read.orElseThrow(), on);
    }
}
