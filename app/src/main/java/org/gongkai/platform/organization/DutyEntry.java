package org.gongkai.platform.organization;

import org.jspecify.annotations.Nullable;

/** What is entered about a duty (职责登记内容), as typed: this topic belongs to this section. */
public record DutyEntry(@Nullable String topic, @Nullable String section, @Nullable String from) {}
