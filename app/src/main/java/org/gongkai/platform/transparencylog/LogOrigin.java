package org.gongkai.platform.transparencylog;

import java.util.List;
import org.gongkai.platform.settings.SiteAddress;
import org.gongkai.platform.settings.StartProblem;
import org.gongkai.platform.settings.StartupCheck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The name a new log gives itself (日志名称), which is also the name of its keys: the site's address
 * without its scheme, {@code sthjj.example.gov.cn/log}, or what {@code GONGKAI_LOG_ORIGIN} says.
 * Once the log has begun it keeps its name for good.
 */
@Component
class LogOrigin implements StartupCheck {
    private final String chosen;
    private final SiteAddress site;

    LogOrigin(@Value("${GONGKAI_LOG_ORIGIN:}") String chosen, SiteAddress site) {
        this.chosen = chosen.strip();
        this.site = site;
    }

    /** The name for a log that begins now. */
    String name() {
        return chosen.isEmpty() ? site.domain() + "/log" : chosen;
    }

    @Override
    public List<StartProblem> problems() {
        return NoteKey.isName(name())
                ? List.of()
                : List.of(StartProblem.of("transparencylog.start.origin", chosen));
    }
}
